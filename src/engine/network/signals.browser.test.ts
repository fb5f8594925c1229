// Convolutional networks on signals, whose values leave [0, 1]: odd and even lengths, one channel and several.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { sampleSize, type SampleShape, type Samples } from '../../core/samples/samples';
import { allWeights, largestDifference, makeSteps } from '../testing/steps';
import { startForTest } from '../testing/start-backend';
import { runPlainNetwork } from '../testing/tiny/plain-network';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';
import { runForward } from '../views/forward-pass';
import { Network } from './network';
import { resize } from './surgery/surgery';
import { initialCheckpoint } from './weights/initial-weights';

const experiment = tinyExperiment({
  architecture: 'convolutional',
  convLayers: 3,
  filters: 4,
  codeSize: 3,
  outputActivation: 'linear',
  learningRate: 0.005,
});
/** Every shape compiles shaders of its own, which takes long without a GPU. */
const shapesOn: Record<'wasm' | 'webgl', SampleShape[]> = {
  wasm: [[40, 1], [128, 1], [187, 2], [512, 1]], // prettier-ignore
  webgl: [[187, 2], [512, 1]], // prettier-ignore
};

/** Signals from -1 to 2. */
function signals(shape: SampleShape, count = 64): Samples {
  const bytes = tinySamples(shape, count);
  return { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 85 - 1) };
}

const newNetwork = (shape: SampleShape, patch: ExperimentPatch = {}) =>
  new Network(initialCheckpoint({ ...experiment, ...patch }, shape), shape, 64);

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each(shapesOn[backend])(
    'signals of %i points and %i channels pass as in plain numbers',
    async (...shape) => {
      const network = newNetwork(shape);
      await makeSteps(network, signals(shape), 3);
      const input = signals(shape, 2).values as Float32Array;
      const { codes, reconstructed } = await runForward(network, input);
      const checkpoint = await network.checkpoint();
      const size = sampleSize(shape);
      for (const row of [0, 1]) {
        const plain = runPlainNetwork(checkpoint, shape, input.subarray(row * size, (row + 1) * size));
        expect(
          largestDifference(codes.subarray(3 * row, 3 * row + 3), plain.boundaries[3] ?? []),
        ).toBeLessThan(1e-4);
        const rebuilt = reconstructed.subarray(row * size, (row + 1) * size);
        expect(largestDifference(rebuilt, plain.pixels)).toBeLessThan(1e-4);
      }
      network.dispose();
    },
  );

  test('an odd signal goes on from its checkpoint exactly, and a code that is widened leaves its outputs alone', async () => {
    const shape = [187, 2];
    const samples = signals(shape);
    const input = samples.values.slice(0, 3 * sampleSize(shape)) as Float32Array;
    const network = newNetwork(shape);
    await makeSteps(network, samples, 4);
    const kept = await network.checkpoint();
    const copy = new Network(kept, shape, samples.count);
    expect(await makeSteps(copy, samples, 2)).toEqual(await makeSteps(network, samples, 2));
    const before = await network.checkpoint();
    const wider = new Network(
      resize(before, { ...before.experiment, codeSize: 5 }, shape),
      shape,
      samples.count,
    );
    const [narrow, wide] = [await runForward(network, input), await runForward(wider, input)];
    expect(largestDifference(wide.reconstructed, narrow.reconstructed)).toBeLessThan(1e-5);
    const losses = await makeSteps(wider, samples, 3);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(allWeights(await wider.checkpoint()).every(Number.isFinite)).toBe(true);
    for (const each of [network, copy, wider]) each.dispose();
  });
});

test.each<[string, SampleShape, ExperimentPatch]>([
  ['MSE', [128, 1], {}],
  ['MAE and Gaussian noise', [187, 2], { loss: 'mae', noise: 'gaussian', noiseLevel: 0.3 }],
  ['a Gaussian code', [40, 1], { codeKind: 'gaussian', beta: 0.1 }],
])('twenty steps under %s lose the same on WASM and WebGL, within 0.2 %', async (_, shape, patch) => {
  const samples = signals(shape);
  const losses: number[][] = [];
  for (const backend of ['wasm', 'webgl'] as const) {
    await startForTest(backend);
    const before = tf.memory().numTensors;
    const network = newNetwork(shape, patch);
    losses.push(await makeSteps(network, samples, 20));
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
  }
  const [wasm = [], webgl = []] = losses;
  wasm.forEach((loss, step) => expect(Math.abs(loss / (webgl[step] ?? NaN) - 1)).toBeLessThan(0.002));
  const mean = (some: number[]) => some.reduce((sum, loss) => sum + loss, 0) / some.length;
  expect(mean(wasm.slice(-5)) / mean(wasm.slice(0, 5))).toBeLessThan(0.95);
});
