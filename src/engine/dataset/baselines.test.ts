import { describe, expect, test } from 'vitest';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { squaredError } from '../../core/pca/squared-error';
import { hasMedian, meanImage } from './baselines';
import { tinySamples } from '../testing/tiny/tiny';

/** The definition: the mean image first, then every difference. */
function naiveMeanImageError(train: Samples, used: number, test: Samples): number {
  const size = sampleSize(train.shape);
  const pixel = (samples: Samples, sample: number, i: number) =>
    (samples.values[sample * size + i] ?? 0) * valueScale(samples);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    let mean = 0;
    for (let sample = 0; sample < used; sample++) mean += pixel(train, sample, i) / used;
    for (let sample = 0; sample < test.count; sample++) sum += (pixel(test, sample, i) - mean) ** 2;
  }
  return sum / (test.count * size);
}

const train = tinySamples([4, 3, 1], 50, 5);
const held = tinySamples([4, 3, 1], 23, 7);

describe('the error of the mean training image', () => {
  test('matches its definition', () => {
    const baseline = meanImage(train, held);
    baseline.absorb(50, 50);
    expect(baseline.error()).toBeCloseTo(naiveMeanImageError(train, 50, held), 12);
  });

  test('does not depend on how the training images arrive', () => {
    const baseline = meanImage(train, held);
    for (const ready of [0, 10, 10, 33, 50, 50, 50]) baseline.absorb(ready, 15);
    expect(baseline.error()).toBeCloseTo(naiveMeanImageError(train, 50, held), 12);
  });

  test('covers the images that have arrived, added no faster than the limit', () => {
    const baseline = meanImage(train, held);
    baseline.absorb(40, 7);
    expect(baseline.error()).toBeCloseTo(naiveMeanImageError(train, 7, held), 12);
    baseline.absorb(9, 7);
    expect(baseline.error()).toBeCloseTo(naiveMeanImageError(train, 9, held), 12);
  });

  test('is the variance of the pixels when tested on the training images themselves', () => {
    const two: Samples = { ...train, values: Float32Array.from([0, 1, 1, 0.5]), shape: [2], count: 2 };
    const baseline = meanImage(two, two);
    baseline.absorb(2, 2);
    expect(baseline.error()).toBeCloseTo((0.25 + 0.0625) / 2, 12);
  });

  test('can be created before the test images have arrived', () => {
    const late: Samples = { ...held, values: new Uint8Array(held.values.length) };
    const baseline = meanImage(train, late);
    baseline.absorb(50, 50);
    late.values.set(held.values);
    expect(baseline.error()).toBeCloseTo(naiveMeanImageError(train, 50, held), 12);
  });

  test('is NaN before any image has arrived', () => {
    expect(meanImage(train, held).error()).toBeNaN();
  });
});

test('the squared error sums over all entries', () => {
  expect(squaredError(Float32Array.of(1, 2, 3), Float32Array.of(1, 0, 6))).toBe(13);
});

test.each([
  [[28, 28, 1], true],
  [[2, 28, 1], false],
  [[28, 2, 3], false],
  [[140, 1], true],
  [[2, 5], false],
])('whether a median filter applies to shape %o: %s', (shape, expected) => {
  expect(hasMedian({ ...train, shape })).toBe(expected);
});
