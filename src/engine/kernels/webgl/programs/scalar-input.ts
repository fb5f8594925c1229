// A scalar that scales a program's results: the gradient of a term. Usually it is a number that was never uploaded, such as the 1 that tfjs
// starts from or that times a weight; then it is a uniform.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Read } from '../gpu-pass';
import { dataOf, withPacked } from '../tensor-texture';

export interface ScalarInput {
  /** Part of the program's key. */
  key: string;
  /** Declares `float scaled()`, the scalar times the scale. */
  glsl: string;
  floats: Readonly<Record<string, number>>;
  reads: Readonly<Record<string, Read>>;
}

/** Calls `use` with `scalar` times `scale`. */
export function withScalar<T>(
  backend: MathBackendWebGL,
  scalar: TensorInfo,
  scale: number,
  use: (input: ScalarInput) => T,
): T {
  const { texture, slice, values } = dataOf(backend, scalar);
  const value = texture || slice ? undefined : values?.[0];
  if (value !== undefined) {
    const glsl = 'uniform float scalar; float scaled() { return scalar; }';
    return use({ key: 'sent', glsl, floats: { scalar: scale * value }, reads: {} });
  }
  return withPacked(backend, [scalar], ([held]) =>
    use({
      key: 'held',
      glsl: `uniform float scale; uniform sampler2D scalar;
float scaled() { return scale * texelFetch(scalar, ivec2(0), 0).r; }`,
      floats: { scale },
      reads: held ? { scalar: held } : {},
    }),
  );
}
