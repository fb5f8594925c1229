import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import type { LinearPoint, SweepPoint } from '../../../core/sweep/sweep';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { levelLines, seedLine } from './seed-lines';
import { seedVerdicts } from './seed-verdicts';

const linear: LinearPoint = {
  ...{ sampleShape: [2, 2, 1], size: 1, denoiserMse: null, pcaImages: new Uint8Array(4) },
  pcaMse: Float32Array.of(1, 0.5),
};

function repeated(name: string, errors: readonly number[], steps = 100): SweepRecord {
  const points = errors.map((testMse, i) => ({
    ...{ value: i + 1, codeSize: 1, steps, testMse, linear },
    course: { steps: [steps / 2, steps], testMse: [2 * testMse, testMse] },
  })) as unknown as SweepPoint[];
  const plan = { base: defaultExperiment, setting: 'seed', values: [1, 2, 3], steps } as const;
  return { id: name, name, startedAt: 0, plan, points, status: 'finished', failures: [] };
}

const picked = repeated('A', [0.1, 0.11, 0.12]);
const main = { experiment: { ...defaultExperiment, codeSize: 8 }, step: 100, testMse: 0.12 };
const nothing = { ...main, step: 0 };

describe('what differs from a repeated experiment', () => {
  it('is said of PCA, whose error has no seed', () => {
    expect(seedVerdicts(picked, [], nothing)).toEqual([
      'PCA (0.5000) is higher by 0.39, more than the spread (0.025).',
    ]);
  });

  it('is said of the run in Train at the same step: three seeds tell little', () => {
    const ofMain = (patch: object) => seedVerdicts(picked, [], { ...main, ...patch })[1];
    expect(ofMain({})).toBe('The run in Train (0.1200): a difference of 0.01 is within the spread (0.05).');
    expect(ofMain({ testMse: 0.05 })).toContain('is lower by 0.06, more than the spread');
    expect(ofMain({ step: 90 })).toContain('train it to step 100');
    expect(ofMain({ experiment: { ...defaultExperiment, dataset: 'fashion-mnist' } })).toBeUndefined();
    // One of the repeated runs itself.
    expect(ofMain({ experiment: defaultExperiment })).toBeUndefined();
    expect(ofMain({ experiment: { ...defaultExperiment, seed: 9 } })).toBeDefined();
  });

  it('is said of another repeated experiment', () => {
    const others = [
      repeated('B', [0.2, 0.21, 0.22]),
      repeated('C', [0.1, 0.12]),
      repeated('D', [0.1, 0.2], 50),
    ];
    const [, b, c, d] = seedVerdicts(picked, others, nothing);
    expect(b).toMatch(/^B \(0\.2100\) is higher by 0\.1, more than the spread/);
    expect(c).toContain('within the spread');
    expect(d).toContain('cannot be compared');
  });
});

describe('what is drawn of repeated experiments', () => {
  it('is the mean in the range of all seeds, and PCA as a level', () => {
    const { points, band, label } = seedLine(picked, 'red');
    expect(points[1]!.y).toBeCloseTo(0.11);
    expect(band).toEqual({ low: [0.2, 0.1], high: [0.24, 0.12] });
    expect(label).toBe('A (3 seeds)');
    const [level, ...more] = levelLines([picked, repeated('B', [0.2])], { pca: 'grey', denoiser: 'black' });
    expect(level!.points.map(({ x, y }) => [x, y])).toEqual([[50, 0.5], [100, 0.5]]); // prettier-ignore
    expect(more).toEqual([]);
  });

  it('is no band for a single seed', () => {
    expect(seedLine(repeated('A', [0.1]), 'red')).not.toHaveProperty('band');
  });
});
