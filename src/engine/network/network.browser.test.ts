import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackendName } from '../../core/backend-measurement';
import { corruptions } from '../../catalog/corruptions/registry';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import {
  activationIds,
  codeActivationIds,
  outputActivationIds,
  scheduleIds,
  type ExperimentPatch,
} from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import type { SampleShape } from '../../core/samples/samples';
import { initialCheckpoint } from './weights/initial-weights';
import { Network } from './network';
import { runForward } from '../views/forward-pass';
import { resize } from './surgery/surgery';
import { startForTest } from '../testing/start-backend';
import { allWeights, largestDifference, makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';

const shape = [4, 4, 1];
const samples = tinySamples(shape, 160);
const held = Float32Array.from(tinySamples(shape, 12).values, (byte) => byte / 255);

const newNetwork = (patch: ExperimentPatch = {}, of: SampleShape = shape) =>
  new Network(initialCheckpoint(tinyExperiment({ learningRate: 0.01, ...patch }), of), of, samples.count);

const outputs = async (network: Network) => (await runForward(network, held)).reconstructed;

/** Fewer steps on slow backends: SwiftShader and plain JavaScript. */
const manySteps = { wasm: 1000, webgl: 200, cpu: 200 } satisfies Partial<Record<BackendName, number>>;

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('the same seed gives exactly the same losses, another seed gives others', async () => {
    const run = async (seed: number) => {
      const network = newNetwork({ seed, noise: 'gaussian' });
      const losses = await makeSteps(network, samples, 6);
      network.dispose();
      return losses;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  test('training lowers the loss', async () => {
    const network = newNetwork();
    const losses = await makeSteps(network, samples, 60);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(losses.slice(-10))).toBeLessThan(0.7 * mean(losses.slice(0, 10)));
    network.dispose();
  });

  test('a step counts its images', async () => {
    const network = newNetwork();
    await makeSteps(network, samples, 3);
    expect([network.step, network.samplesPassed, network.epoch]).toEqual([3, 48, 0.3]);
    network.dispose();
  });

  test('neither many steps nor twenty networks leak a tensor', async () => {
    const before = tf.memory().numTensors;
    const network = newNetwork();
    await makeSteps(network, samples, 10);
    const afterTen = tf.memory().numTensors;
    await makeSteps(network, samples, manySteps[backend] - 10);
    expect(tf.memory().numTensors).toBe(afterTen);
    network.dispose();
    for (let reset = 0; reset < 20; reset++) newNetwork().dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('a network from a checkpoint gives the same outputs and continues identically', async () => {
    const network = newNetwork();
    await makeSteps(network, samples, 5);
    const checkpoint = await network.checkpoint();
    const copy = new Network(checkpoint, shape, samples.count);
    expect(await copy.checkpoint()).toEqual(checkpoint);
    expect(await outputs(copy)).toEqual(await outputs(network));
    expect(await makeSteps(copy, samples, 4)).toEqual(await makeSteps(network, samples, 4));
    network.dispose();
    copy.dispose();
  });

  test('a checkpoint is a copy: later steps do not change it', async () => {
    const network = newNetwork();
    await makeSteps(network, samples, 2);
    const checkpoint = await network.checkpoint();
    const [weights, slots] = [allWeights(checkpoint), structuredClone(checkpoint.optimizer)];
    await makeSteps(network, samples, 2);
    expect(allWeights(checkpoint)).toEqual(weights);
    expect(checkpoint.optimizer).toEqual(slots);
    network.dispose();
  });

  test('restoring a checkpoint repeats the same steps', async () => {
    const network = newNetwork();
    const checkpoint = await network.checkpoint();
    const once = await makeSteps(network, samples, 4);
    network.restore(checkpoint);
    expect([network.step, network.samplesPassed]).toEqual([0, 0]);
    expect(await makeSteps(network, samples, 4)).toEqual(once);
    network.dispose();
  });

  test('growing the code during training changes the output by at most 1e-5, and training continues', async () => {
    const network = newNetwork({ codeSize: 2 });
    const early = await makeSteps(network, samples, 20);
    const before = await outputs(network);
    const wider = resize(
      await network.checkpoint(),
      { ...network.experiment, codeSize: 5, hidden: [11] },
      shape,
    );
    const grown = network.rebuild(wider);
    network.dispose();
    expect(largestDifference(await outputs(grown), before)).toBeLessThan(1e-5);
    const late = await makeSteps(grown, samples, 20);
    expect(late.at(-1)).toBeLessThan(early[0] ?? 0);
    expect(grown.step).toBe(40);
    grown.dispose();
  });

  test('a new optimizer starts with empty state and trains', async () => {
    const network = newNetwork({ optimizer: 'sgd' });
    await makeSteps(network, samples, 3);
    for (const optimizer of ['adam', 'rmsprop', 'sgd'] as const) {
      network.applyLive({ ...network.experiment, optimizer });
      expect((await network.checkpoint()).optimizer.updates).toBe(0);
      await makeSteps(network, samples, 2);
      const state = (await network.checkpoint()).optimizer;
      expect(state.updates).toBe(2);
      expect(state.slots).toHaveLength(optimizer === 'adam' ? 2 : 1);
    }
    network.dispose();
  });

  test('restoring a checkpoint of another optimizer keeps the weights and drops its state', async () => {
    const network = newNetwork({ optimizer: 'sgd' });
    await makeSteps(network, samples, 2);
    const checkpoint = await network.checkpoint();
    network.applyLive({ ...network.experiment, optimizer: 'adam' });
    await makeSteps(network, samples, 2);
    network.restore(checkpoint);
    const back = await network.checkpoint();
    expect(back.weights).toEqual(checkpoint.weights);
    expect(back.experiment.optimizer).toBe('adam');
    expect(back.optimizer).toMatchObject({ updates: 0, slots: { length: 2 } });
    const losses = await makeSteps(network, samples, 2);
    expect(losses.every(Number.isFinite)).toBe(true);
    network.dispose();
  });

  test.each([[4, 4, 1], [12, 1], [3, 2, 3], [9]])('samples of shape [%s, %s, %s] train', async (...sides) => {
    const own = sides.filter((side) => Number.isInteger(side));
    const network = newNetwork({ noise: 'block', noiseLevel: 0.3 }, own);
    const losses = await makeSteps(network, tinySamples(own, 64), 3);
    expect(losses.every(Number.isFinite)).toBe(true);
    network.dispose();
  });

  const everyEntry: ExperimentPatch[] = [
    ...Object.keys(corruptions).map((noise) => ({ noise })),
    ...Object.keys(losses).map((loss) => ({ loss })),
    ...Object.keys(optimizers).map((optimizer) => ({ optimizer })),
    ...activationIds.map((activation) => ({ activation })),
    ...codeActivationIds.map((codeActivation) => ({ codeActivation })),
    ...outputActivationIds.map((outputActivation) => ({ outputActivation })),
    ...Object.keys(sparsityPenalties).map((sparsity) => ({ sparsity })),
    ...scheduleIds.map((schedule) => ({ schedule })),
    { inputDropout: 0.3, weightDecay: 0.01, gradientClip: 1 },
    { noise: 'block', lossOn: 'weighted', loss: 'bce' },
    { noise: 'holes', maskInput: 'on', lossOn: 'hole' },
    { noise: 'block', maskInput: 'on', lossOn: 'hole', codeKind: 'gaussian' },
    { noise: 'block', maskInput: 'on', architecture: 'convolutional' },
  ];

  test.each(everyEntry)('%o trains with a finite loss and changes its weights', async (patch) => {
    const network = newNetwork(withPatch(tinyExperiment(), patch));
    const before = await network.checkpoint();
    const losses = await makeSteps(network, samples, 2);
    expect(losses.every((loss) => Number.isFinite(loss) && loss > 0)).toBe(true);
    expect(largestDifference(allWeights(await network.checkpoint()), allWeights(before))).toBeGreaterThan(
      1e-6,
    );
    network.dispose();
  });
});
