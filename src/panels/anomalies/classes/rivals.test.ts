import { expect, it } from 'vitest';
import { isHighest, rivalAurocs } from './rivals';

const trainedOn = { dataset: 'heartbeats' as const, classes: [0], validationShare: 0.1, seed: 1 };
const scores = (values: number[]) => ({
  trainedOn,
  test: Float32Array.from(values),
  components: null,
  auroc: null,
});

it('measures every class by itself against the normal samples, for each method that has scores', () => {
  const labels = Uint16Array.of(0, 0, 1, 1, 2, 2);
  const isNormal = Uint8Array.of(1, 1, 0, 0, 0, 0);
  const baselines = { nearest: scores([1, 2, 3, 4, 0, 1.5]), pca: null, 'mean-image': null };
  const found = rivalAurocs(baselines, labels, isNormal);
  expect(found.get(1)).toEqual({ nearest: 1, pca: null });
  expect(found.get(2)).toEqual({ nearest: 0.25, pca: null });
});

it('knows the highest, and equals', () => {
  expect(isHighest(0.99, [0.98, null])).toBe(true);
  expect(isHighest(0.99, [0.9903, 0.5])).toBe(true);
  expect(isHighest(0.98, [0.99])).toBe(false);
  expect(isHighest(null, [])).toBe(false);
});
