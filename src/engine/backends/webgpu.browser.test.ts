// Compares training on WebGPU with training on WASM, where the browser has WebGPU. SwiftShader compiles each program slowly, so
// a few experiments of two steps cover as much as possible.
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { BackendName } from '../../core/backend-measurement';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { clipByGlobalNorm } from '../training/optimizer/gradient-clip';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { startForTest } from '../testing/start-backend';
import { largestDifference, makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';
import { adapter, skipReason } from '../testing/webgpu';

const samples = tinySamples([12, 12, 1], 40);

async function trainOn(backend: BackendName, patch: ExperimentPatch) {
  await startForTest(backend);
  const before = tf.memory().numTensors;
  const checkpoint = initialCheckpoint(tinyExperiment({ batchSize: 17, ...patch }), samples.shape);
  const network = new Network(checkpoint, samples.shape, samples.count);
  const losses = await makeSteps(network, samples, 3);
  const { weights } = await network.checkpoint();
  network.dispose();
  return { losses, weights: weights.flatMap((weight) => [...weight]), left: tf.memory().numTensors - before };
}

test.skipIf(!adapter).each<[string, ExperimentPatch]>([
  ['a dense denoising network', { noise: 'gaussian', hidden: [33], optimizer: 'sgd', gradientClip: 0.01 }],
  [
    'a sparse network',
    { codeSize: 9, codeActivation: 'sigmoid', sparsity: 'kl', activation: 'elu', loss: 'mae' },
  ],
  [
    'a convolutional network with a Gaussian code',
    { architecture: 'convolutional', filters: 5, codeKind: 'gaussian', loss: 'bce', optimizer: 'sgd' },
  ],
])(`WebGPU trains %s to the same weights as WASM${skipReason}`, async (_, patch) => {
  const [there, here] = [await trainOn('wasm', patch), await trainOn('webgpu', patch)];
  here.losses.forEach((loss, step) => {
    expect(Math.abs(loss / (there.losses[step] ?? NaN) - 1)).toBeLessThan(1e-4);
  });
  expect(largestDifference(here.weights, there.weights)).toBeLessThan(1e-4);
  expect(here.left).toBe(0);
});

test.skipIf(!adapter)(`WebGPU computes the global norm of many gradients${skipReason}`, async () => {
  await startForTest('webgpu');
  // sixteen vectors of length 2 have norm 8
  const gradients = Array.from({ length: 16 }, () => tf.tensor1d([0, 2]));
  const clipped = clipByGlobalNorm(gradients, 4);
  for (const gradient of clipped) expect([...(await gradient.data())]).toEqual([0, 1]);
  tf.dispose([gradients, clipped]);
});
