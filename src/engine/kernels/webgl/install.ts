// Installs our kernels into tfjs's WebGL backend, or says why it cannot; the engine then runs on tfjs's own kernels.
import { MathBackendWebGL, version_webgl } from '@tensorflow/tfjs-backend-webgl';
import { backend as currentBackend, env } from '@tensorflow/tfjs-core';
import type { KernelRefusal } from '../../../core/engine-api/messages';
import { installActivationGradient } from './activation-gradient';
import { installBatch } from './batch/batch';
import { installGaussianCode } from './code/gaussian-code';
import { installSparsityPenalty } from './code/sparsity-penalty';
import { installConvolutions } from './convolutions/convolutions';
import { installColumnSum } from './column-sum';
import { installMatrixProduct } from './products/matrix-product';
import { installOptimizers } from './optimizers';
import { installReshape } from './reshape';
import { installReconstructionLoss } from './reconstruction-loss';

/** The result of `installWebglKernels`, shown in the `Backend` read-out. */
export type WebglKernelReport = { installed: true } | { installed: false; why: KernelRefusal };

/** The tfjs release whose internals (textures and their layouts) the kernels rely on. */
const supportedVersion = /^4\.22\./;

const installers = [
  installMatrixProduct,
  installConvolutions,
  installBatch,
  installReconstructionLoss,
  installActivationGradient,
  installColumnSum,
  installReshape,
  installOptimizers,
  installGaussianCode,
  installSparsityPenalty,
];

let removals: (() => void)[] | null = null;

/**
 * Adds our kernels to the WebGL backend, replacing some of tfjs's. WebGL must be the current backend. A second call does
 * nothing. The kernels also work on later WebGL backends; resources of one backend are released with it.
 */
export function installWebglKernels(): WebglKernelReport {
  const backend = currentBackend();
  if (!(backend instanceof MathBackendWebGL)) return refusal({ code: 'kernels.other-backend' });
  if (!supportedVersion.test(version_webgl))
    return refusal({ code: 'kernels.tfjs-version', version: version_webgl });
  if (env().getNumber('WEBGL_VERSION') !== 2) return refusal({ code: 'kernels.no-webgl2' });
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') || !env().getBool('WEBGL_PACK'))
    return refusal({ code: 'kernels.no-float32' });
  removals ??= installers.map((install) => install());
  return { installed: true };
}

/** Restores tfjs's own kernels. Does nothing when ours are not installed. */
export function uninstallWebglKernels(): void {
  removals?.reverse().forEach((remove) => {
    remove();
  });
  removals = null;
}

function refusal(why: KernelRefusal): WebglKernelReport {
  return { installed: false, why };
}
