// `GaussianCode` in one dispatch, or two where the codes of a batch have over 1024 numbers, and its gradients in one.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  gaussianFormulas,
  registerGaussianCode,
  type GaussianGradientInputs,
  type GaussianInputs,
} from '../../gpu/gaussian-code';
import { GaussianCode, GaussianCodeGradient } from '../../training-kernels';
import { dispatch, eachNumber, groupsOver } from '../dispatch';
import { webgpuRegistration } from '../kernel-registration';
import { numbersWgsl } from '../numbers-wgsl';
import { scalarInput } from '../programs/scalar-input';
import { scalarSum } from '../programs/scalar-sum';

const { code, divergence, dMean, dLogVar } = gaussianFormulas;

const read = `
  let mean = means[i];
  let logVar = logVars[i];
  let noise = noises[i];`;

/** Installs both kernels; returns a function that removes them. */
export function installGaussianCode(): () => void {
  return registerGaussianCode(webgpuRegistration, codeOf, gradientOf);
}

function codeOf(
  backend: WebGPUBackend,
  { mean, logVar, noise }: GaussianInputs,
  batch: number,
): TensorInfo[] {
  const made = backend.makeTensorInfo(mean.shape, 'float32');
  const total = scalarSum(backend, {
    key: GaussianCode,
    functions: `${numbersWgsl}
fn term(i: u32) -> f32 {${read}
  made[i] = ${code};
  return ${divergence};
}`,
    reads: { means: mean, logVars: logVar, noises: noise },
    writes: { made },
    numbers: {},
    count: util.sizeFromShape(mean.shape),
    scale: 0.5 / batch,
  });
  return [made, total];
}

function gradientOf(
  backend: WebGPUBackend,
  { mean, logVar, noise, dCode, dDivergence }: GaussianGradientInputs,
  batch: number,
): TensorInfo[] {
  const byMean = backend.makeTensorInfo(mean.shape, 'float32');
  const byLogVar = backend.makeTensorInfo(mean.shape, 'float32');
  const scalar = scalarInput(backend, dDivergence, 1 / batch);
  const total = util.sizeFromShape(mean.shape);
  dispatch(backend, {
    key: `${GaussianCodeGradient} ${scalar.key}`,
    source: () => `${numbersWgsl}
${scalar.wgsl}
${eachNumber(`${read}
  let dCode = dCodes[i];
  byMean[i] = ${dMean};
  byLogVar[i] = ${dLogVar};`)}`,
    reads: { means: mean, logVars: logVar, noises: noise, dCodes: dCode, ...scalar.reads },
    writes: { byMean, byLogVar },
    numbers: { total: ['u32', total], ...scalar.numbers },
    groups: groupsOver(total),
  });
  return [byMean, byLogVar];
}
