// The corruptions of the catalog that have a compute shader. The shaders compare integers, so every decision matches the
// catalog's exactly.
import { asImage, erasedBlock } from '../../../../catalog/corruptions/erasing/block';
import { neutralValue } from '../../../../core/inpainting/mask';
import { belowLevel } from '../../../../core/random';
import { boundsOf } from '../../../../core/samples/sample-kind';
import type { SampleShape } from '../../../../core/samples/samples';
import type { Pass } from '../dispatch';

export interface CorruptionShader {
  /**
   * `fn corrupted(clean: f32, key: vec2<u32>, index: u32, pixel: u32) -> f32`, which may read its `numbers`. `key` is the seed and
   * the step, `index` the index of the sample, `pixel` the index of the value in it.
   */
  wgsl: string;
  numbers(level: number, shape: SampleShape): Pass['numbers'];
}

const signature = 'fn corrupted(clean: f32, key: vec2<u32>, index: u32, pixel: u32) -> f32';
const words = 'let words = pcg4d(vec4<u32>(key, index, pixel));';

/** A corruption without an entry here is computed in JavaScript and uploaded. */
export const corruptionShaders: Readonly<Record<string, CorruptionShader>> = {
  none: { wgsl: `${signature} { return clean; }`, numbers: () => ({}) },
  gaussian: {
    wgsl: `${signature} {
  ${words}
  return clamp(clean + numbers.level * normal(words.x, words.y), numbers.least, numbers.greatest);
}`,
    numbers: (level, shape) => ({ level: ['f32', level], ...boundsIn(shape) }),
  },
  saltPepper: {
    wgsl: `${signature} {
  ${words}
  return select(clean, f32(words.y >> 31u), bits24(words.x) < numbers.struckBelow);
}`,
    numbers: (level) => ({ struckBelow: ['u32', belowLevel(level)] }),
  },
  masking: {
    wgsl: `${signature} {
  ${words}
  return select(clean, numbers.neutral, bits24(words.x) < numbers.struckBelow);
}`,
    numbers: (level, shape) => ({
      struckBelow: ['u32', belowLevel(level)],
      neutral: ['f32', neutralValue(shape)],
    }),
  },
  impulses: {
    wgsl: `${signature} {
  ${words}
  let height = 1.0 + f32(bits24(words.z)) / 16777216.0;
  let outlier = 0.5 + select(-height, height, (words.y >> 31u) == 1u);
  return select(clean, clamp(outlier, numbers.least, numbers.greatest), bits24(words.x) < numbers.struckBelow);
}`,
    numbers: (level, shape) => ({ struckBelow: ['u32', belowLevel(level)], ...boundsIn(shape) }),
  },
  block: {
    wgsl: `
// floor(k / 2^24 * n) in 32 bits, n < 2^16
fn among(k: u32, n: u32) -> u32 {
  let high = (k >> 12u) * n;
  let low = (k & 0xfffu) * n;
  return (high + (low >> 12u)) >> 12u;
}
${signature} {
  let words = pcg4d(vec4<u32>(key, index, 0u));
  let at = pixel / numbers.channels;
  // below the first row or column the difference wraps around, and is large
  let down = at / numbers.width - among(bits24(words.x), numbers.waysDown);
  let across = at % numbers.width - among(bits24(words.y), numbers.waysAcross);
  return select(clean, numbers.neutral, down < numbers.erasedRows && across < numbers.erasedColumns);
}`,
    numbers(level, shape) {
      const { height, width, channels } = asImage(shape);
      const { rows, columns } = erasedBlock(shape, level);
      return {
        width: ['u32', width],
        channels: ['u32', channels],
        erasedRows: ['u32', rows],
        erasedColumns: ['u32', columns],
        waysDown: ['u32', height - rows + 1],
        waysAcross: ['u32', width - columns + 1],
        neutral: ['f32', neutralValue(shape)],
      };
    },
  },
};

/** A shader may assume that no number is infinite. */
const greatestFloat = 3.4e38;

function boundsIn(shape: SampleShape): Pass['numbers'] {
  const [least, greatest] = boundsOf(shape);
  return {
    least: ['f32', Math.max(least, -greatestFloat)],
    greatest: ['f32', Math.min(greatest, greatestFloat)],
  };
}
