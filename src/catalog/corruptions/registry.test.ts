// What holds for every corruption.
import { describe, expect, test } from 'vitest';
import { sampleSize, type SampleShape } from '../../core/samples';
import type { NoisePlace } from './corruption';
import { corruptions } from './registry';

const place: NoisePlace = { seed: 1, step: 2, sample: 3 };
const shapes: SampleShape[] = [
  [28, 28, 1],
  [5, 9, 3],
  [40, 1],
  [7, 2],
  [1, 1, 1],
];

/** Pixels that are all different and strictly between 0 and 1. */
function image(shape: SampleShape): Float32Array {
  const size = sampleSize(shape);
  return Float32Array.from({ length: size }, (_, i) => (i + 1) / (size + 1));
}

describe.each(Object.entries(corruptions))('%s', (id, corruption) => {
  const spoil = (clean: Float32Array, shape: SampleShape, level: number, at: NoisePlace = place) => {
    const noisy = new Float32Array(clean.length).fill(NaN);
    corruption.apply(clean, noisy, 0, shape, level, at);
    return noisy;
  };

  test.each(shapes)('leaves a sample of shape [%i, %i] clean at level 0', (...shape) => {
    expect(spoil(image(shape), shape, 0)).toEqual(image(shape));
  });

  test.each(shapes)('keeps the pixels of shape [%i, %i] in [0, 1] at every level', (...shape) => {
    for (const level of [0.01, 0.5, 1]) {
      expect(spoil(image(shape), shape, level).every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
    }
  });

  test('does not touch the clean image', () => {
    const clean = image([28, 28, 1]);
    spoil(clean, [28, 28, 1], 1);
    expect(clean).toEqual(image([28, 28, 1]));
  });

  test('may write where it reads', () => {
    for (const shape of shapes) {
      const both = image(shape);
      corruption.apply(both, both, 0, shape, 0.5, place);
      expect(both).toEqual(spoil(image(shape), shape, 0.5));
    }
  });

  test('spoils only the sample at the offset, as it would if it stood alone', () => {
    const shape = [4, 4, 1];
    const clean = new Float32Array(48).fill(0.5);
    clean.set(image(shape), 16);
    const noisy = new Float32Array(48).fill(-1);
    corruption.apply(clean, noisy, 16, shape, 0.5, place);
    expect(noisy.subarray(16, 32)).toEqual(spoil(image(shape), shape, 0.5));
    expect([...noisy.subarray(0, 16), ...noisy.subarray(32)].every((pixel) => pixel === -1)).toBe(true);
  });

  test('spoils the same place in the same way', () => {
    const clean = image([28, 28, 1]);
    expect(spoil(clean, [28, 28, 1], 0.5)).toEqual(spoil(clean, [28, 28, 1], 0.5));
  });

  const ways = id === 'none' ? 1 : 4;
  test(`spoils four places that differ in seed, step or sample in ${ways} ways`, () => {
    const clean = image([28, 28, 1]);
    const spoilt = [place, { ...place, seed: 2 }, { ...place, step: 9 }, { ...place, sample: 4 }].map((at) =>
      spoil(clean, [28, 28, 1], 0.5, at).join(),
    );
    expect(new Set(spoilt).size).toBe(ways);
  });
});
