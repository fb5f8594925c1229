import { testNoiseStep } from '../../catalog/corrupt';
import { describe, expect, test } from 'vitest';
import { corruptions } from '../../catalog/corruptions/registry';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { medianFilterInto } from '../../data/median-filter';
import { cleanImage, sharedTestSet, testSet } from './test-set';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';

const samples = tinySamples([4, 4, 1], 30);
const noisy = tinyExperiment({ noise: 'gaussian', noiseLevel: 0.3 });

function error(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
}

describe('a chunk', () => {
  test('holds its span of the test images, with test noise', () => {
    const chunk = testSet(samples).chunk(noisy, 10, 5);
    expect(chunk.clean.subarray(0, 16)).toEqual(cleanImage(samples, 10));
    const expected = new Float32Array(16);
    const place = { seed: noisy.seed, step: testNoiseStep, sample: 12 };
    corruptions.gaussian.apply(cleanImage(samples, 12), expected, 0, samples.shape, 0.3, place);
    expect(chunk.noisy.slice(32, 48)).toEqual(expected);
  });

  test('is the same in every measurement of a run', () => {
    const set = testSet(samples);
    expect(set.chunk({ ...noisy, learningRate: 0.5 }, 0, 10)).toBe(set.chunk(noisy, 0, 10));
  });

  test.each<ExperimentPatch>([{ noiseLevel: 0.4 }, { noise: 'masking' }, { seed: 2 }])(
    'is recomputed when the noise changes: %o',
    (patch) => {
      const set = testSet(samples);
      const before = set.chunk(noisy, 0, 10).noisy;
      expect(set.chunk({ ...noisy, ...patch }, 0, 10).noisy).not.toEqual(before);
    },
  );

  test('has the errors of the noisy input and of a median filter', () => {
    const { clean, noisy: input, ...errors } = testSet(samples).chunk(noisy, 0, 10);
    const filtered = new Float32Array(160);
    for (let at = 0; at < 160; at += 16) medianFilterInto(input, at, filtered, at, samples.shape);
    expect(errors.inputSquaredError).toBeCloseTo(error(clean, input), 3);
    expect(errors.medianSquaredError).toBeCloseTo(error(clean, filtered), 3);
  });
});

describe('without noise', () => {
  const chunk = testSet(samples).chunk(tinyExperiment(), 0, 10);

  test('the input error is 0 and there is no median filter', () => {
    expect(chunk.noisy).toBe(chunk.clean);
    expect(chunk).toMatchObject({ inputSquaredError: 0, medianSquaredError: null });
  });
});

test('has no median filter where it does not apply', () => {
  const short = tinySamples([2, 2], 5);
  expect(testSet(short).chunk(noisy, 0, 5).medianSquaredError).toBeNull();
});

test('images are the same in a batch and in their chunk', () => {
  const set = testSet(samples);
  const { clean, noisy: input } = set.batch(noisy, [7, 3]);
  const chunk = set.chunk(noisy, 0, 10);
  expect(clean.slice(0, 16)).toEqual(chunk.clean.slice(7 * 16, 8 * 16));
  expect(input.slice(16)).toEqual(chunk.noisy.slice(3 * 16, 4 * 16));
});

describe('several users', () => {
  const masked = tinyExperiment({ noise: 'masking' });

  test('share the same arrays, clean and noisy, for the same noise', () => {
    const open = sharedTestSet(samples);
    const [one, other] = [open(), open()];
    expect(other.chunk(tinyExperiment({ seed: 9 }), 0, 10)).toBe(one.chunk(tinyExperiment(), 0, 10));
    expect(other.chunk(noisy, 0, 10)).toBe(one.chunk(noisy, 0, 10));
  });

  test('share the clean pixels under any noise', () => {
    const open = sharedTestSet(samples);
    const { clean } = open().chunk(tinyExperiment(), 0, 10);
    expect(open().chunk(noisy, 0, 10).clean).toBe(clean);
    expect(open().chunk(masked, 0, 10).clean).toBe(clean);
  });

  test('keep their noisy images when another user changes its noise', () => {
    const open = sharedTestSet(samples);
    const [one, other] = [open(), open()];
    const kept = one.chunk(noisy, 0, 10);
    other.chunk(noisy, 0, 10);
    other.chunk(masked, 0, 10);
    expect(one.chunk(noisy, 0, 10)).toBe(kept);
  });

  test('free the noisy images that none of them uses', () => {
    const open = sharedTestSet(samples);
    const [one, other] = [open(), open()];
    const dropped = one.chunk(noisy, 0, 10);
    one.chunk(masked, 0, 10);
    expect(other.chunk(noisy, 0, 10)).not.toBe(dropped);
    const released = other.chunk(noisy, 0, 10);
    other.release();
    expect(one.chunk(noisy, 0, 10)).not.toBe(released);
  });
});
