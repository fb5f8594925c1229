// Handles the padding of a texture beyond its tensor: half of the last texels of an odd matrix, and the last texels of a
// texture larger than its tensor. Padding may hold anything when read; it must be written as zero (odd-matmul.ts).
import { util } from '@tensorflow/tfjs-core';
import type { Placed } from '../tensor-texture';

export interface Inside {
  /** Part of the pass's key. */
  key: string;
  /** Declares `vec4 inside(vec4 value, ivec2 at)`: the value of the texel at `at` with its padding zeroed. */
  glsl: string;
  ints: Record<string, readonly number[]>;
}

/** How to zero the padding of a tensor. */
export function insideOf({ shape, isPacked, width, height }: Placed): Inside {
  if (!isPacked) {
    return {
      key: 'unpacked',
      glsl: unpackedGlsl,
      ints: { texels: [width, util.sizeFromShape([...shape])] },
    };
  }
  const [rows, columns] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const [high, wide] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
  const count = high * wide * util.sizeFromShape(shape.slice(0, -2));
  if (rows % 2 === 0 && columns % 2 === 0 && count === width * height) {
    return { key: 'even', glsl: 'vec4 inside(vec4 value, ivec2 at) { return value; }', ints: {} };
  }
  return {
    key: 'odd',
    glsl: packedGlsl,
    ints: { texels: [width, count], matrix: [rows, columns, high, wide] },
  };
}

/** `texels`: the width of the texture, and the number of texels that belong to the tensor. */
const unpackedGlsl = `
uniform ivec2 texels;
vec4 inside(vec4 value, ivec2 at) {
  return at.y * texels.x + at.x < texels.y ? vec4(value.r, 0, 0, 0) : vec4(0);
}`;

/** `matrix`: rows and columns, then rows and columns of texels, of each matrix in the tensor. */
const packedGlsl = `
uniform ivec2 texels;
uniform ivec4 matrix;
vec4 inside(vec4 value, ivec2 at) {
  int index = at.y * texels.x + at.x;
  if (index >= texels.y) return vec4(0);
  bool lowest = 2 * ((index / matrix.w) % matrix.z) + 1 == matrix.x;
  bool last = 2 * (index % matrix.w) + 1 == matrix.y;
  // select instead of multiplying: the padding may be NaN
  return mix(value, vec4(0), bvec4(false, last, lowest, last || lowest));
}`;
