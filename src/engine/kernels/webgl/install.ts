// Installs our kernels into the WebGL backend of tfjs, or says why not: the engine then runs on tfjs's own.
import { MathBackendWebGL, version_webgl } from '@tensorflow/tfjs-backend-webgl';
import { backend as currentBackend, env } from '@tensorflow/tfjs-core';
import { installActivationGradient } from './activation-gradient';
import { installBatch } from './batch';
import { installColumnSum } from './column-sum';
import { installMatrixProduct } from './matrix-product';
import { installOptimizers } from './optimizers';
import { installReconstructionLoss } from './reconstruction-loss';

/** What `installWebglKernels` did; the `Backend` read-out shows it. */
export type WebglKernelReport = { installed: true } | { installed: false; reason: string };

/** Internals of tfjs that the kernels rely on (its textures and their layouts) were read in this release. */
const supportedVersion = /^4\.22\./;

const installers = [
  installMatrixProduct,
  installBatch,
  installReconstructionLoss,
  installActivationGradient,
  installColumnSum,
  installOptimizers,
];

let removals: (() => void)[] | null = null;

/**
 * Puts our kernels beside tfjs's, or in their places, for the WebGL backend, which must be the one in use. Doing it again
 * does nothing. They serve every later WebGL backend too; what they hold for one goes with it.
 */
export function installWebglKernels(): WebglKernelReport {
  const backend = currentBackend();
  if (!(backend instanceof MathBackendWebGL)) return refusal('the backend in use is not WebGL');
  if (!supportedVersion.test(version_webgl))
    return refusal(`they are made for tfjs 4.22, this is ${version_webgl}`);
  if (env().getNumber('WEBGL_VERSION') !== 2) return refusal('there is no WebGL 2');
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') || !env().getBool('WEBGL_PACK'))
    return refusal('the graphics card does not draw 32-bit floats');
  removals ??= installers.map((install) => install());
  return { installed: true };
}

/** Puts tfjs's own kernels back. Does nothing where none of ours are installed. */
export function uninstallWebglKernels(): void {
  removals?.reverse().forEach((remove) => {
    remove();
  });
  removals = null;
}

function refusal(reason: string): WebglKernelReport {
  return { installed: false, reason };
}
