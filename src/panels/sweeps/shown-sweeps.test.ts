import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { LinearPoint, SweepPlan, SweepPoint } from '../../core/sweep/sweep';
import type { SweepRecord } from '../../session/sweeps/sweep-record';
import { keptByPca, linearLines, sweepLine } from './shown-sweeps';

const colours = { pca: 'grey', denoiser: 'black' };
const clean: LinearPoint = {
  sampleShape: [2, 2, 1],
  size: 1,
  pcaMse: Float32Array.of(4, 3, 2, 1, 0),
  denoiserMse: null,
  pcaImages: new Uint8Array(4),
};

/** @param size of the narrowest layer; absent while linear methods are not computed */
const trained = (
  value: number,
  codeSize: number,
  size?: number,
  beside: Partial<LinearPoint> = {},
): SweepPoint => ({
  value,
  codeSize,
  steps: 10,
  testMse: value / 10,
  indices: new Uint32Array(1),
  labels: new Uint16Array(1),
  originals: Uint8Array.of(255, 255, 0, 0),
  reconstructions: new Uint8Array(4),
  ...(size !== undefined && { linear: { ...clean, size, ...beside } }),
});

function record(
  setting: SweepPlan['setting'],
  points: SweepPoint[],
  base: Experiment = defaultExperiment,
): SweepRecord {
  const plan: SweepPlan = { base, setting, values: points.map(({ value }) => value), steps: 10 };
  return { id: 'a', name: 'a', startedAt: 0, plan, points, status: 'finished', failures: [] };
}

const shown = (records: SweepRecord[]) =>
  linearLines(records, colours).map(({ label, points }) => [label, points.map(({ x, y }) => [x, y])]);

describe('what is drawn of sweeps', () => {
  it('is a line by rising value', () => {
    const { points } = sweepLine(record('codeSize', [trained(4, 4), trained(1, 1)]), 'red');
    expect(points).toEqual([
      { x: 1, y: 0.1 },
      { x: 4, y: 0.4 },
    ]);
  });

  it('has PCA at every code size in between, but not where its error is 0, which no logarithm shows', () => {
    const sweep = record('codeSize', [trained(4, 4, 4), trained(1, 1, 1)]);
    const line = ['PCA', [[1, 3], [2, 2], [3, 1]]]; // prettier-ignore
    expect(shown([sweep])).toEqual([line]);
    // two sweeps of the same data have one PCA
    expect(shown([sweep, record('codeSize', [trained(2, 2, 2)])])).toEqual([line]);
  });

  it('has PCA no better than the narrowest hidden layer allows', () => {
    const sweep = record('codeSize', [trained(1, 1, 1), trained(4, 4, 2)]);
    expect(shown([sweep])).toEqual([['PCA', [[1, 3], [2, 2], [3, 2], [4, 2]]]]); // prettier-ignore
  });

  it('has PCA as a level line over any other setting, one for each code size', () => {
    const records = [
      record('depth', [trained(1, 2, 2), trained(3, 2, 2)]),
      record('depth', [trained(2, 3, 3)]),
      record('depth', [trained(4, 2, 2)]),
    ];
    expect(shown(records)).toEqual([
      ['PCA with 2', [[1, 2], [3, 2], [4, 2]]],
      ['PCA with 3', [[2, 1]]],
    ]); // prettier-ignore
  });

  it('has both linear methods at every level of a noise sweep, which are one at level 0', () => {
    const noisy: Experiment = { ...defaultExperiment, noise: 'gaussian' };
    const errors = (more: number) => Float32Array.from([4, 3, 2, 1, 0], (mse) => mse + more);
    const points = [
      trained(0, 2, 2),
      trained(0.5, 2, 2, { pcaMse: errors(1), denoiserMse: errors(0.5) }),
      trained(1, 2, 2, { pcaMse: errors(3), denoiserMse: errors(1) }),
    ];
    expect(shown([record('noiseLevel', points, noisy)])).toEqual([
      ['PCA with 2', [[0, 2], [0.5, 3], [1, 5]]],
      ['Linear denoiser with 2', [[0, 2], [0.5, 2.5], [1, 3]]],
    ]); // prettier-ignore
  });

  it('names the noise where sweeps differ in it', () => {
    const noisy: Experiment = { ...defaultExperiment, noise: 'masking', noiseLevel: 0.25 };
    const beside = { pcaMse: Float32Array.of(9, 8, 7, 6, 5), denoiserMse: Float32Array.of(9, 6, 5, 4, 3) };
    const labels = shown([
      record('depth', [trained(1, 2, 2)]),
      record('depth', [trained(1, 2, 2, beside)], noisy),
    ]).map(([label]) => label);
    expect(labels).toContain('PCA with 2, clean');
    expect(labels).toContain('PCA with 2, masking 0.25');
    expect(labels).toContain('Linear denoiser with 2, masking 0.25');
  });

  it('has no linear method before it is computed', () => {
    expect(shown([record('codeSize', [trained(1, 1)])])).toEqual([]);
    expect(shown([record('codeSize', [])])).toEqual([]);
  });
});

it('PCA keeps the share of the variance that its error is short of, which noise makes meaningless', () => {
  expect(keptByPca(trained(1, 1, 1))).toBe(0.25);
  expect(keptByPca(trained(1, 1))).toBeNull();
  expect(keptByPca(trained(1, 1, 1, { denoiserMse: Float32Array.of(4, 3, 2, 1, 0) }))).toBeNull();
});
