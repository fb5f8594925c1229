import { describe, expect, it } from 'vitest';
import type { PcaModel } from '../../core/analysis-api';
import { defaultExperiment } from '../../core/experiment';
import type { SweepPlan, SweepPoint } from '../../core/sweep';
import type { SweepRecord } from '../../session/sweep-store';
import { pcaLines, pcaOf, pcaPictures, sweepLine } from './shown-sweeps';

/** Four pixels; the first component is the first pixel, the second the second. */
const model: PcaModel = {
  dataset: defaultExperiment.dataset,
  sampleShape: [2, 2, 1],
  trainCount: 10,
  mean: Float32Array.of(0.5, 0.5, 0.5, 0.5),
  components: Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
  deviations: new Float32Array(4).fill(1),
  trainMse: Float32Array.of(4, 3, 2, 1, 0),
  testMse: Float32Array.of(4, 3, 2, 1, 0),
  testPoints: new Float32Array(0),
};

const trained = (value: number, codeSize: number): SweepPoint => ({
  value,
  codeSize,
  steps: 10,
  testMse: value / 10,
  indices: new Uint32Array(1),
  labels: new Uint16Array(1),
  originals: Uint8Array.of(255, 255, 0, 0),
  reconstructions: new Uint8Array(4),
});

function record(setting: SweepPlan['setting'], points: SweepPoint[]): SweepRecord {
  const plan: SweepPlan = { base: defaultExperiment, setting, values: [1], steps: 10 };
  return { id: 'a', name: 'a', startedAt: 0, plan, points, status: 'finished', failures: [] };
}

describe('what is drawn of sweeps', () => {
  it('is a line by rising value', () => {
    const { points } = sweepLine(record('codeSize', [trained(4, 4), trained(1, 1)]), 'red');
    expect(points).toEqual([
      { x: 1, y: 0.1 },
      { x: 4, y: 0.4 },
    ]);
  });

  it('has PCA at every code size in between, but not where its error is 0, which no logarithm shows', () => {
    const lines = pcaLines(model, [record('codeSize', [trained(4, 4), trained(1, 1)])], 'grey');
    expect(lines.map(({ points }) => points)).toEqual([
      [
        { x: 1, y: 3 },
        { x: 2, y: 2 },
        { x: 3, y: 1 },
      ],
    ]);
  });

  it('has PCA as a level line over any other setting, one for each code size', () => {
    const records = [record('depth', [trained(1, 2), trained(3, 2)]), record('depth', [trained(2, 3)])];
    const lines = pcaLines(model, records, 'grey');
    expect(lines.map(({ label, points }) => [label, points.map(({ x, y }) => [x, y])])).toEqual([
      [
        'PCA with 2',
        [
          [1, 2],
          [3, 2],
        ],
      ],
      [
        'PCA with 3',
        [
          [1, 1],
          [3, 1],
        ],
      ],
    ]);
  });

  it('has no PCA before there is one, nor that of another data set', () => {
    const shown = record('codeSize', [trained(1, 1)]);
    expect(pcaLines(null, [shown], 'grey')).toEqual([]);
    expect(pcaOf({ ...model, dataset: 'quickdraw' }, shown.plan)).toBeNull();
    expect(pcaLines(model, [record('codeSize', [])], 'grey')).toEqual([]);
  });

  it('shows what PCA makes of the images with as many numbers, and nothing of images of another size', () => {
    expect(pcaPictures(model, trained(1, 1))).toEqual(Float32Array.of(1, 0.5, 0.5, 0.5));
    expect(pcaPictures(model, { ...trained(1, 1), originals: new Uint8Array(3) })).toBeNull();
  });
});
