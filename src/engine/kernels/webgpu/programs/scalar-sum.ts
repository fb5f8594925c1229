// Sums of as many terms as there are numbers, in one dispatch where they are few, else in two: sums of strips, then their total.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dispatch, listThreads, type Pass } from '../dispatch';

/** Most strips that the first dispatch sums, each with one workgroup, and numbers from which a further one is worth it. */
const maxStrips = 64;
const numbersInStrip = 1024;

export interface ScalarSum extends Pick<Pass, 'key' | 'reads' | 'numbers'> {
  /** WGSL: `fn term(i: u32) -> f32`, which is called once for each `i` below `count`. */
  functions: string;
  /** What `term` writes besides. */
  writes?: Pass['writes'];
  count: number;
  /** What the total is multiplied by. */
  scale: number;
}

export function scalarSum(
  backend: WebGPUBackend,
  { key, functions, reads, writes, numbers, count, scale }: ScalarSum,
): TensorInfo {
  const strips = Math.min(maxStrips, Math.ceil(count / numbersInStrip));
  const total = backend.makeTensorInfo([], 'float32');
  const partial = strips > 1 ? backend.makeTensorInfo([strips], 'float32') : total;
  dispatch(backend, {
    key,
    source: () => functions + sumSource,
    reads,
    writes: { ...writes, sums: partial },
    numbers: { ...numbers, total: ['u32', count], scale: ['f32', strips > 1 ? 1 : scale] },
    groups: [strips, 1],
  });
  if (partial === total) return total;
  dispatch(backend, {
    key: 'ScalarSum total',
    source: () => `fn term(i: u32) -> f32 { return partial_[i]; }${sumSource}`,
    reads: { partial_: partial },
    writes: { sums: total },
    numbers: { total: ['u32', strips], scale: ['f32', scale] },
    groups: [1, 1],
  });
  backend.disposeData(partial.dataId);
  return total;
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
