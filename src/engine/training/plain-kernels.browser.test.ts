// Training on WASM without our kernels, when they could not be installed: tfjs's own kernels give the same losses.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { assertCanTrain } from '../backends/can-train';
import { WorkRefusedError } from '../backends/lost';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { uninstallWasmKernels } from '../kernels/wasm/install';
import { Network } from '../network/network';
import { startForTest } from '../testing/start-backend';
import { makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';

const samples = tinySamples([6, 6, 1], 40);

async function lossesOf(patch: ExperimentPatch): Promise<number[]> {
  const before = tf.memory().numTensors;
  const network = new Network(
    initialCheckpoint(tinyExperiment(patch), samples.shape),
    samples.shape,
    samples.count,
  );
  const losses = await makeSteps(network, samples, 4);
  network.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return losses;
}

const experiments: [string, ExperimentPatch][] = [
  ['a denoising network', { noise: 'gaussian', activation: 'tanh' }],
  ['a sparse network', { codeActivation: 'sigmoid', sparsity: 'kl', activation: 'elu', loss: 'mae' }],
  ['a variational network', { codeKind: 'gaussian', loss: 'bce', gradientClip: 1 }],
];
const withOurs = new Map<string, number[]>();
beforeAll(async () => {
  await startForTest('wasm');
  for (const [name, patch] of experiments) withOurs.set(name, await lossesOf(patch));
  uninstallWasmKernels();
});
afterAll(() => startForTest('wasm'));

test.each(experiments)('%s trains to the same losses on tfjs’s own kernels', async (name, patch) => {
  const losses = await lossesOf(patch);
  losses.forEach((loss, step) => {
    expect(Math.abs(loss / (withOurs.get(name)?.[step] ?? NaN) - 1)).toBeLessThan(1e-4);
  });
});

test('a convolutional network is refused before it is built', () => {
  expect(() => {
    assertCanTrain({ architecture: 'dense' });
  }).not.toThrow();
  expect(() => {
    assertCanTrain({ architecture: 'convolutional' });
  }).toThrow(WorkRefusedError);
});

test.each(['wasm', 'webgl', 'cpu'] as const)('a convolutional network is accepted on %s', async (backend) => {
  await startForTest(backend);
  expect(() => {
    assertCanTrain({ architecture: 'convolutional' });
  }).not.toThrow();
});
