import { expect, it } from 'vitest';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { BaselineScores, Baselines } from '../../../session/anomalies/anomaly-state';
import { strongest, verdictText } from './verdict';

const words = sampleWords('image');
const estimate = (value: number, half = 0.005) => ({ value, low: value - half, high: value + half });
const baseline = (value: number | null): BaselineScores => ({
  trainedOn: { dataset: 'mnist', classes: [3], validationShare: 0.1, seed: 1 },
  test: new Float32Array(0),
  components: null,
  auroc: value === null ? null : estimate(value),
});
const scores = (
  nearest: number | null,
  pca: number | null,
  meanImage: number | null,
): Baselines['scores'] => ({
  nearest: baseline(nearest),
  pca: baseline(pca),
  'mean-image': baseline(meanImage),
});

it('compares with the strongest method without a network', () => {
  expect(strongest(scores(0.954, 0.937, 0.865))).toBe('nearest');
  expect(strongest(scores(0.7, 0.9, 0.91))).toBe('mean-image');
  expect(strongest({ nearest: null, pca: null, 'mean-image': null })).toBeNull();
  expect(strongest(scores(null, null, null))).toBeNull();
});

it('says who is ahead, and whether that is certain', () => {
  const of = (value: number) => verdictText({ auroc: estimate(value) }, scores(0.95, 0.9, 0.8), words);
  expect(of(0.97)).toBe(
    'The network is ahead of the nearest neighbour, the strongest without one, by 0.020.',
  );
  expect(of(0.953)).toMatch(/by 0\.003, within the uncertainty of both\.$/);
  expect(of(0.9)).toMatch(/^The nearest neighbour needs no network and is ahead of it by 0\.050\./);
  expect(of(0.95)).toMatch('does as well as');
});

it('says nothing before there are two numbers', () => {
  expect(verdictText(null, scores(0.9, 0.9, 0.9), words)).toBeNull();
  expect(verdictText({ auroc: estimate(0.9) }, scores(null, null, null), words)).toBeNull();
});

it('praises nobody where all are worse than guessing', () => {
  expect(verdictText({ auroc: estimate(0.272) }, scores(0.25, 0.28, 0.2), words)).toMatch(
    /worse than guessing/,
  );
});

it('calls the mean of signals a mean sample', () => {
  const text = verdictText({ auroc: estimate(0.6) }, scores(0.7, 0.7, 0.8), sampleWords('signal'));
  expect(text).toMatch(/^The mean sample needs no network/);
});
