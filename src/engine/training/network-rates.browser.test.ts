// Everything that sets the size of a step: learning-rate schedule, beta warm-up, weight decay, gradient clipping.
import { beforeAll, describe, expect, test } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { startForTest } from '../testing/start-backend';
import { allWeights, largestDifference, makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';

const shape = [4, 4, 1];
const samples = tinySamples(shape, 160);
/** Steps per epoch with batches of 16. */
const stepsPerEpoch = 10;

const newNetwork = (patch: ExperimentPatch = {}) =>
  new Network(
    initialCheckpoint(tinyExperiment({ learningRate: 0.01, ...patch }), shape),
    shape,
    samples.count,
  );

const weightsOf = async (network: Network) => allWeights(await network.checkpoint());

/** Trains `count` steps; returns the losses and the displacement of each weight. */
async function advance(network: Network, count = 1): Promise<{ losses: number[]; moves: number[] }> {
  const before = await weightsOf(network);
  const losses = await makeSteps(network, samples, count);
  const after = await weightsOf(network);
  return { losses, moves: after.map((weight, i) => weight - (before[i] ?? Number.NaN)) };
}

const lengthOf = (moves: readonly number[]) => Math.hypot(...moves);

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  describe('a learning-rate schedule', () => {
    test.each(Object.keys(optimizers))(
      'of steps makes the same updates up to the boundary and half-size ones after it: %s',
      async (optimizer) => {
        const constant = newNetwork({ optimizer });
        const stepped = newNetwork({ optimizer, schedule: 'step', scheduleEpochs: 1 });
        const [whole, same] = [await advance(constant, stepsPerEpoch), await advance(stepped, stepsPerEpoch)];
        expect(same).toEqual(whole);
        expect(stepped.epoch).toBe(1);
        const [full, half] = [await advance(constant), await advance(stepped)];
        expect(half.losses).toEqual(full.losses);
        expect(lengthOf(full.moves)).toBeGreaterThan(1e-4);
        const expected = full.moves.map((move) => move / 2);
        expect(largestDifference(half.moves, expected)).toBeLessThan(1e-3 * lengthOf(full.moves));
        constant.dispose();
        stepped.dispose();
      },
    );

    test('of a cosine has the right rate at each moment: half of it at half the epochs', async () => {
      const constant = newNetwork({ optimizer: 'sgd' });
      const cosine = newNetwork({ optimizer: 'sgd', schedule: 'cosine', scheduleEpochs: 2 });
      // a network at the same position in the run, with the same weights and empty optimizer state
      const start = await constant.checkpoint();
      for (const [epoch, share] of [
        [0, 1],
        [1, 0.505],
        [2, 0.01],
        [7, 0.01],
      ] as const) {
        const at = { ...start, samplesPassed: epoch * samples.count };
        constant.restore(at);
        cosine.restore(at);
        const [full, part] = [await advance(constant), await advance(cosine)];
        expect(Math.abs(lengthOf(part.moves) / lengthOf(full.moves) - share)).toBeLessThan(1e-3);
      }
      constant.dispose();
      cosine.dispose();
    });

    test.each([
      [16, 1],
      [80, 0.5],
    ])(
      'follows the images seen: after two batches of %i the rate is %f of the first',
      async (batchSize, share) => {
        const constant = newNetwork({ batchSize });
        const stepped = newNetwork({ batchSize, schedule: 'step', scheduleEpochs: 1 });
        for (const network of [constant, stepped]) await makeSteps(network, samples, 2);
        const [full, part] = [await advance(constant), await advance(stepped)];
        expect(Math.abs(lengthOf(part.moves) / lengthOf(full.moves) - share)).toBeLessThan(1e-3);
        constant.dispose();
        stepped.dispose();
      },
    );

    test('can be changed while training, from the next step on', async () => {
      const network = newNetwork({ optimizer: 'sgd' });
      const start = { ...(await network.checkpoint()), samplesPassed: samples.count };
      network.restore(start);
      const full = await advance(network);
      network.restore(start);
      network.applyLive({ ...network.experiment, schedule: 'step', scheduleEpochs: 1 });
      const half = await advance(network);
      expect(lengthOf(half.moves) / lengthOf(full.moves)).toBeCloseTo(0.5, 3);
      network.dispose();
    });
  });

  describe('the beta warm-up', () => {
    const gaussian: ExperimentPatch = { codeKind: 'gaussian', codeSize: 3, beta: 4, optimizer: 'sgd' };

    test('starts without the KL term: the first update is that of beta 0', async () => {
      const warming = newNetwork({ ...gaussian, betaWarmUp: 1 });
      const without = newNetwork({ ...gaussian, beta: 0 });
      const cold = newNetwork(gaussian);
      const [first, expected, whole] = [await advance(warming), await advance(without), await advance(cold)];
      expect(first).toEqual(expected);
      expect(whole.losses[0]).toBeGreaterThan(expected.losses[0] ?? Infinity);
      expect(largestDifference(whole.moves, expected.moves)).toBeGreaterThan(1e-4);
      const [second, other] = [await advance(warming), await advance(without)];
      expect(second.losses[0]).toBeGreaterThan(other.losses[0] ?? Infinity);
      expect(second.moves).not.toEqual(other.moves);
      for (const network of [warming, without, cold]) network.dispose();
    });

    test.each([
      [0.25, 1],
      [0.5, 2],
      [1, 4],
      [3, 4],
    ])('at %f of its one epoch weights the KL term with %f of a beta of 4', async (epoch, beta) => {
      const warming = newNetwork({ ...gaussian, betaWarmUp: 1 });
      const level = newNetwork({ ...gaussian, beta });
      const at = { ...(await level.checkpoint()), samplesPassed: epoch * samples.count };
      warming.restore(at);
      level.restore(at);
      expect(await advance(warming)).toEqual(await advance(level));
      warming.dispose();
      level.dispose();
    });
  });

  test.each<ExperimentPatch>([
    {},
    { architecture: 'convolutional', filters: 4, convLayers: 2, codeKind: 'gaussian' },
  ])('weight decay shrinks the kernels of %o and no bias, decoupled from the gradient', async (patch) => {
    const plain = newNetwork(patch);
    const decaying = newNetwork({ ...patch, weightDecay: 0.1 });
    // biases start at 0, where decay would have no effect
    await makeSteps(plain, samples, 5);
    const start = await plain.checkpoint();
    decaying.restore(start);
    expect(start.weights.every((weight) => weight.some((value) => value !== 0))).toBe(true);
    const [without, decayed] = [await advance(plain), await advance(decaying)];
    expect(decayed.losses).toEqual(without.losses);
    const { layers } = networkPlan(plain.experiment, shape);
    expect(start.weights).toHaveLength(2 * layers.length);
    // kernels shrink by 1 - learning rate x decay once more, biases do not
    const expected = start.weights.flatMap((weight, w) =>
      Array.from(weight, (value) => (w % 2 === 0 ? -0.01 * 0.1 * value : 0)),
    );
    const difference = decayed.moves.map((move, i) => move - (without.moves[i] ?? Number.NaN));
    expect(largestDifference(difference, expected)).toBeLessThan(1e-6);
    expect(lengthOf(expected)).toBeGreaterThan(1e-4);
    plain.dispose();
    decaying.dispose();
  });

  describe('gradient clipping', () => {
    // The first update of SGD is the learning rate times the gradient.
    const sgd: ExperimentPatch = { optimizer: 'sgd', codeKind: 'gaussian', loss: 'bce' };

    test('shortens the whole gradient to the limit and keeps its direction', async () => {
      const free = newNetwork(sgd);
      const clipped = newNetwork({ ...sgd, gradientClip: 0.5 });
      const [long, short] = [await advance(free), await advance(clipped)];
      const norm = lengthOf(long.moves) / 0.01;
      expect(norm).toBeGreaterThan(1);
      expect(Math.abs(lengthOf(short.moves) / 0.01 / 0.5 - 1)).toBeLessThan(1e-3);
      const expected = long.moves.map((move) => (move * 0.5) / norm);
      expect(largestDifference(short.moves, expected)).toBeLessThan(1e-6);
      expect(short.losses).toEqual(long.losses);
      free.dispose();
      clipped.dispose();
    });

    test('leaves a shorter gradient unchanged, and is off at 0', async () => {
      const free = newNetwork({ optimizer: 'sgd' });
      const high = newNetwork({ optimizer: 'sgd', gradientClip: 10 });
      const expected = await advance(free);
      expect(lengthOf(expected.moves) / 0.01).toBeLessThan(10);
      expect(lengthOf(expected.moves)).toBeGreaterThan(0);
      expect(await advance(high)).toEqual(expected);
      free.dispose();
      high.dispose();
    });
  });
});
