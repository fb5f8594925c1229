// A scalar that scales a shader's results: the gradient of a term. Usually it is a number that was never uploaded, such as the 1 that tfjs
// starts from or that times a weight; then it is one of the numbers.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Pass } from '../dispatch';

export interface ScalarInput extends Pick<Pass, 'reads' | 'numbers'> {
  /** Part of the program's key. */
  key: string;
  /** `fn scaled() -> f32`, the scalar times the scale. */
  wgsl: string;
}

export function scalarInput(backend: WebGPUBackend, scalar: TensorInfo, scale: number): ScalarInput {
  const { resource, values } = backend.tensorMap.get(scalar.dataId);
  const known = resource ? undefined : (values as Float32Array | null)?.[0];
  if (known !== undefined) {
    const wgsl = 'fn scaled() -> f32 { return numbers.scale; }';
    return { key: 'sent', wgsl, reads: {}, numbers: { scale: ['f32', known * scale] } };
  }
  const wgsl = 'fn scaled() -> f32 { return numbers.scale * scalar[0]; }';
  return { key: 'held', wgsl, reads: { scalar }, numbers: { scale: ['f32', scale] } };
}
