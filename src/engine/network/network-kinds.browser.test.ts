// Requirements on every kind of network: each family with each architecture.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { families, type FamilyId } from '../../catalog/families/registry';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { TermId } from '../../core/run/objective-terms';
import { architectureIds, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { initialCheckpoint } from './weights/initial-weights';
import { Network } from './network';
import { runForward } from '../views/forward-pass';
import { sampleOrder } from '../dataset/sample-order';
import { disposeBatch, trainingBatch } from '../training/batch/training-batch';
import { resize } from './surgery/surgery';
import { startForTest } from '../testing/start-backend';
import { allWeights, largestDifference, makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';

const shape = [5, 4, 1];
const samples = tinySamples(shape, 160);
const held = Float32Array.from(tinySamples(shape, 12).values, (byte) => byte / 255);

/** A small version of the family's preset. */
function experimentOf(family: FamilyId, patch: ExperimentPatch): Experiment {
  const small = { codeSize: 3, hidden: [8], filters: 4, convLayers: 2, learningRate: 0.01 };
  return tinyExperiment({ ...families[family].preset, ...small, ...patch });
}

const kinds = (Object.keys(families) as FamilyId[]).flatMap((family) =>
  architectureIds.map((architecture) => [family, architecture] as const),
);

const newNetwork = (experiment: Experiment) =>
  new Network(initialCheckpoint(experiment, shape), shape, samples.count);
const copyOf = (checkpoint: Checkpoint) => new Network(checkpoint, shape, samples.count);
const outputs = (network: Network) => runForward(network, held);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Trains one step; returns its objective and terms as numbers. */
async function stepOf(network: Network): Promise<{ total: number; terms: Partial<Record<TermId, number>> }> {
  const order = sampleOrder([samples.count], network.experiment.seed);
  const indices = order.take(network.samplesPassed, network.experiment.batchSize);
  const batch = trainingBatch(samples, indices, network.experiment, network.step);
  const { total, terms } = await network.trainOn(batch);
  disposeBatch(batch);
  const read = async (scalar: tf.Tensor) => (await scalar.data<'float32'>())[0] ?? Number.NaN;
  const entries = Object.entries(terms) as [TermId, tf.Scalar][];
  const numbers = await Promise.all(entries.map(async ([id, term]) => [id, await read(term)] as const));
  const made = { total: await read(total), terms: Object.fromEntries(numbers) };
  tf.dispose([total, ...entries.map(([, term]) => term)]);
  return made;
}

/** A checkpoint written to JSON and parsed again. */
function throughJson(checkpoint: Checkpoint): Checkpoint {
  const written = JSON.stringify(checkpoint, (_, value: unknown) =>
    value instanceof Float32Array ? Array.from(value) : value,
  );
  const read = JSON.parse(written) as {
    weights: number[][];
    optimizer: { updates: number; slots: number[][][] };
  } & Pick<Checkpoint, 'experiment' | 'step' | 'samplesPassed'>;
  const floats = (values: number[]) => new Float32Array(values);
  return {
    ...read,
    weights: read.weights.map(floats),
    optimizer: { ...read.optimizer, slots: read.optimizer.slots.map((slot) => slot.map(floats)) },
  };
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  describe.each(kinds)('a %s autoencoder on a %s network', (family, architecture) => {
    const experiment = experimentOf(family, { architecture });

    test('lowers its loss, which stays finite', async () => {
      const network = newNetwork(experiment);
      const losses = await makeSteps(network, samples, 40);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(mean(losses.slice(-8)) / mean(losses.slice(0, 8))).toBeLessThan(0.9);
      network.dispose();
    });

    test('reports the active terms of each step; the objective is their weighted sum', async () => {
      const network = newNetwork(experiment);
      for (let step = 0; step < 2; step++) {
        const { total, terms } = await stepOf(network);
        const on = { undercomplete: [], denoising: [], sparse: ['sparsity'], variational: ['kl'] }[family];
        expect(Object.keys(terms).sort()).toEqual([...on, 'reconstruction'].sort());
        for (const term of Object.values(terms)) expect(term).toBeGreaterThan(0);
        const { reconstruction = Number.NaN, sparsity = 0, kl = 0 } = terms;
        const sum = reconstruction + experiment.sparsityWeight * sparsity + experiment.beta * kl;
        expect(Math.abs(total / sum - 1)).toBeLessThan(1e-5);
      }
      network.dispose();
    });

    test('leaks no tensor', async () => {
      const before = tf.memory().numTensors;
      const network = newNetwork({ ...experiment, gradientClip: 1, weightDecay: 0.01, inputDropout: 0.2 });
      await makeSteps(network, samples, 2);
      const afterTwo = tf.memory().numTensors;
      await makeSteps(network, samples, 4);
      expect(tf.memory().numTensors).toBe(afterTwo);
      network.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });

    test('gives the same losses for the same seed, and different ones for another seed', async () => {
      const run = async (seed: number) => {
        const network = newNetwork({ ...experiment, seed });
        const losses = await makeSteps(network, samples, 3);
        network.dispose();
        return losses;
      };
      const first = await run(1);
      expect(await run(1)).toEqual(first);
      expect(await run(2)).not.toEqual(first);
    });

    test('gives the same outputs after saving and loading, and continues identically', async () => {
      const network = newNetwork(experiment);
      await makeSteps(network, samples, 3);
      const checkpoint = await network.checkpoint();
      const copy = copyOf(throughJson(checkpoint));
      expect(await copy.checkpoint()).toEqual(checkpoint);
      expect(await outputs(copy)).toEqual(await outputs(network));
      expect(await makeSteps(copy, samples, 3)).toEqual(await makeSteps(network, samples, 3));
      expect(allWeights(await copy.checkpoint())).toEqual(allWeights(await network.checkpoint()));
      network.dispose();
      copy.dispose();
    });

    test('grows its code during training: the output changes by at most 1e-5, and the new units learn', async () => {
      const network = newNetwork(experiment);
      await makeSteps(network, samples, 5);
      const before = await outputs(network);
      const wider = { ...network.experiment, codeSize: 5 };
      const grown = network.rebuild(resize(await network.checkpoint(), wider, shape));
      network.dispose();
      expect(largestDifference((await outputs(grown)).reconstructed, before.reconstructed)).toBeLessThan(
        1e-5,
      );
      const first = await grown.checkpoint();
      const losses = await makeSteps(grown, samples, 5);
      expect(losses.every(Number.isFinite)).toBe(true);
      const behindCode = experiment.codeKind === 'gaussian' ? 2 : 1;
      const encoderLayers = (architecture === 'dense' ? 1 : 2) + behindCode;
      const [unlearned, after] = [first, await grown.checkpoint()].map(
        ({ weights }) => weights[2 * encoderLayers],
      );
      // outgoing weights of the two new units
      const added = (kernel: Float32Array | undefined) => kernel?.slice((3 * kernel.length) / 5) ?? [];
      expect(added(unlearned).every((weight) => weight === 0)).toBe(true);
      expect(added(after).some((weight) => weight !== 0)).toBe(true);
      grown.dispose();
    });
  });
});

test.each(kinds)(
  'a %s autoencoder on a %s network gives the same outputs after moving from WASM to WebGL, and continues almost identically',
  async (family, architecture) => {
    await startForTest('wasm');
    const onWasm = newNetwork(experimentOf(family, { architecture }));
    await makeSteps(onWasm, samples, 20);
    const checkpoint = await onWasm.checkpoint();
    const before = await outputs(onWasm);
    const losses = await makeSteps(onWasm, samples, 3);
    onWasm.dispose();
    await startForTest('webgl');
    const onWebgl = copyOf(checkpoint);
    const after = await outputs(onWebgl);
    expect(largestDifference(after.reconstructed, before.reconstructed)).toBeLessThan(1e-4);
    expect(largestDifference(after.codes, before.codes)).toBeLessThan(1e-4);
    const onWebglLosses = await makeSteps(onWebgl, samples, 3);
    onWebglLosses.forEach((loss, i) => {
      expect(Math.abs(loss / (losses[i] ?? Number.NaN) - 1)).toBeLessThan(1e-3);
    });
    onWebgl.dispose();
  },
);
