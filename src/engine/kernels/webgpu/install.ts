// Installs our kernels into tfjs's WebGPU backend, or says why it cannot; the engine then runs on tfjs's own kernels.
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend as currentBackend, version_core } from '@tensorflow/tfjs-core';
import type { KernelRefusal } from '../../../core/engine-api/messages';
import { installActivationGradient } from './activation-gradient';
import { installBatch } from './batch/batch';
import { installGaussianCode } from './code/gaussian-code';
import { installSparsityPenalty } from './code/sparsity-penalty';
import { hasKnownParts } from './dispatch';
import { installOptimizers } from './optimizers';
import { installDenseGradients } from './products/dense-gradients';
import { installMatrixProduct } from './products/matrix-product';
import { installReconstructionLoss } from './reconstruction-loss';

/** The result of `installWebgpuKernels`, shown in the `Backend` read-out. */
export type WebgpuKernelReport = { installed: true } | { installed: false; why: KernelRefusal };

/** The tfjs release whose internals (buffers and command encoder) the kernels rely on. All its packages have one version. */
const supportedVersion = /^4\.22\./;

const installers = [
  installMatrixProduct,
  installDenseGradients,
  installBatch,
  installReconstructionLoss,
  installActivationGradient,
  installOptimizers,
  installGaussianCode,
  installSparsityPenalty,
];

let removals: (() => void)[] | null = null;

/**
 * Adds our kernels to the WebGPU backend, replacing some of tfjs's. WebGPU must be the current backend. A second call does
 * nothing. The kernels also work on later WebGPU backends.
 */
export function installWebgpuKernels(): WebgpuKernelReport {
  const backend = currentBackend();
  if (!(backend instanceof WebGPUBackend)) return refusal({ code: 'kernels.other-backend' });
  if (!supportedVersion.test(version_core) || !hasKnownParts(backend))
    return refusal({ code: 'kernels.tfjs-version', version: version_core });
  removals ??= installers.map((install) => install());
  return { installed: true };
}

/** Restores tfjs's own kernels. Does nothing when ours are not installed. */
export function uninstallWebgpuKernels(): void {
  removals?.reverse().forEach((remove) => {
    remove();
  });
  removals = null;
}

function refusal(why: KernelRefusal): WebgpuKernelReport {
  return { installed: false, why };
}
