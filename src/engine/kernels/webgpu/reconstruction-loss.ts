// `ReconstructionLoss` in two dispatches (sums of strips, then their total), and its gradient in one.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { logOnePlusSeries, registerReconstructionLoss, type LossShader } from '../gpu/reconstruction-loss';
import { ReconstructionLoss, ReconstructionLossGradient } from '../training-kernels';
import { dispatch, eachNumber, groupsOver } from './dispatch';
import { webgpuRegistration } from './kernel-registration';
import { numbersWgsl } from './numbers-wgsl';
import { scalarInput } from './programs/scalar-input';
import { scalarSum } from './programs/scalar-sum';

const functions = `${numbersWgsl}
fn logOnePlus(e: f32) -> f32 {
  let s = e / (2.0 + e);
  let q = s * s;
  return ${logOnePlusSeries};
}`;

/** Installs both kernels; returns a function that removes them. */
export function installReconstructionLoss(): () => void {
  return registerReconstructionLoss(webgpuRegistration, lossOf, gradientOf);
}

function lossOf(
  backend: WebGPUBackend,
  { target, logits }: Record<'target' | 'logits', TensorInfo>,
  { key, pixel, value }: LossShader,
): TensorInfo {
  const count = util.sizeFromShape(logits.shape);
  return scalarSum(backend, {
    key: `${ReconstructionLoss} ${key}`,
    functions: `${functions}
fn term(i: u32) -> f32 {
  let x = xs[i];
  let z = zs[i];
  let p = ${pixel};
  return withNaN(${value}, z);
}`,
    reads: { xs: target, zs: logits },
    numbers: {},
    count,
    scale: 1 / count,
  });
}

function gradientOf(
  backend: WebGPUBackend,
  { target, logits, dy }: Record<'target' | 'logits' | 'dy', TensorInfo>,
  { key, pixel, slope }: LossShader,
): TensorInfo {
  const count = util.sizeFromShape(logits.shape);
  const scalar = scalarInput(backend, dy, 1 / count);
  const made = backend.makeTensorInfo(logits.shape, 'float32');
  dispatch(backend, {
    key: `${ReconstructionLossGradient} ${key} ${scalar.key}`,
    source: () => `${functions}
${scalar.wgsl}
${eachNumber(`
    let x = xs[i];
    let z = zs[i];
    let p = ${pixel};
    made[i] = scaled() * withNaN(${slope}, z);`)}`,
    reads: { xs: target, zs: logits, ...scalar.reads },
    writes: { made },
    numbers: { total: ['u32', count], ...scalar.numbers },
    groups: groupsOver(count),
  });
  return made;
}
