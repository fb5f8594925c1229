// Batches, losses and updates against plain numbers, what a whole step sends to the device, and its gradient.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meanLoss, meanLossGradient } from '../../../catalog/losses/loss';
import { losses } from '../../../catalog/losses/registry';
import { defaultExperiment, type ExperimentPatch } from '../../../core/experiment/experiment';
import type { Samples } from '../../../core/samples/samples';
import { Network } from '../../network/network';
import {
  compareWithDifferences,
  randomBatch,
  smoothCheckpoint,
  trainedGradients,
} from '../../testing/finite-differences';
import { expectNoLeaks } from '../../testing/no-leaks';
import { randomFloats } from '../../testing/random-floats';
import { startForTest } from '../../testing/start-backend';
import { largestDifference } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { adapter } from '../../testing/webgpu';
import { assembleInputs, drawCodeNoise } from '../../training/batch/batch';
import {
  ActivationGradient,
  AssembleBatch,
  DrawCodeNoise,
  ReconstructionLoss,
  ReconstructionLossGradient,
  runKernel,
  runKernelForList,
  updateOfAll,
} from '../training-kernels';
import { expectNoFault, sentBy } from './testing/counting';
import { sentByStep } from './testing/sent-by-step';

const step = 4_000_000_001;
const seed = 3_000_000_019;

describe.skipIf(!adapter)('on WebGPU', () => {
  beforeAll(() => startForTest('webgpu'));
  expectNoLeaks();
  afterAll(expectNoFault);

  /** Compares target and input with the plain batch; returns the bytes that were uploaded. */
  async function compareBatch(samples: Samples, indices: number[], patch: ExperimentPatch): Promise<number> {
    const experiment = tinyExperiment({ seed, ...patch });
    const plain = assembleInputs(samples, indices, experiment, step);
    const made: tf.Tensor[] = [];
    const { dispatches, uploadedBytes } = await sentBy(
      () => void made.push(...runKernelForList(AssembleBatch, {}, { ...experiment, samples, indices, step })),
    );
    expect(dispatches).toBe(1);
    expect(made).toHaveLength(plain.noisy === plain.clean ? 1 : 2);
    const [target, input = target] = await Promise.all(made.map((tensor) => tensor.data<'float32'>()));
    tf.dispose(made);
    expect(largestDifference(target ?? [], plain.clean)).toBeLessThan(1e-6);
    expect(largestDifference(input ?? [], plain.noisy)).toBeLessThan(5e-6);
    return uploadedBytes;
  }

  test.each(['none', 'gaussian', 'saltPepper', 'masking', 'block', 'impulses'] as const)(
    'a batch with noise %s equals the plain one, at awkward levels too',
    async (noise) => {
      for (const shape of [
        [28, 28, 1],
        [5, 7, 3],
        [13, 1],
      ]) {
        const samples = tinySamples(shape, 37);
        for (const noiseLevel of [2 ** -24, 1 / 3, 0.7, 1])
          await compareBatch(samples, [0, 11, 36, 3, 11], { noise, noiseLevel, inputDropout: 0 });
        await compareBatch(samples, [36, 2], { noise, noiseLevel: 0.5, inputDropout: 0.3 });
      }
    },
  );

  test('a batch of signals that leave [0, 1] equals the plain one', async () => {
    const bytes = tinySamples([13, 2], 9);
    const samples = { ...bytes, values: Float32Array.from(bytes.values, (byte) => byte / 40 - 3) };
    await compareBatch(samples, [8, 0, 3], { noise: 'gaussian', noiseLevel: 0.6 });
  });

  test('each sample is uploaded once, when it has arrived, and then only indices are', async () => {
    const whole = tinySamples([9, 7, 1], 1001);
    const samples = { ...whole, values: new Uint8Array(whole.values.length) };
    const upload = (arrived: number, indices: number[]) => {
      samples.values.set(whole.values.subarray(0, arrived * 63));
      return compareBatch(samples, indices, { noise: 'masking', noiseLevel: 0.5 });
    };
    expect(await upload(261, [260, 0])).toBeGreaterThan(261 * 63);
    expect(await upload(1001, [1000, 260, 261])).toBeLessThan(741 * 63 + 100);
    await upload(1001, [1, 2, 3, 4, 5, 6, 7]);
    // the number of the step and seven indices
    expect(await upload(1001, [998, 250, 1, 7, 3, 261, 1000])).toBe(4 * 8);
  });

  test('the noise of codes equals the plain one at the ends of its range too', async () => {
    const [rows, codeSize] = [400, 1000];
    const indices = Uint32Array.from({ length: rows }, (_, i) => i);
    const draws = runKernel(DrawCodeNoise, {}, { indices, codeSize, seed, step });
    const plain = drawCodeNoise(indices, { seed, codeSize }, step);
    expect(largestDifference(await draws.data(), plain)).toBeLessThan(5e-6);
    draws.dispose();
  });

  const kinds = [['mse', true], ['mse', false], ['mae', true], ['bce', true]] as const; // prettier-ignore
  test.each(kinds)('%s (sigmoid: %s) and its gradient are those of the catalog', async (loss, sigmoid) => {
    const attrs = { loss, sigmoid };
    for (const shape of [
      [1, 1],
      [3, 5],
      [33, 67],
    ] as [number, number][]) {
      const x = randomFloats(shape[0] * shape[1], 1).map((value) => (value + 1) / 2);
      const z = randomFloats(shape[0] * shape[1], 2).map((value) => value * 12);
      const [target, logits] = [tf.tensor2d(x, shape), tf.tensor2d(z, shape)];
      // the second is on the device already
      for (const dy of [tf.scalar(3), tf.tidy(() => tf.relu(tf.scalar(3)))]) {
        const value = runKernel(ReconstructionLoss, { target, logits }, attrs);
        const gradient = runKernel(ReconstructionLossGradient, { target, logits, dy }, attrs);
        const want = meanLoss(losses[loss], x, z, sigmoid);
        expect(Math.abs(((await value.data())[0] ?? NaN) / want - 1)).toBeLessThan(1e-5);
        const slopes = meanLossGradient(losses[loss], x, z, sigmoid).map((slope) => 3 * slope);
        // up to 3 x 2 (p - x), where p is a logit of up to 12, and four roundings of half a unit in the last place
        const roundings = 4 * 2 ** -24;
        expect(largestDifference(await gradient.data(), slopes)).toBeLessThan((78 * roundings) / x.length);
        tf.dispose([value, gradient, dy]);
      }
      tf.dispose([target, logits]);
    }
  });

  test.each(['mse', 'mae', 'bce'] as const)(
    '%s is finite for finite logits, and not for NaN',
    async (loss) => {
      const lossOf = async (numbers: number[]) => {
        const logits = tf.tensor2d(numbers, [1, numbers.length]);
        const [target, dy, attrs] = [tf.onesLike(logits), tf.scalar(1), { loss, sigmoid: true }];
        const made = [
          runKernel(ReconstructionLoss, { target, logits }, attrs),
          runKernel(ReconstructionLossGradient, { target, logits, dy }, attrs),
        ];
        const [value = [], gradient = []] = await Promise.all(
          made.map(async (tensor) => [...(await tensor.data())]),
        );
        tf.dispose([logits, target, dy, made]);
        return [...value, ...gradient].map(Number.isFinite);
      };
      expect(await lossOf([1, Number.NaN, 2])).toEqual([false, true, false, true]);
      expect(await lossOf([-1e4, -200, -88, 88, 200, 1e4, 0])).not.toContain(false);
    },
  );

  test('a gradient through an activation is multiplied by the slope at its output', async () => {
    const [dy, y] = [
      tf.tensor(randomFloats(210, 4), [2, 3, 5, 7]),
      tf.tensor(randomFloats(210, 3), [2, 3, 5, 7]),
    ];
    const made = runKernel(ActivationGradient, { dy, y }, { activation: 'tanh' });
    const want = randomFloats(210, 4).map((value, i) => value * (1 - (randomFloats(210, 3)[i] ?? 0) ** 2));
    expect(largestDifference(await made.data(), want)).toBeLessThan(3e-7);
    tf.dispose([dy, y, made]);
  });

  test('an update of all weights is visible after an earlier read and during a pending one', async () => {
    const params = [2, 3, 1, 4].map((size) =>
      tf.tidy(() => tf.variable(tf.tensor2d(randomFloats(size, size), [1, size]))),
    );
    const gradients = params.map((param) => tf.onesLike(param));
    const velocity = tf.zeros([10]);
    const inputs: tf.NamedTensorMap = { velocity };
    params.forEach((param, i) =>
      Object.assign(inputs, { [`param${i}`]: param, [`gradient${i}`]: gradients[i] }),
    );
    const update = () =>
      tf.engine().runKernel(updateOfAll('MomentumUpdate'), inputs, { learningRate: 1, momentum: 0, kept: 1 });
    const read = () => Promise.all(params.map(async (param) => [...(await param.data())]));
    const first = await read();
    const lower = (by: number) => first.map((numbers) => numbers.map((number) => Math.fround(number - by)));
    // four weights, three at a time
    expect((await sentBy(update)).dispatches).toBe(2);
    expect((await read()).flat()).toEqual(
      expect.arrayContaining([expect.closeTo(lower(1).flat()[0] ?? 0, 5)]),
    );
    const reading = read();
    update();
    expect(largestDifference((await reading).flat(), lower(1).flat())).toBeLessThan(1e-6);
    expect(largestDifference((await read()).flat(), lower(2).flat())).toBeLessThan(1e-6);
    tf.dispose([params, gradients, velocity]);
  });

  test('a step of six layers takes at most 25 dispatches, uploads indices only, and leaks nothing', async () => {
    const { dispatches, uploadedBytes, tensors } = await sentByStep({ hidden: [10, 6], optimizer: 'adam' });
    expect(dispatches).toBeLessThanOrEqual(25);
    // indices, the number of the step, and those of Adam
    expect(uploadedBytes).toBeLessThanOrEqual(4 * (16 + 1 + 8));
    expect(tensors).toBe(0);
  });

  test.each<[string, ExperimentPatch]>([
    ['mean squared error and relu', { activation: 'relu', hidden: [6, 5] }],
    ['cross-entropy, elu and a sigmoid code', { loss: 'bce', activation: 'elu', codeActivation: 'sigmoid' }],
    ['a Gaussian code under MAE and tanh', { codeKind: 'gaussian', codeActivation: 'linear', loss: 'mae', activation: 'tanh' }], // prettier-ignore
  ])('the gradient of a step matches finite differences with %s', async (_, patch) => {
    const shape = [5, 5, 1];
    const tiny = { hidden: [5], codeSize: 3, optimizer: 'sgd', noise: 'none' } satisfies ExperimentPatch;
    const experiment = { ...defaultExperiment, ...tiny, ...patch };
    const by = patch.activation === 'relu' || patch.loss === 'mae' ? 1e-3 : 4e-3;
    const batch = randomBatch(experiment, shape, 3);
    const network = new Network(smoothCheckpoint(experiment, shape, batch, 10 * by), shape, 3);
    const { gradients } = await trainedGradients(network, batch);
    const comparisons = await compareWithDifferences(network, batch, gradients, by);
    network.dispose();
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { error, norm } of comparisons) {
      expect(norm).toBeGreaterThan(0);
      expect(error).toBeLessThan(1e-2);
    }
  });
});
