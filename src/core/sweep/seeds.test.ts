import { describe, expect, it } from 'vitest';
import { ranges } from '../experiment/experiment';
import { bandOf, measuredSteps, seedsFrom } from './seeds';

describe('an experiment that is repeated', () => {
  it('has its own seed and those after it; after the largest comes the smallest', () => {
    expect(seedsFrom(7, 3)).toEqual([7, 8, 9]);
    expect(seedsFrom(ranges.seed.max, 3)).toEqual([ranges.seed.max, 0, 1]);
  });

  it('is measured at ten equal distances, at its last step too; other sweeps at their last step only', () => {
    expect(measuredSteps({ setting: 'seed', steps: 500 })).toEqual([
      50, 100, 150, 200, 250, 300, 350, 400, 450, 500,
    ]);
    expect(measuredSteps({ setting: 'seed', steps: 12 }).at(-1)).toBe(12);
    expect(new Set(measuredSteps({ setting: 'seed', steps: 12 })).size).toBe(10);
    expect(measuredSteps({ setting: 'codeSize', steps: 500 })).toEqual([500]);
  });

  it('has a mean and a range at the steps that all seeds were measured at', () => {
    const courses = [
      { steps: [10, 20, 30], testMse: [0.3, 0.2, 0.1] },
      { steps: [10, 20], testMse: [0.5, 0.3] },
    ];
    expect(bandOf(courses)).toEqual({
      steps: [10, 20],
      mean: [0.4, 0.25],
      low: [0.3, 0.2],
      high: [0.5, 0.3],
    });
    expect(bandOf([])).toEqual({ steps: [], mean: [], low: [], high: [] });
  });
});
