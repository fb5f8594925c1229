// A replayed step is the ordinary one, bit for bit, and nothing is replayed that has changed.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { offerRecorder, workRecorder } from '../../kernels/step-recording';
import { sampleOrder } from '../../dataset/sample-order';
import { disposeObjective, type ObjectiveValue } from '../../objective/objective';
import { disposeBatch, trainingBatch } from '../../training/batch/training-batch';
import { startForTest } from '../../testing/start-backend';
import { allWeights, makeSteps } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { resize } from '../surgery/surgery';
import { testedKernels, useKernels } from '../../kernels/wasm/testing/wasm-test-backend';
import { initialCheckpoint } from '../weights/initial-weights';
import { Network } from '../network';

const shape = [8, 4, 1];
const samples = tinySamples(shape, 160);
const held = tinySamples(shape, 160, 3);

const newNetwork = (patch: ExperimentPatch) =>
  new Network(
    initialCheckpoint(tinyExperiment({ learningRate: 0.01, ...patch }), shape),
    shape,
    samples.count,
  );

/** Steps whose gradients were computed by autodiff: the others were replayed. */
function countOrdinarySteps({ autoencoder }: Network): () => number {
  const encode = vi.spyOn(autoencoder, 'encode');
  return () => encode.mock.calls.length;
}

/** Losses and weights of a run, and how many of its steps were ordinary. */
async function run(patch: ExperimentPatch, steps = 6) {
  const network = newNetwork(patch);
  const ordinary = countOrdinarySteps(network);
  const losses = await makeSteps(network, samples, steps);
  const weights = allWeights(await network.checkpoint());
  network.dispose();
  return { losses, weights, ordinary: ordinary() };
}

async function withoutRecorder<Result>(work: () => Promise<Result>): Promise<Result> {
  const backend = tf.backend();
  const recorder = workRecorder() ?? null;
  offerRecorder(backend, null);
  try {
    return await work();
  } finally {
    offerRecorder(backend, recorder);
  }
}

const replayed: Record<string, ExperimentPatch> = {
  'dense layers': { hidden: [9, 7] },
  'a convolutional network': { architecture: 'convolutional', filters: 4, convLayers: 2 },
  'noisy input': { noise: 'gaussian', noiseLevel: 0.3, inputDropout: 0.1 },
  'the cross-entropy': { loss: 'bce', outputActivation: 'sigmoid' },
  'clipped gradients and weight decay': { gradientClip: 0.01, weightDecay: 0.01 },
  'a Gaussian code': { codeKind: 'gaussian', codeActivation: 'linear', beta: 0.5, loss: 'bce' },
  'a sparsity penalty': { sparsity: 'kl', sparsityWeight: 0.1, codeActivation: 'sigmoid' },
  'RMSProp and a schedule': { optimizer: 'rmsprop', schedule: 'cosine' },
};

beforeAll(() => startForTest('wasm'));
afterEach(() => vi.restoreAllMocks());

describe('after two ordinary steps, the others are replayed', () => {
  test.each(Object.entries(replayed))('with %s', async (_, patch) => {
    const { ordinary, ...made } = await run(patch);
    expect(ordinary).toBe(2);
    expect(made).toEqual(
      await withoutRecorder(() => run(patch)).then(({ losses, weights }) => ({ losses, weights })),
    );
  });
});

test.each(['webgl', 'cpu'] as const)('%s records nothing', async (backend) => {
  await startForTest(backend);
  expect(workRecorder()).toBeUndefined();
  await startForTest('wasm');
});

test('what our kernels do not compute is not replayed', async () => {
  const patch: ExperimentPatch = { noise: 'block', noiseLevel: 0.5, lossOn: 'weighted' };
  const { ordinary, ...made } = await run(patch);
  expect(ordinary).toBe(6);
  expect(made).toEqual(
    await withoutRecorder(() => run(patch)).then(({ losses, weights }) => ({ losses, weights })),
  );
});

test('any number of threads gives the same bits', async () => {
  const made = [];
  for (const kernels of (await testedKernels()).filter((tested) => tested !== 'simd')) {
    await useKernels(kernels);
    made.push(await run(replayed['a convolutional network'] ?? {}));
  }
  await startForTest('wasm');
  for (const other of made) expect(other).toEqual(made[0]);
  expect(made[0]?.ordinary).toBe(2);
});

describe('a change is followed', () => {
  /** Trains four steps, makes the change, and trains four more. */
  const around = async (change: (network: Network) => unknown) => {
    const started = newNetwork({ hidden: [9] });
    await makeSteps(started, samples, 4);
    const changed = await change(started);
    const network = changed instanceof Network ? changed : started;
    const losses = await makeSteps(network, samples, 4);
    const weights = allWeights(await network.checkpoint());
    network.dispose();
    return { losses, weights };
  };

  const changes: Record<string, (network: Network) => unknown> = {
    'another loss': (network) => network.applyLive({ ...network.experiment, loss: 'mae' }),
    'another batch size': (network) => network.applyLive({ ...network.experiment, batchSize: 7 }),
    'input noise': (network) =>
      network.applyLive({ ...network.experiment, noise: 'masking', noiseLevel: 0.3 }),
    'another optimizer': (network) => network.applyLive({ ...network.experiment, optimizer: 'sgd' }),
    'restored weights': async (network) => network.restore(await network.checkpoint()),
    'a smaller batch': (network) => {
      const batch = trainingBatch(samples, [1, 2, 3], network.experiment, network.step);
      disposeObjective(network.update(batch));
      disposeBatch(batch);
    },
    'another bottleneck': async (network) => {
      const wider = { ...network.experiment, codeSize: 5 };
      const grown = network.rebuild(resize(await network.checkpoint(), wider, shape));
      network.dispose();
      return grown;
    },
    'another learning rate': (network) => network.applyLive({ ...network.experiment, learningRate: 0.1 }),
    'other samples': (network) => makeSteps(network, held, 3),
    'a lost recorder': () => offerRecorder(tf.backend(), null),
  };

  test.each(Object.entries(changes))('%s', async (_, change) => {
    const recorder = workRecorder() ?? null;
    const made = await around(change);
    offerRecorder(tf.backend(), recorder);
    expect(made).toEqual(await withoutRecorder(() => around(change)));
  });
});

test('two networks record beside each other', async () => {
  const networks = [newNetwork({ hidden: [9] }), newNetwork({ hidden: [6], loss: 'mae' })];
  const turns = async () => {
    const losses: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      losses.push(...(await makeSteps(networks[turn % 2] as Network, samples, 1)));
    }
    return losses;
  };
  const checkpoints = await Promise.all(networks.map((network) => network.checkpoint()));
  const made = await turns();
  networks.forEach((network, i) => network.restore(checkpoints[i] as (typeof checkpoints)[number]));
  expect(made).toEqual(await withoutRecorder(turns));
  networks.forEach((network) => network.dispose());
});

test('losses that are read after further steps are those of their own step', async () => {
  const order = sampleOrder([samples.count], 1);
  const losses = async (network: Network, readsAtOnce: boolean) => {
    const read: number[] = [];
    const pending: ObjectiveValue[] = [];
    const readAll = async () => {
      for (const { total } of pending) read.push(...(await total.data<'float32'>()));
      pending.splice(0).forEach(disposeObjective);
    };
    for (let step = 0; step < 6; step++) {
      const batch = trainingBatch(samples, order.take(step * 16, 16), network.experiment, step);
      pending.push(network.update(batch));
      disposeBatch(batch);
      if (readsAtOnce) await readAll();
    }
    await readAll();
    network.dispose();
    return read;
  };
  const together = await losses(newNetwork({}), false);
  expect(new Set(together).size).toBe(6);
  expect(together).toEqual(await losses(newNetwork({}), true));
});

describe('memory', () => {
  test('replays add no tensors and no buffers', async () => {
    const before = tf.memory();
    const network = newNetwork({ architecture: 'convolutional', filters: 4, convLayers: 2 });
    await makeSteps(network, samples, 3);
    const recorded = tf.memory();
    await makeSteps(network, samples, 20);
    expect(tf.memory()).toEqual(recorded);
    network.dispose();
    expect(tf.memory()).toEqual(before);
  });

  test('recordings that are dropped give their memory back', async () => {
    const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
    const network = newNetwork({ hidden: [300], batchSize: 100 });
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round++) {
        network.applyLive({ ...network.experiment });
        await makeSteps(network, samples, 3);
      }
      return wasm.HEAPU8.length;
    };
    const after = await rounds(10);
    expect(await rounds(100)).toBe(after);
    network.dispose();
  });
});
