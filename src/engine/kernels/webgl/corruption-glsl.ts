// The corruptions of the catalogue in GLSL: `float spoilt(float clean, uvec2 place, uint index, int pixel)` for each.
// Decisions fall exactly as there, because they are made of whole numbers.
import { asImage, erasedBlock } from '../../../catalog/corruptions/block';
import type { CorruptionId } from '../../../core/experiment';
import { belowLevel } from '../../../core/random';
import type { SampleShape } from '../../../core/samples';
import type { Pass } from './gpu-pass';

/** `place` is the seed and the step, `index` the sample's number, `pixel` which of its values it is. */
export const corruptionGlsl = {
  none: 'float spoilt(float clean, uvec2 place, uint index, int pixel) { return clean; }',
  gaussian: `
uniform float level;
float spoilt(float clean, uvec2 place, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(place, index, uint(pixel)));
  return clamp(clean + level * normal(words.x, words.y), 0.0, 1.0);
}`,
  saltPepper: `
uniform uint struckBelow;
float spoilt(float clean, uvec2 place, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(place, index, uint(pixel)));
  return bits24(words.x) < struckBelow ? float(words.y >> 31u) : clean;
}`,
  masking: `
uniform uint struckBelow;
float spoilt(float clean, uvec2 place, uint index, int pixel) {
  return bits24(pcg4d(uvec4(place, index, uint(pixel))).x) < struckBelow ? 0.0 : clean;
}`,
  block: `
uniform ivec2 image; // columns and channels
uniform ivec2 erased; // rows and columns
uniform ivec2 ways; // in which it can lie, down and across
// floor(k / 2^24 * n) in 32 bits, n < 2^16
int among(uint k, int n) {
  uint high = (k >> 12u) * uint(n), low = (k & 0xfffu) * uint(n);
  return int((high + (low >> 12u)) >> 12u);
}
float spoilt(float clean, uvec2 place, uint index, int pixel) {
  uvec4 words = pcg4d(uvec4(place, index, 0u));
  ivec2 corner = ivec2(among(bits24(words.x), ways.x), among(bits24(words.y), ways.y));
  int at = pixel / image.y;
  ivec2 from = ivec2(at / image.x, at % image.x) - corner;
  return all(greaterThanEqual(from, ivec2(0))) && all(lessThan(from, erased)) ? 0.0 : clean;
}`,
} satisfies Record<CorruptionId, string>;

/** What they are told. */
export function corruptionUniforms(
  noise: CorruptionId,
  level: number,
  shape: SampleShape,
): Required<Pick<Pass, 'floats' | 'ints' | 'uints'>> {
  const none = { floats: {}, ints: {}, uints: {} };
  if (noise === 'gaussian') return { ...none, floats: { level } };
  if (noise === 'masking' || noise === 'saltPepper')
    return { ...none, uints: { struckBelow: belowLevel(level) } };
  if (noise === 'none') return none;
  const { height, width, channels } = asImage(shape);
  const { rows, columns } = erasedBlock(shape, level);
  return {
    ...none,
    ints: {
      image: [width, channels],
      erased: [rows, columns],
      ways: [height - rows + 1, width - columns + 1],
    },
  };
}
