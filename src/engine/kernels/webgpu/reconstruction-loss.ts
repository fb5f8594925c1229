// `ReconstructionLoss` in two dispatches (sums of strips, then their total), and its gradient in one. The formulas are those of
// catalog/losses, in a form that preserves small values.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import {
  ReconstructionLoss,
  ReconstructionLossGradient,
  type ReconstructionLossAttrs,
} from '../training-kernels';
import { dispatch, eachNumber, groupsOver, listThreads, type Pass } from './dispatch';
import { addKernel } from './kernel-registration';
import { numbersWgsl } from './numbers-wgsl';

interface LossSource {
  /** The loss of a pixel `x`, reconstructed as `p` (from the logit `z`). */
  value: string;
  /** Its derivative with respect to `p`; for the cross-entropy with respect to `z`. */
  slope: string;
  declarations?: string;
}

/** The losses that the kernels can compute. */
const losses: Readonly<Record<string, LossSource>> = {
  mse: { value: '(p - x) * (p - x)', slope: '2.0 * (p - x)' },
  mae: { value: 'abs(p - x)', slope: 'sign(p - x)' },
  bce: {
    value: 'max(z, 0.0) - z * x + logOnePlus(exp(-abs(z)))',
    slope: 'p - x',
    // log(1 + e) = 2 artanh(e / (2 + e)) for e in [0, 1], accurate to the last digits even for small e
    declarations: `
fn logOnePlus(e: f32) -> f32 {
  let s = e / (2.0 + e);
  let q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))));
}`,
  },
};

/** Most strips that the first dispatch sums, each with one workgroup, and numbers from which a further one is worth it. */
const maxStrips = 64;
const numbersInStrip = 1024;

/** Installs both kernels; returns a function that removes them. */
export function installReconstructionLoss(): () => void {
  const remove = [
    addKernel<Record<'target' | 'logits', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLoss,
      ({ inputs, attrs, backend }) => lossOf(backend, inputs, attrs),
      losses,
    ),
    addKernel<Record<'target' | 'logits' | 'dy', TensorInfo>, ReconstructionLossAttrs>(
      ReconstructionLossGradient,
      ({ inputs, attrs, backend }) => gradientOf(backend, inputs, attrs),
      losses,
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function lossOf(
  backend: WebGPUBackend,
  { target, logits }: Record<'target' | 'logits', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  const count = util.sizeFromShape(logits.shape);
  const strips = Math.min(maxStrips, Math.ceil(count / numbersInStrip));
  const { value, declarations = '' } = kindOf(losses, loss);
  const total = backend.makeTensorInfo([], 'float32');
  const partial = strips > 1 ? backend.makeTensorInfo([strips], 'float32') : total;
  const pass = { ...sum(strips, count, strips > 1 ? 1 : 1 / count), writes: { sums: partial } };
  dispatch(backend, {
    ...pass,
    key: `${ReconstructionLoss} ${loss} ${sigmoid}`,
    source: () => `${numbersWgsl}
${declarations}
fn term(i: u32) -> f32 {
  let x = xs[i];
  let z = zs[i];
  let p = ${sigmoid || loss === 'bce' ? 'sigmoid(z)' : 'z'};
  return withNaN(${value}, z);
}
${sumSource}`,
    reads: { xs: target, zs: logits },
  });
  if (partial === total) return total;
  dispatch(backend, {
    ...sum(1, strips, 1 / count),
    key: `${ReconstructionLoss} total`,
    source: () => `fn term(i: u32) -> f32 { return partial_[i]; }
${sumSource}`,
    reads: { partial_: partial },
    writes: { sums: total },
  });
  backend.disposeData(partial.dataId);
  return total;
}

function sum(strips: number, count: number, scale: number): Pick<Pass, 'numbers' | 'groups'> {
  return { numbers: { total: ['u32', count], scale: ['f32', scale] }, groups: [strips, 1] };
}

/** Each workgroup sums `term(i)` over every so-many-th `i`, first in its threads, then their sums in halves. */
const sumSource = `
var<workgroup> shared_: array<f32, ${listThreads}>;
@compute @workgroup_size(${listThreads})
fn main(
  @builtin(global_invocation_id) id: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
) {
  var sum = 0.0;
  for (var i = id.x; i < numbers.total; i += groups.x * ${listThreads}u) { sum += term(i); }
  shared_[index] = sum;
  workgroupBarrier();
  for (var half = ${listThreads / 2}u; half > 0u; half /= 2u) {
    if (index < half) { shared_[index] += shared_[index + half]; }
    workgroupBarrier();
  }
  if (index == 0u) { sums[group.x] = numbers.scale * shared_[0]; }
}`;

function gradientOf(
  backend: WebGPUBackend,
  { target, logits, dy }: Record<'target' | 'logits' | 'dy', TensorInfo>,
  { loss, sigmoid }: ReconstructionLossAttrs,
): TensorInfo {
  const { slope } = kindOf(losses, loss);
  const isBehind = sigmoid && loss !== 'bce';
  const count = util.sizeFromShape(logits.shape);
  // usually dy is the 1 that tfjs starts from, which was never uploaded
  const { resource, values } = backend.tensorMap.get(dy.dataId);
  const known = resource ? undefined : (values as Float32Array | null)?.[0];
  const made = backend.makeTensorInfo(logits.shape, 'float32');
  dispatch(backend, {
    key: `${ReconstructionLossGradient} ${loss} ${sigmoid} ${known === undefined}`,
    source: () => `${numbersWgsl}
${eachNumber(`
    let x = xs[i];
    let z = zs[i];
    let p = ${sigmoid || loss === 'bce' ? 'sigmoid(z)' : 'z'};
    let slope = ${isBehind ? `(${slope}) * p * (1.0 - p)` : slope};
    made[i] = numbers.scale * ${known === undefined ? 'dys[0] * ' : ''}withNaN(slope, z);`)}`,
    reads: { xs: target, zs: logits, ...(known === undefined && { dys: dy }) },
    writes: { made },
    numbers: { total: ['u32', count], scale: ['f32', (known ?? 1) / count] },
    groups: groupsOver(count),
  });
  return made;
}
