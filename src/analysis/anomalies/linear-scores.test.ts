import { expect, test } from 'vitest';
import { plainProducts } from '../products/plain-products';
import { linearScores } from './linear-scores';
import { floatRows } from './row-source';

const plain = (...given: Parameters<typeof plainProducts>) => Promise.resolve(plainProducts(...given));
const quiet = () => undefined;

/** Two components of three numbers, around a mean. */
const model = { mean: Float32Array.of(1, 1, 1), components: Float32Array.of(1, 0, 0, 0, 0.6, 0.8) };

test('the mean and PCA score what they leave of a sample, for every number of components in one pass', async () => {
  const samples = floatRows(Float32Array.of(1, 1, 1, 3, 1, 1, 1, 1.6, 1.8, 1, 1.8, 0.4), 3);
  const { meanImage, pca, components } = await linearScores(model, samples, [1, 2], quiet, plain);
  const rounded = (scores: Float32Array) => Array.from(scores, (score) => Math.round(3e5 * score) / 1e5);
  expect(rounded(meanImage)).toEqual([0, 4, 1, 1]);
  expect(rounded(pca[0]!)).toEqual([0, 0, 1, 1]);
  // The third lies in the plane, the fourth is orthogonal to it.
  expect(rounded(pca[1]!)).toEqual([0, 0, 0, 1]);
  expect(components).toEqual([1, 2]);
});

test('more components than there are count as all of them', async () => {
  const samples = floatRows(Float32Array.of(1, 1.8, 0.4), 3);
  const { pca, components } = await linearScores(model, samples, [2, 64], quiet, plain);
  expect(components).toEqual([2, 2]);
  expect(pca[1]).toEqual(pca[0]);
});

test('many samples are scored over several blocks as one by one', async () => {
  const many = Float32Array.from({ length: 3 * 1203 }, (_, i) => Math.sin(i));
  const all = await linearScores(model, floatRows(many, 3), [1], quiet, plain);
  const last = await linearScores(model, floatRows(many.slice(-3), 3), [1], quiet, plain);
  expect(all.pca[0]![1202]).toBeCloseTo(last.pca[0]![0]!, 6);
});
