import { expect, it } from 'vitest';
import { picturesBehind } from '../../core/limits/limits-api';
import type { Samples } from '../../core/samples/samples';
import { setInShape, foreignSamples } from './foreign-samples';

function samplesOf(shape: readonly number[], rows: readonly (readonly number[])[]): Samples {
  return {
    values: Uint8Array.from(rows.flat()),
    shape,
    count: rows.length,
    labels: new Uint16Array(rows.length),
    classNames: [],
  };
}

const size = 4;
/** Two classes one after the other: all 0, then all 255, in squares of 2 x 2. */
const rows = Array.from({ length: 40 }, (_, row) => new Array<number>(size).fill(row < 20 ? 0 : 255));
const tested = { train: samplesOf([2, 2, 1], rows), test: samplesOf([2, 2, 1], rows) };
/** A mean of 0 and one component that has nothing to do with flat squares. */
const pca = {
  mean: new Float32Array(9),
  components: Float32Array.of(1, -1, 0, 0, 0, 0, 0, 0, 0).map((x) => x / Math.SQRT2),
};

it('the mean image and PCA have the errors that they have on paper, on samples from the whole test set', async () => {
  const question = { shape: [3, 3, 1], count: 10, codeSize: 1 };
  const { samples, meanMse, pcaMse, pcaPictures, ownShape } = await foreignSamples(question, tested, pca);
  expect(samples).toHaveLength(10 * 9);
  expect(samples.reduce((sum, value) => sum + value, 0)).toBeCloseTo(45, 4);
  // Half of them 0, half 1: the mean is 0.5 everywhere, and PCA leaves all of the bright ones.
  expect(meanMse).toBeCloseTo(0.25, 5);
  expect(pcaMse).toBeCloseTo(0.5, 5);
  expect(pcaPictures).toHaveLength(picturesBehind * 9);
  for (const value of pcaPictures) expect(value).toBeCloseTo(0, 5);
  expect(ownShape).toEqual([2, 2, 1]);
});

it('has no more samples than the test set', async () => {
  const few = { train: tested.train, test: samplesOf([2, 2, 1], rows.slice(0, 3)) };
  const { samples, pcaPictures } = await foreignSamples(
    { shape: [3, 3, 1], count: 10, codeSize: 1 },
    few,
    pca,
  );
  expect(samples).toHaveLength(27);
  expect(pcaPictures).toHaveLength(27);
});

it('a whole set of signals in another shape keeps what lies outside of [0, 1]', async () => {
  const set = { ...samplesOf([2, 1], [[0, 0]]), values: Float32Array.of(-1, 3) };
  expect([...(await setInShape(set, [3, 1])).values]).toEqual([-1, 1, 3]);
});

it('a whole set in another shape is bytes again', async () => {
  const { values, shape, count } = await setInShape(
    samplesOf(
      [1, 1, 3],
      [
        [255, 255, 255],
        [0, 0, 0],
      ],
    ),
    [2, 1, 1],
  );
  expect([...values]).toEqual([255, 255, 0, 0]);
  expect([shape, count]).toEqual([[2, 1, 1], 2]);
});
