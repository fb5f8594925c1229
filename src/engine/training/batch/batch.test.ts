import { corrupt, isNoisy, testNoiseStep } from '../../../catalog/corrupt';
import { describe, expect, test } from 'vitest';
import { corruptions } from '../../../catalog/corruptions/registry';
import { pcg4d, standardNormal, words } from '../../../core/random';
import type { Samples } from '../../../core/samples/samples';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { assembleBatch, assembleInputs, drawCodeNoise } from './batch';

const bytes: Samples = {
  values: Uint8Array.from([0, 255, 51, 102, 153, 204]),
  shape: [2, 1],
  count: 3,
  labels: new Uint16Array(3),
  classNames: ['only'],
};
const clean = { noise: 'none', noiseLevel: 1, seed: 1 } as const;
const noisy = { noise: 'gaussian', noiseLevel: 0.3, seed: 1 } as const;

test('a batch gathers the requested samples in order, as pixels in [0, 1]', () => {
  const batch = assembleBatch(bytes, [2, 0, 2], clean, 0);
  expect(batch.clean).toEqual(Float32Array.from([0.6, 0.8, 0, 1, 0.6, 0.8]));
});

test('samples stored as floats are used unchanged', () => {
  const floats = { ...bytes, values: Float32Array.from([0.25, 0.5, 0, 0, 1, 0.125]) };
  expect(assembleBatch(floats, [2, 0], clean, 0).clean).toEqual(Float32Array.from([1, 0.125, 0.25, 0.5]));
});

describe('without noise', () => {
  test('the input is the target itself', () => {
    const batch = assembleBatch(bytes, [0], clean, 0);
    expect(batch.noisy).toBe(batch.clean);
  });

  test('means no corruption, or a level of 0', () => {
    expect(isNoisy(clean)).toBe(false);
    expect(isNoisy({ noise: 'gaussian', noiseLevel: 0 })).toBe(false);
    expect(isNoisy(noisy)).toBe(true);
  });
});

describe('with noise', () => {
  test('the target stays clean and the input is the corrupted sample', () => {
    const batch = assembleBatch(bytes, [2, 1], noisy, 7);
    const expected = new Float32Array(4);
    [2, 1].forEach((sample, row) => {
      const place = { seed: 1, step: 7, sample };
      corruptions.gaussian.apply(batch.clean, expected, row * 2, [2, 1], 0.3, place);
    });
    expect(batch.clean).toEqual(Float32Array.from([0.6, 0.8, 0.2, 0.4]));
    expect(batch.noisy).toEqual(expected);
  });

  test('a sample is corrupted alike at any position in the batch', () => {
    const alone = assembleBatch(bytes, [1], noisy, 7).noisy;
    expect(assembleBatch(bytes, [0, 1], noisy, 7).noisy.subarray(2)).toEqual(alone);
  });

  test('test noise differs from the noise of any nearby training step', () => {
    const target = Float32Array.from([0.5, 0.5]);
    const atTest = corrupt(target, [2, 1], [0], noisy, testNoiseStep);
    for (const step of [0, 1, 2]) expect(corrupt(target, [2, 1], [0], noisy, step)).not.toEqual(atTest);
  });
});

describe('the noise of a Gaussian code', () => {
  const experiment = { seed: 1, codeSize: 20 };
  const samplesAt = (count: number) => Uint32Array.from({ length: count }, (_, i) => 3 * i);
  const many = drawCodeNoise(samplesAt(2000), experiment, 5);
  const meanOf = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value / values.length, 0);

  test('is standard normal: mean 0, variance 1, and 68.3 % within one deviation', () => {
    expect(many).toHaveLength(40_000);
    // each bound is about five standard errors
    expect(Math.abs(meanOf(many))).toBeLessThan(0.025);
    expect(Math.abs(meanOf(many.map((value) => value ** 2)) - 1)).toBeLessThan(0.036);
    expect(Math.abs(meanOf(many.map((value) => Number(Math.abs(value) < 1))) - 0.6827)).toBeLessThan(0.012);
  });

  test('is so for every unit, and units are uncorrelated', () => {
    const unit = (index: number) => many.filter((_, i) => i % 20 === index);
    for (let index = 0; index < 20; index++) {
      expect(Math.abs(meanOf(unit(index)))).toBeLessThan(0.11);
      const next = unit((index + 1) % 20);
      const product = unit(index).map((value, i) => value * (next[i] ?? Number.NaN));
      expect(Math.abs(meanOf(product))).toBeLessThan(0.11);
    }
  });

  test('differs by step, sample, unit and seed', () => {
    const two = drawCodeNoise([4, 4], experiment, 5);
    expect(two.subarray(20)).toEqual(two.subarray(0, 20));
    expect(new Set(two.subarray(0, 20)).size).toBe(20);
    const first = two.slice(0, 20);
    expect(drawCodeNoise([5], experiment, 5)).not.toEqual(first);
    expect(drawCodeNoise([4], experiment, 6)).not.toEqual(first);
    expect(drawCodeNoise([4], { ...experiment, seed: 2 }, 5)).not.toEqual(first);
  });

  test('is the same for a sample at any position in the batch and for any code size', () => {
    const alone = drawCodeNoise([9], experiment, 5);
    expect(drawCodeNoise([1, 9], experiment, 5).subarray(20)).toEqual(alone);
    expect(drawCodeNoise([9], { ...experiment, codeSize: 8 }, 5)).toEqual(alone.subarray(0, 8));
  });

  test('differs from the image noise of the same sample', () => {
    const ofImage = Float32Array.from({ length: 20 }, (_, pixel) => {
      pcg4d(1, 5, 9, pixel);
      return standardNormal(words[0] ?? 0, words[1] ?? 0);
    });
    const grey = new Float32Array(20).fill(0.5);
    const noise = { noise: 'gaussian', noiseLevel: 0.01, seed: 1 } as const;
    // the corruption's noise: what it added, in deviations
    const added = corrupt(grey, [20, 1], [9], noise, 5).map((pixel) => (pixel - 0.5) / 0.01);
    const draws = drawCodeNoise([9], experiment, 5);
    added.forEach((value, i) => {
      expect(value).toBeCloseTo(ofImage[i] ?? Number.NaN, 3);
      expect(Math.abs((draws[i] ?? Number.NaN) - value)).toBeGreaterThan(1e-4);
    });
  });
});

describe('a training batch', () => {
  const shape = [10, 10, 1];
  const samples = tinySamples(shape, 60);
  const all = Uint32Array.from({ length: 60 }, (_, i) => i);
  const plain = tinyExperiment();
  const dropping = tinyExperiment({ inputDropout: 0.25 });

  test('without dropout equals the plain batch', () => {
    const batch = assembleInputs(samples, all, plain, 4);
    expect(batch.noisy).toBe(batch.clean);
    const corrupted = tinyExperiment({ noise: 'gaussian' });
    const { clean, noisy } = assembleInputs(samples, all, corrupted, 4);
    expect({ clean, noisy, masks: null }).toEqual(assembleBatch(samples, all, corrupted, 4));
  });

  test.each(['none', 'gaussian'] as const)(
    'under noise %s each input is dropped at the set rate, or scaled up to compensate',
    (noise) => {
      const experiment = { ...dropping, noise };
      const before = assembleBatch(samples, all, experiment, 4);
      const { clean, noisy } = assembleInputs(samples, all, experiment, 4);
      expect(clean).toEqual(before.clean);
      let [dropped, lit] = [0, 0];
      noisy.forEach((value, i) => {
        const input = before.noisy[i] ?? Number.NaN;
        if (input === 0) {
          expect(value).toBe(0);
          return;
        }
        lit++;
        if (value === 0) dropped++;
        else expect(value).toBeCloseTo(input / 0.75, 5);
      });
      // 0.25, within five standard errors
      const tolerance = 5 * Math.sqrt((0.25 * 0.75) / lit);
      expect(lit).toBeGreaterThan(1000);
      expect(Math.abs(dropped / lit - 0.25)).toBeLessThan(tolerance);
    },
  );

  test('keeps the mean of its inputs under dropout', () => {
    const experiment = { ...dropping, inputDropout: 0.5 };
    const { clean, noisy } = assembleInputs(samples, all, experiment, 4);
    const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(noisy) / sum(clean)).toBeGreaterThan(0.9);
    expect(sum(noisy) / sum(clean)).toBeLessThan(1.1);
  });

  test('drops the same inputs of a sample at the same step, others at another step, seed or sample', () => {
    const white = { ...samples, values: new Uint8Array(samples.values.length).fill(255) };
    const inputs = (indices: number[], step: number, seed = 1) =>
      assembleInputs(white, indices, { ...dropping, seed }, step).noisy;
    const once = inputs([3], 4);
    expect(new Set(once)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
    expect(inputs([3], 4)).toEqual(once);
    expect(inputs([5, 3], 4).subarray(100)).toEqual(once);
    expect(inputs([3], 5)).not.toEqual(once);
    expect(inputs([3], 4, 2)).not.toEqual(once);
    expect(inputs([4], 4)).not.toEqual(once);
  });

  test('drops neighbours together no more often than chance', () => {
    const white = { ...samples, values: new Uint8Array(samples.values.length).fill(255) };
    const { noisy } = assembleInputs(white, all, { ...dropping, inputDropout: 0.5 }, 4);
    let same = 0;
    for (let i = 0; i + 1 < noisy.length; i += 2) same += Number((noisy[i] === 0) === (noisy[i + 1] === 0));
    // 3000 pairs, each equal with probability 1/2
    expect(Math.abs(same / (noisy.length / 2) - 0.5)).toBeLessThan(0.05);
  });

  test('does not modify the samples', () => {
    const values = samples.values.slice();
    assembleInputs(samples, all, { ...dropping, noise: 'saltPepper' }, 4);
    expect(samples.values).toEqual(values);
    const floats = { ...samples, values: Float32Array.from(samples.values, (byte) => byte / 255) };
    const kept = floats.values.slice();
    assembleInputs(floats, all, dropping, 4);
    expect(floats.values).toEqual(kept);
  });

  test('has dropout only when training: measurements see every input', () => {
    const batch = assembleBatch(samples, all, dropping, testNoiseStep);
    expect(batch.noisy).toBe(batch.clean);
  });
});
