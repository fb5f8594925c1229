// `SparsityPenalty` and its gradient, in one dispatch each; a penalty on over 1024 activations takes two.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { registerSparsityPenalty, withinMargin, type Penalty } from '../../gpu/sparsity-penalty';
import { SparsityPenalty, SparsityPenaltyGradient } from '../../training-kernels';
import { dispatch, eachNumber, groupsOver } from '../dispatch';
import { webgpuRegistration } from '../kernel-registration';
import { numbersWgsl } from '../numbers-wgsl';
import { scalarInput } from '../programs/scalar-input';
import { scalarSum } from '../programs/scalar-sum';

const functions = `${numbersWgsl}
fn within(z: f32) -> f32 { return ${withinMargin}; }`;

/** Columns that a workgroup takes in the gradient of means, and threads that share a column. */
const across = 16;
const down = 16;

/** Installs both kernels; returns a function that removes them. */
export function installSparsityPenalty(): () => void {
  return registerSparsityPenalty(webgpuRegistration, penaltyOf, gradientOf);
}

function penaltyOf(
  backend: WebGPUBackend,
  { key, ofMean, value, rho, codes, rows, columns }: Penalty,
): TensorInfo {
  return scalarSum(backend, {
    key: `${SparsityPenalty} ${key}`,
    functions: `${functions}
fn term(i: u32) -> f32 {
  let rho = numbers.rho;
  ${ofMean ? 'let z = meanOf(i);' : 'let z = codes[i];'}
  return ${value};
}
fn meanOf(column: u32) -> f32 {
  var sum = 0.0;
  for (var row = 0u; row < numbers.rows; row++) { sum += codes[row * numbers.columns + column]; }
  return sum / f32(numbers.rows);
}`,
    reads: { codes },
    numbers: { rows: ['u32', rows], columns: ['u32', columns], rho: ['f32', rho] },
    count: ofMean ? columns : rows * columns,
    scale: ofMean ? 1 : 1 / rows,
  });
}

function gradientOf(
  backend: WebGPUBackend,
  { key, ofMean, slope, rho, codes, rows, columns }: Penalty,
  dy: TensorInfo,
): TensorInfo {
  const made = backend.makeTensorInfo(codes.shape, 'float32');
  const scalar = scalarInput(backend, dy, 1 / rows);
  const total = util.sizeFromShape(codes.shape);
  dispatch(backend, {
    key: `${SparsityPenaltyGradient} ${key} ${scalar.key}`,
    source: () => `${functions}
${scalar.wgsl}
fn slopeAt(z: f32) -> f32 {
  let rho = numbers.rho;
  return scaled() * ${slope};
}
${ofMean ? ofMeanSource : eachNumber('made[i] = slopeAt(codes[i]);')}`,
    reads: { codes, ...scalar.reads },
    writes: { made },
    numbers: {
      ...{ total: ['u32', total], rows: ['u32', rows], columns: ['u32', columns], rho: ['f32', rho] },
      ...scalar.numbers,
    },
    groups: ofMean ? [Math.ceil(columns / across), 1] : groupsOver(total),
  });
  return made;
}

/** Every row of the gradient is the same. A workgroup sums its columns, first in its threads, then their sums in halves. */
const ofMeanSource = `
var<workgroup> sums: array<f32, ${across * down}>;
@compute @workgroup_size(${across * down})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) index: u32) {
  let column = group.x * ${across}u + index % ${across}u;
  let first = index / ${across}u;
  // threads outside take part in the barriers
  let rows = select(0u, numbers.rows, column < numbers.columns);
  var sum = 0.0;
  for (var row = first; row < rows; row += ${down}u) { sum += codes[row * numbers.columns + column]; }
  sums[index] = sum;
  workgroupBarrier();
  for (var half = ${down / 2}u; half > 0u; half /= 2u) {
    if (first < half) { sums[index] += sums[index + half * ${across}u]; }
    workgroupBarrier();
  }
  let slope = slopeAt(sums[index % ${across}u] / f32(numbers.rows));
  for (var row = first; row < rows; row += ${down}u) { made[row * numbers.columns + column] = slope; }
}`;
