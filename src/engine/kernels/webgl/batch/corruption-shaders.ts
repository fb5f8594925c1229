// The corruptions of the catalog that have a shader. The shaders compare integers, so every decision matches the catalog's
// exactly.
import { asImage, erasedBlock } from '../../../../catalog/corruptions/erasing/block';
import { belowLevel } from '../../../../core/random';
import type { SampleShape } from '../../../../core/samples/samples';
import type { Pass } from '../gpu-pass';

export interface CorruptionShader {
  /**
   * `float corrupted(float clean, uvec2 key, uint index, int pixel)`, with its uniforms. `key` is the seed and the step,
   * `index` the index of the sample, `pixel` the index of the value in it.
   */
  glsl: string;
  uniforms(level: number, shape: SampleShape): Pick<Pass, 'floats' | 'ints' | 'uints'>;
}

/** A corruption without an entry here is computed in JavaScript and uploaded. */
export const corruptionShaders: Readonly<Record<string, CorruptionShader>> = {
  none: {
    glsl: 'float corrupted(float clean, uvec2 key, uint index, int pixel) { return clean; }',
    uniforms: () => ({}),
  },
  gaussian: {
    glsl: `
uniform float level;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(key, index, uint(pixel)));
  return clamp(clean + level * normal(words.x, words.y), 0.0, 1.0);
}`,
    uniforms: (level) => ({ floats: { level } }),
  },
  saltPepper: {
    glsl: `
uniform uint struckBelow;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(key, index, uint(pixel)));
  return bits24(words.x) < struckBelow ? float(words.y >> 31u) : clean;
}`,
    uniforms: (level) => ({ uints: { struckBelow: belowLevel(level) } }),
  },
  masking: {
    glsl: `
uniform uint struckBelow;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  return bits24(pcg4d(uvec4(key, index, uint(pixel))).x) < struckBelow ? 0.0 : clean;
}`,
    uniforms: (level) => ({ uints: { struckBelow: belowLevel(level) } }),
  },
  block: {
    glsl: `
uniform ivec2 image; // columns and channels
uniform ivec2 erased; // rows and columns
uniform ivec2 ways; // in which it can lie, down and across
// floor(k / 2^24 * n) in 32 bits, n < 2^16
int among(uint k, int n) {
  uint high = (k >> 12u) * uint(n), low = (k & 0xfffu) * uint(n);
  return int((high + (low >> 12u)) >> 12u);
}
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(key, index, 0u));
  ivec2 corner = ivec2(among(bits24(words.x), ways.x), among(bits24(words.y), ways.y));
  int at = pixel / image.y;
  ivec2 from = ivec2(at / image.x, at % image.x) - corner;
  return all(greaterThanEqual(from, ivec2(0))) && all(lessThan(from, erased)) ? 0.0 : clean;
}`,
    uniforms(level, shape) {
      const { height, width, channels } = asImage(shape);
      const { rows, columns } = erasedBlock(shape, level);
      return {
        ints: {
          image: [width, channels],
          erased: [rows, columns],
          ways: [height - rows + 1, width - columns + 1],
        },
      };
    },
  },
};
