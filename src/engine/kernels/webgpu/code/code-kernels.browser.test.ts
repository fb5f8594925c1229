// The Gaussian code and the sparsity penalties against plain numbers, value and gradient, on odd shapes, and how few dispatches they take.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gaussianKl } from '../../../../catalog/code-kinds/registry';
import { kindOf } from '../../../../catalog/kinds/kind';
import { sparsityPenalties } from '../../../../catalog/sparsity/registry';
import type { ExperimentPatch } from '../../../../core/experiment/experiment';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { randomFloats } from '../../../testing/random-floats';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { adapter } from '../../../testing/webgpu';
import {
  GaussianCode,
  GaussianCodeGradient,
  runKernel,
  runKernelForList,
  SparsityPenalty,
  SparsityPenaltyGradient,
  supports,
} from '../../training-kernels';
import { expectNoFault, sentBy } from '../testing/counting';
import { sentByStep } from '../testing/sent-by-step';

describe.skipIf(!adapter)('on WebGPU', () => {
  beforeAll(() => startForTest('webgpu'));
  expectNoLeaks();
  afterAll(expectNoFault);

  /** The scalar 3, as a number that was never uploaded and as one that the device computed. */
  const threes = () => [tf.scalar(3), tf.tidy(() => tf.relu(tf.scalar(3)))];

  // the last two are summed in two dispatches
  const shapes = [[1, 1], [3, 5], [37, 2], [40, 33], [7, 1025]] as const; // prettier-ignore

  test.each(shapes)(
    '%i x %i: a Gaussian code, its KL term and their gradients are the plain ones',
    async (rows, columns) => {
      const size = rows * columns;
      const [mean, logVar, noise, pull] = [1, 2, 3, 4].map((seed) => randomFloats(size, seed).map((value) => 2 * value)) as [Float32Array, Float32Array, Float32Array, Float32Array]; // prettier-ignore
      const [m, v, e, p] = [mean, logVar, noise, pull].map((numbers) => tf.tensor2d(numbers, [rows, columns])) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]; // prettier-ignore
      const made: tf.Tensor[] = [];
      const { dispatches } = await sentBy(
        () => void made.push(...runKernelForList(GaussianCode, { mean: m, logVar: v, noise: e }, {})),
      );
      expect(dispatches).toBe(size > 1024 ? 2 : 1);
      expect(made.map(({ shape }) => shape)).toEqual([[rows, columns], []]);
      const [codes = [], [divergence = NaN] = []] = await Promise.all(
        made.map((tensor) => tensor.data<'float32'>()),
      );
      expect(largestDifference(codes, mean.map((z, i) => z + Math.exp((logVar[i] ?? 0) / 2) * (noise[i] ?? 0)))).toBeLessThan(1e-5); // prettier-ignore
      const kl = mean.reduce((sum, z, i) => sum + gaussianKl(z, logVar[i] ?? 0), 0) / rows;
      expect(Math.abs(divergence / kl - 1)).toBeLessThan(1e-5);

      for (const dDivergence of threes()) {
        const inputs = { mean: m, logVar: v, noise: e, dCode: p, dDivergence };
        const gradients = runKernelForList(GaussianCodeGradient, inputs, {});
        const [dMean = [], dLogVar = []] = await Promise.all(gradients.map((tensor) => tensor.data()));
        const byMean = pull.map((slope, i) => slope + (3 * (mean[i] ?? 0)) / rows);
        const byLogVar = pull.map((slope, i) => {
          const variance = Math.exp(logVar[i] ?? 0);
          return 0.5 * (slope * (noise[i] ?? 0) * Math.sqrt(variance) + (3 * (variance - 1)) / rows);
        });
        expect(largestDifference(dMean, byMean)).toBeLessThan(1e-5);
        expect(largestDifference(dLogVar, byLogVar)).toBeLessThan(2e-5);
        tf.dispose([gradients, dDivergence]);
      }
      tf.dispose([m, v, e, p, made]);
    },
  );

  test.each(
    (['l1', 'kl'] as const).flatMap((penalty) => shapes.map((shape) => [penalty, ...shape] as const)),
  )('%s of codes %i x %i, and its gradient are the plain ones', async (penalty, rows, columns) => {
    const size = rows * columns;
    // activations where their means have to be; else some are 0, which has no slope
    const codes = randomFloats(size, 5).map((value, i) =>
      penalty === 'kl' ? 0.5 + 0.45 * value : i % 4 === 3 ? 0 : value,
    );
    const [attrs, plain] = [{ penalty, rho: 0.2 }, kindOf(sparsityPenalties, penalty)];
    const z = tf.tensor2d(codes, [rows, columns]);
    const made: tf.Tensor[] = [];
    const { dispatches } = await sentBy(
      () => void made.push(runKernel(SparsityPenalty, { codes: z }, attrs)),
    );
    expect(dispatches).toBe((penalty === 'kl' ? columns : size) > 1024 ? 2 : 1);
    const [[value = NaN] = []] = await Promise.all(made.map((tensor) => tensor.data()));
    expect(Math.abs(value / plain.value(codes, columns, 0.2) - 1)).toBeLessThan(1e-5);
    for (const dy of threes()) {
      const gradients: tf.Tensor[] = [];
      const sent = await sentBy(
        () => void gradients.push(runKernel(SparsityPenaltyGradient, { codes: z, dy }, attrs)),
      );
      expect(sent.dispatches).toBe(1);
      const slopes = plain.gradient(codes, columns, 0.2).map((slope) => 3 * slope);
      expect(largestDifference((await gradients[0]?.data()) ?? [], slopes)).toBeLessThan(2e-5);
      tf.dispose([gradients, dy]);
    }
    tf.dispose([z, made]);
  });

  test('a unit that is always on or off has a finite penalty and gradient', async () => {
    const [z, dy] = [tf.tensor2d([0, 1, 0, 1], [2, 2]), tf.scalar(1)];
    const attrs = { penalty: 'kl', rho: 0.1 };
    const made = [runKernel(SparsityPenalty, { codes: z }, attrs), runKernel(SparsityPenaltyGradient, { codes: z, dy }, attrs)]; // prettier-ignore
    for (const tensor of made) expect([...(await tensor.data())].every(Number.isFinite)).toBe(true);
    tf.dispose([z, dy, made]);
  });

  test('NaN passes through both', async () => {
    const [z, dy] = [tf.tensor2d([Number.NaN, 0.5, 0.5, 0.5], [2, 2]), tf.scalar(1)];
    const made = ['l1', 'kl'].flatMap((penalty) => [
      runKernel(SparsityPenalty, { codes: z }, { penalty, rho: 0.1 }),
      runKernel(SparsityPenaltyGradient, { codes: z, dy }, { penalty, rho: 0.1 }),
    ]);
    const inputs = { mean: z, logVar: z, noise: z };
    made.push(...runKernelForList(GaussianCode, inputs, {}));
    made.push(...runKernelForList(GaussianCodeGradient, { ...inputs, dCode: z, dDivergence: dy }, {}));
    for (const tensor of made) expect((await tensor.data())[0]).toBeNaN();
    tf.dispose([z, dy, made]);
  });

  test('a penalty that no kernel knows is left to the others', () => {
    expect(supports(SparsityPenalty, 'kl')).toBe(true);
    expect(supports(SparsityPenalty, 'none')).toBe(false);
    expect(supports(SparsityPenalty, 'toString')).toBe(false);
  });

  test.each<[string, ExperimentPatch, number]>([
    ['a Gaussian code', { codeKind: 'gaussian', codeActivation: 'linear', loss: 'bce' }, 32],
    ['L1 sparsity', { sparsity: 'l1', sparsityWeight: 0.1 }, 24],
    ['KL sparsity', { sparsity: 'kl', sparsityWeight: 0.1, codeActivation: 'sigmoid' }, 24],
  ])(
    'a step with %s takes few dispatches, uploads less than the batch, and leaks nothing',
    async (_, patch, most) => {
      const { dispatches, uploadedBytes, tensors } = await sentByStep({
        hidden: [8],
        optimizer: 'adam',
        ...patch,
      });
      expect(dispatches).toBeLessThanOrEqual(most);
      // 16 samples of 36 bytes; tfjs uploads the sizes for each of its ops on scalars
      expect(uploadedBytes).toBeLessThan(16 * 36);
      expect(tensors).toBe(0);
    },
  );
});
