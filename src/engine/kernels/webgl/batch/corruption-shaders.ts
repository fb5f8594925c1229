// The corruptions of the catalog that have a shader. The shaders compare integers, so every decision matches the catalog's
// exactly.
import { asImage, erasedBlock } from '../../../../catalog/corruptions/erasing/block';
import { neutralValue } from '../../../../core/inpainting/mask';
import { belowLevel } from '../../../../core/random';
import { boundsOf } from '../../../../core/samples/sample-kind';
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
uniform float least, greatest;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(key, index, uint(pixel)));
  return clamp(clean + level * normal(words.x, words.y), least, greatest);
}`,
    uniforms: (level, shape) => ({ floats: { level, ...boundsIn(shape) } }),
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
uniform float neutral;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  return bits24(pcg4d(uvec4(key, index, uint(pixel))).x) < struckBelow ? neutral : clean;
}`,
    uniforms: (level, shape) => ({
      uints: { struckBelow: belowLevel(level) },
      floats: { neutral: neutralValue(shape) },
    }),
  },
  impulses: {
    glsl: `
uniform uint struckBelow;
uniform float least, greatest;
float corrupted(float clean, uvec2 key, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(key, index, uint(pixel)));
  float height = 1.0 + float(bits24(words.z)) / 16777216.0;
  float outlier = 0.5 + ((words.y >> 31u) == 1u ? height : -height);
  return bits24(words.x) < struckBelow ? clamp(outlier, least, greatest) : clean;
}`,
    uniforms: (level, shape) => ({
      uints: { struckBelow: belowLevel(level) },
      floats: boundsIn(shape),
    }),
  },
  block: {
    glsl: `
uniform ivec2 image; // columns and channels
uniform ivec2 erased; // rows and columns
uniform ivec2 ways; // in which it can lie, down and across
uniform float neutral;
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
  return all(greaterThanEqual(from, ivec2(0))) && all(lessThan(from, erased)) ? neutral : clean;
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
        floats: { neutral: neutralValue(shape) },
      };
    },
  },
};

function boundsIn(shape: SampleShape): { least: number; greatest: number } {
  const [least, greatest] = boundsOf(shape);
  return { least, greatest };
}
