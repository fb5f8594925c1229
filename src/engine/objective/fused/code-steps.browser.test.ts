// Steps with a Gaussian code or a sparsity penalty on WASM: their terms run in our kernels, and the losses are those of tfjs's ops.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { GaussianCode, SparsityPenalty } from '../../kernels/training-kernels';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { startForTest } from '../../testing/start-backend';
import { makeSteps } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';

const samples = tinySamples([7, 5, 1], 90);

beforeAll(() => startForTest('wasm'));

const removed: tf.KernelConfig[] = [];
afterEach(() => removed.splice(0).forEach((kernel) => tf.registerKernel(kernel)));

/** Leaves the terms of the code to tfjs's ops until the end of the test. */
function withoutCodeKernels(): void {
  for (const name of [GaussianCode, SparsityPenalty]) {
    removed.push(tf.getKernel(name, 'wasm'));
    tf.unregisterKernel(name, 'wasm');
  }
}

async function run(
  patch: ExperimentPatch,
  steps: number,
): Promise<{ losses: number[]; kernels: Set<string> }> {
  const experiment = tinyExperiment({ hidden: [9], learningRate: 0.01, ...patch });
  const network = new Network(initialCheckpoint(experiment, samples.shape), samples.shape, samples.count);
  const losses: number[] = [];
  // The first step: later ones are replayed, which calls no kernels of tfjs.
  const { kernelNames } = await tf.profile(async () => {
    losses.push(...(await makeSteps(network, samples, 1)));
    return tf.scalar(0);
  });
  losses.push(...(await makeSteps(network, samples, steps - 1)));
  network.dispose();
  return { losses, kernels: new Set(kernelNames) };
}

const gaussian: ExperimentPatch = { codeKind: 'gaussian', codeActivation: 'linear', beta: 0.5 };
const sparse: ExperimentPatch = { codeActivation: 'sigmoid', sparsityWeight: 0.1, targetActivation: 0.05 };

const cases: [string, ExperimentPatch, ours: string[], tfjs: string[]][] = [
  ...([1, 3, 20] as const).map((codeSize): (typeof cases)[number] => [
    `a Gaussian code of ${codeSize}`,
    { ...gaussian, loss: 'bce', codeSize },
    ['GaussianCode', 'GaussianCodeGradient'],
    ['Exp', 'Square'],
  ]),
  ...([1, 67] as const).map((batchSize): (typeof cases)[number] => [
    `a Gaussian code in batches of ${batchSize}`,
    { ...gaussian, batchSize },
    ['GaussianCode', 'GaussianCodeGradient'],
    ['Exp', 'Square'],
  ]),
  ...(['l1', 'kl'] as const).flatMap((sparsity) =>
    ([1, 70] as const).map((codeSize): (typeof cases)[number] => [
      `a code of ${codeSize} under ${sparsity}`,
      { ...sparse, sparsity, codeSize },
      ['SparsityPenalty', 'SparsityPenaltyGradient'],
      sparsity === 'l1' ? ['Abs', 'Mean', 'Sign'] : ['Log', 'Mean', 'RealDiv'],
    ]),
  ),
  [
    'KL sparsity in batches of 1',
    { ...sparse, sparsity: 'kl', batchSize: 1 },
    ['SparsityPenalty', 'SparsityPenaltyGradient'],
    ['Log', 'Mean', 'RealDiv'],
  ],
];

describe.each(cases)('%s', (_, patch, ours, ops) => {
  test('runs in our kernels, and after 20 steps its losses are within 0.2 % of those of tfjs’s ops', async () => {
    const fused = await run(patch, 20);
    expect([...fused.kernels]).toEqual(expect.arrayContaining(ours));
    expect(ops.filter((name) => fused.kernels.has(name))).toEqual([]);
    withoutCodeKernels();
    const unfused = await run(patch, 20);
    expect(ours.filter((name) => unfused.kernels.has(name))).toEqual([]);
    expect(fused.losses.at(-1)).toBeLessThan(fused.losses[0] ?? Number.NaN);
    fused.losses.forEach((loss, step) => {
      expect(Math.abs(loss / (unfused.losses[step] ?? Number.NaN) - 1)).toBeLessThan(2e-3);
    });
  });
});
