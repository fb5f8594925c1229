import { expect, test } from 'vitest';
import { diagnoseLoss, hasFiniteWeights } from './divergence';

test('attributes a loss that is not finite to the term that caused it', () => {
  const terms = { reconstruction: [0.2, 0.3, NaN], kl: [1, Infinity, NaN] };
  expect([1.2, Infinity, NaN].map((loss, batch) => diagnoseLoss(loss, terms, batch))).toEqual([
    null,
    'kl',
    'reconstruction',
  ]);
});

test('blames the weights when every term is finite', () => {
  expect(diagnoseLoss(NaN, { reconstruction: [0.5, 0.5] }, 1)).toBe('weights');
});

test('rejects a checkpoint with a single weight that is not finite', () => {
  const checkpoint = (...weights: number[][]) =>
    ({ weights: weights.map((weight) => Float32Array.from(weight)) }) as Parameters<
      typeof hasFiniteWeights
    >[0];
  expect(hasFiniteWeights(checkpoint([1, 2], [3]))).toBe(true);
  expect(hasFiniteWeights(checkpoint([1, 2], [-Infinity]))).toBe(false);
});
