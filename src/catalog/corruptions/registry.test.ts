// Properties that hold for every corruption.
import { describe, expect, test } from 'vitest';
import { defaultExperiment, type ExperimentPatch, type Setting } from '../../core/experiment/experiment';
import { isUsed, noisesWithMask, repairExperiment } from '../../core/experiment/rules';
import { emptyMask, gridOf, neutralValue, withoutMissing } from '../../core/inpainting/mask';
import { boundsOf } from '../../core/samples/sample-kind';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import type { Corruption, NoisePlace } from './corruption';
import { momentsOf, type NoiseMoments } from './moments/noise-moments';
import { corruptions } from './registry';
import { powerOf } from './signals/snr';

const place: NoisePlace = { seed: 1, step: 2, sample: 3 };
const shapes: SampleShape[] = [
  [28, 28, 1],
  [5, 9, 3],
  [40, 1],
  [7, 2],
  [1, 1, 1],
];

/** Distinct pixels strictly between 0 and 1. */
function image(shape: SampleShape): Float32Array {
  const size = sampleSize(shape);
  return Float32Array.from({ length: size }, (_, i) => (i + 1) / (size + 1));
}

const all: [string, Corruption][] = Object.entries(corruptions);

test('the rules know which corruptions have a mask', () => {
  expect(all.filter(([, each]) => each.mask !== undefined).map(([id]) => id)).toEqual(noisesWithMask);
});

test('a mask and a loss on the hole have an effect with such noise alone', () => {
  const asked: Setting[] = ['maskInput', 'lossOn', 'holeWeight'];
  const used = (patch: ExperimentPatch) =>
    asked.filter((setting) => isUsed(setting, { ...defaultExperiment, noise: 'block', ...patch }));
  expect(used({ noise: 'gaussian' })).toEqual([]);
  expect(used({})).toEqual(['maskInput', 'lossOn']);
  expect(used({ lossOn: 'weighted' })).toEqual(asked);
});

test('other noise drops them, with a reason', () => {
  const asked: ExperimentPatch = { noise: 'holes', maskInput: 'on', lossOn: 'hole' };
  const { experiment, reasons } = repairExperiment({ ...defaultExperiment, ...asked, noise: 'gaussian' });
  expect(experiment).toEqual({ ...defaultExperiment, noise: 'gaussian' });
  expect(reasons).toHaveLength(2);
  expect(repairExperiment({ ...defaultExperiment, ...asked }).reasons).toEqual([]);
});

describe.each(all)('%s', (id, corruption) => {
  const corrupt = (clean: Float32Array, shape: SampleShape, level: number, at: NoisePlace = place) => {
    const noisy = new Float32Array(clean.length).fill(NaN);
    corruption.apply(clean, noisy, 0, shape, level, at);
    return noisy;
  };

  test.each(shapes)('leaves a sample of shape [%i, %i] clean at level 0', (...shape) => {
    expect(corrupt(image(shape), shape, 0)).toEqual(image(shape));
  });

  test.each(shapes)('keeps what it writes of shape [%i, %i] within its bounds at every level', (...shape) => {
    const [least, greatest] = boundsOf(shape);
    for (const level of [0.01, 0.5, 1]) {
      const noisy = corrupt(image(shape), shape, level);
      expect(noisy.every((pixel) => pixel >= least && pixel <= greatest)).toBe(true);
    }
  });

  // Salt and pepper are the ends of that range; magnitudes of a spectrum are not negative.
  test.skipIf(id === 'saltPepper' || id === 'spectral')('clips no value of a signal to [0, 1]', () => {
    const shape = [200, 1];
    const clean = Float32Array.from({ length: 200 }, (_, at) => (at % 2 ? 7 : -6));
    const noisy = corrupt(clean, shape, 0.1);
    expect(noisy.filter((value, at) => Math.abs(value - (clean[at] ?? 0)) < 5).length).toBeGreaterThan(100);
    expect(noisy.some((value) => value === 0 || value === 1)).toBe(false);
  });

  test('does not modify the clean image', () => {
    const clean = image([28, 28, 1]);
    corrupt(clean, [28, 28, 1], 1);
    expect(clean).toEqual(image([28, 28, 1]));
  });

  test('works in place', () => {
    for (const shape of shapes) {
      const both = image(shape);
      corruption.apply(both, both, 0, shape, 0.5, place);
      expect(both).toEqual(corrupt(image(shape), shape, 0.5));
    }
  });

  test('corrupts only the sample at the offset, just as it would alone', () => {
    const shape = [4, 4, 1];
    const clean = new Float32Array(48).fill(0.5);
    clean.set(image(shape), 16);
    const noisy = new Float32Array(48).fill(-1);
    corruption.apply(clean, noisy, 16, shape, 0.5, place);
    expect(noisy.subarray(16, 32)).toEqual(corrupt(image(shape), shape, 0.5));
    expect([...noisy.subarray(0, 16), ...noisy.subarray(32)].every((pixel) => pixel === -1)).toBe(true);
  });

  test('gives the same noise for the same counters', () => {
    const clean = image([28, 28, 1]);
    expect(corrupt(clean, [28, 28, 1], 0.5)).toEqual(corrupt(clean, [28, 28, 1], 0.5));
  });

  const stated = [[4, 5, 1], [10, 2]].filter((shape) => momentsOf(id, shape)); // prettier-ignore
  test.skipIf(stated.length === 0).each(stated)(
    'has the moments that its noise has in shape %j',
    (...shape) => {
      const [size, draws] = [sampleSize(shape), 20_000];
      for (const level of [0.2, 0.6, 1]) {
        const clean = image(shape);
        const noisy = new Float32Array(size);
        const sums = new Float64Array(size);
        const products = new Float64Array(size * size);
        for (let sample = 0; sample < draws; sample++) {
          corruption.apply(clean, noisy, 0, shape, level, { ...place, sample });
          for (let a = 0; a < size; a++) {
            sums[a] = (sums[a] ?? 0) + (noisy[a] ?? 0) / draws;
            for (let b = 0; b < size; b++) {
              const at = a * size + b;
              products[at] = (products[at] ?? 0) + ((noisy[a] ?? 0) * (noisy[b] ?? 0)) / draws;
            }
          }
        }
        const stated = statedMoments(momentsOf(id, shape), clean, shape, level);
        sums.forEach((mean, a) => {
          const spread = Math.sqrt(Math.max(0.25, (products[a * size + a] ?? 0) - mean * mean));
          // five standard errors of the mean
          expect(Math.abs(mean - (stated.means[a] ?? NaN))).toBeLessThan((5 * spread) / Math.sqrt(draws));
        });
        // The largest mean square bounds the spread of a product; outliers have four times a normal number's.
        const largest = Math.max(0.5, ...sums.map((_, a) => products[a * size + a] ?? 0));
        const tolerance = (5 * largest * (id === 'clicks' ? 4 : Math.SQRT2)) / Math.sqrt(draws);
        products.forEach((product, at) =>
          expect(Math.abs(product - (stated.products[at] ?? NaN))).toBeLessThan(tolerance),
        );
      }
    },
  );

  test.skipIf(!corruption.mask)('removes just the pixels that its mask names', () => {
    for (const shape of shapes) {
      for (const level of [0, 0.3, 1]) {
        const missing = emptyMask(shape);
        corruption.mask?.(missing, shape, level, place);
        const clean = image(shape);
        const isWholePixel = gridOf(shape).channels === 1 || id !== 'masking';
        const noisy = corrupt(clean, shape, level);
        if (isWholePixel) expect(noisy).toEqual(withoutMissing(clean, missing, shape));
        else expect(withoutMissing(noisy, missing, shape)).toEqual(noisy);
      }
    }
  });

  const ways = id === 'none' || id === 'side' ? 1 : 4;
  test(`gives ${ways} results for four counters that differ in seed, step or sample`, () => {
    const clean = image([28, 28, 1]);
    const results = [place, { ...place, seed: 2 }, { ...place, step: 9 }, { ...place, sample: 4 }].map((at) =>
      corrupt(clean, [28, 28, 1], 0.5, at).join(),
    );
    expect(new Set(results).size).toBe(ways);
  });
});

/** Mean of every noisy pixel and of every product of two, `[D]` and `[D, D]`, in closed form. */
function statedMoments(
  moments: NoiseMoments | undefined,
  clean: Float32Array,
  shape: SampleShape,
  level: number,
): { means: number[]; products: number[] } {
  const pixels = Array.from(clean);
  if (moments?.kind === 'per-pixel') {
    const each = pixels.map((value) => moments.of(value, level, shape));
    return {
      means: each.map(({ mean }) => mean),
      products: each.flatMap(({ mean, meanSquare }, a) =>
        each.map((other, b) => (a === b ? meanSquare : mean * other.mean)),
      ),
    };
  }
  const { length } = pixels;
  if (moments?.kind === 'added') {
    const covariance = moments.covariance(shape, level);
    const { channels } = gridOf(shape);
    const power = powerOf(clean, 0, length / channels, channels);
    return {
      means: pixels,
      products: pixels.flatMap((one, a) =>
        pixels.map((other, b) => one * other + power * (covariance[a * length + b] ?? NaN)),
      ),
    };
  }
  const kept = moments?.keptTogether(shape, level) ?? new Float64Array(0);
  const neutral = neutralValue(shape);
  const distances = pixels.map((value) => value - neutral);
  const alone = (a: number) => (distances[a] ?? NaN) * (kept[a * length + a] ?? NaN);
  return {
    means: pixels.map((_, a) => neutral + alone(a)),
    products: pixels.flatMap((_, a) =>
      pixels.map(
        (__, b) =>
          neutral * (neutral + alone(a) + alone(b)) +
          (distances[a] ?? NaN) * (distances[b] ?? NaN) * (kept[a * length + b] ?? NaN),
      ),
    ),
  };
}
