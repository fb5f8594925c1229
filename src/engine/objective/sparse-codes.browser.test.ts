// The effect of a sparsity penalty on a code, on real digits: 2,000 for training, 500 for measuring.
import { beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../catalog/families/registry';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import type { Samples } from '../../core/samples/samples';
import { openDigits } from '../testing/digits';
import { measured, trained, type Measured } from '../testing/measured';
import { startForTest } from '../testing/start-backend';

let digits: { train: Samples; test: Samples };

beforeAll(async () => {
  await startForTest('wasm');
  digits = await openDigits(2000, 500);
});

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

async function statisticsOf(patch: ExperimentPatch, steps: number): Promise<Measured['statistics']> {
  const experiment: Experiment = { ...defaultExperiment, hidden: [64], batchSize: 100, ...patch };
  const network = await trained(experiment, digits.train, steps);
  const { statistics } = await measured(network, digits.test);
  network.dispose();
  return statistics;
}

describe('KL sparsity with the weight of the preset', { timeout: 300_000 }, () => {
  const { preset } = families.sparse;
  const rho = preset.targetActivation;
  const meanUnder = async (sparsityWeight: number) => {
    const patch = { ...preset, hidden: [64], learningRate: 0.01, sparsityWeight };
    const { meanActivation } = await statisticsOf(patch, 300);
    return { mean: sum(meanActivation) / meanActivation.length, highest: Math.max(...meanActivation) };
  };

  test('brings the mean activation to within 0.02 of rho, and leaves no unit always on', async () => {
    const { mean, highest } = await meanUnder(preset.sparsityWeight);
    expect(Math.abs(mean - rho)).toBeLessThan(0.02);
    expect(highest).toBeLessThan(0.3);
  });

  test('does neither with weight 0', async () => {
    const { mean, highest } = await meanUnder(0);
    expect(mean).toBeGreaterThan(rho + 0.2);
    expect(highest).toBeGreaterThan(0.9);
  });
});

test(
  'L1 leaves fewer units active each time its weight grows tenfold, over three such steps',
  { timeout: 300_000 },
  async () => {
    const active: number[] = [];
    for (const sparsityWeight of [1e-5, 1e-4, 1e-3, 1e-2]) {
      const { activeShare } = await statisticsOf(
        { sparsity: 'l1', codeActivation: 'relu', sparsityWeight, codeSize: 64, learningRate: 0.003 },
        200,
      );
      // the mean number of nonzero units per image
      active.push(sum(activeShare));
    }
    // of 64; by a margin well beyond chance
    active.slice(1).forEach((count, i) => {
      expect(count).toBeLessThan(0.8 * (active[i] ?? 0));
    });
    expect(active[2]).toBeGreaterThan(1);
  },
);
