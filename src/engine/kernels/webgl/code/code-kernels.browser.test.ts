// The Gaussian code and the sparsity penalties against plain numbers, value and gradient, in every layout and on odd shapes.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { gaussianKl } from '../../../../catalog/code-kinds/registry';
import { kindOf } from '../../../../catalog/kinds/kind';
import { sparsityPenalties } from '../../../../catalog/sparsity/registry';
import { drawCode, objective } from '../../../objective/objective';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { randomFloats } from '../../../testing/random-floats';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { tinyExperiment } from '../../../testing/tiny/tiny';
import {
  GaussianCode,
  runKernel,
  runKernelForList,
  SparsityPenalty,
  SparsityPenaltyGradient,
  supports,
} from '../../training-kernels';
import { besideOf, layouts, programsIn, tensorIn, type TestLayout } from '../testing/webgl-test-tensors';

beforeAll(() => startForTest('webgl'));

expectNoLeaks();

const shapes = [[1, 1], [3, 5], [4, 6], [37, 2]] as const; // prettier-ignore
const cases = layouts.flatMap((layout) => shapes.map(([rows, columns]) => [layout, rows, columns] as const));

/** Numbers of one layout and shape, from 0.05 to 0.95 where codes are activations. */
const activations = (count: number) => randomFloats(count, 4).map((value) => 0.5 + 0.45 * value);

test.each(cases)(
  '%s, %i x %i: a Gaussian code, its KL term and their gradients are the plain ones',
  (layout, rows, columns) => {
    const size = rows * columns;
    const [mean, logVar, noise, pull] = [1, 2, 3, 4].map((seed) => randomFloats(size, seed).map((value) => 2 * value)) as [Float32Array, Float32Array, Float32Array, Float32Array]; // prettier-ignore
    const beta = 0.7;
    tf.tidy(() => {
      const [m, v, e, p] = [mean, logVar, noise, pull].map((numbers) => tensorIn(layout, numbers, [rows, columns])) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D]; // prettier-ignore
      const made = runKernelForList(GaussianCode, { mean: m, logVar: v, noise: e }, {});
      expect(made.map(({ shape }) => shape)).toEqual([[rows, columns], []]);
      // the sum of the codes times `pull`, plus the KL term
      const { value, grads } = tf.valueAndGrads((a, b) => {
        const { code, encoded } = drawCode({ mean: a as tf.Tensor2D, logVar: b as tf.Tensor2D }, e);
        return tf.add(tf.sum(tf.mul(code, p)), tf.mul(encoded.divergence as tf.Scalar, beta));
      })([m, v]);
      const codes = mean.map((z, i) => z + Math.exp((logVar[i] ?? 0) / 2) * (noise[i] ?? 0));
      const kl = mean.reduce((sum, z, i) => sum + gaussianKl(z, logVar[i] ?? 0), 0) / rows;
      expect(largestDifference((made[0] as tf.Tensor).dataSync(), codes)).toBeLessThan(1e-5);
      expect(Math.abs(((made[1] as tf.Tensor).dataSync()[0] ?? NaN) / kl - 1)).toBeLessThan(1e-5);
      const total = codes.reduce((sum, z, i) => sum + z * (pull[i] ?? 0), 0) + beta * kl;
      expect(Math.abs((value.dataSync()[0] ?? NaN) - total)).toBeLessThan(
        1e-4 * Math.max(1, Math.abs(total)),
      );
      const byMean = pull.map((slope, i) => slope + (beta * (mean[i] ?? 0)) / rows);
      const byLogVar = pull.map((slope, i) => {
        const variance = Math.exp(logVar[i] ?? 0);
        return 0.5 * (slope * (noise[i] ?? 0) * Math.sqrt(variance) + (beta * (variance - 1)) / rows);
      });
      const [dMean, dLogVar] = grads as [tf.Tensor, tf.Tensor];
      expect(largestDifference(dMean.dataSync(), byMean)).toBeLessThan(1e-5);
      expect(largestDifference(dLogVar.dataSync(), byLogVar)).toBeLessThan(2e-5);
    });
  },
);

test.each((['l1', 'kl'] as const).flatMap((penalty) => cases.map((one) => [penalty, ...one] as const)))(
  '%s of codes %s, %i x %i, and its gradient are the plain ones',
  (penalty, layout: TestLayout, rows, columns) => {
    const codes = penalty === 'l1' ? randomFloats(rows * columns, 5) : activations(rows * columns);
    codes.forEach((_, i) => penalty === 'l1' && i % 4 === 3 && (codes[i] = 0));
    const [attrs, plain] = [{ penalty, rho: 0.2 }, kindOf(sparsityPenalties, penalty)];
    tf.tidy(() => {
      const z = tensorIn(layout, codes, [rows, columns]);
      const value = runKernel(SparsityPenalty, { codes: z }, attrs).dataSync()[0] ?? NaN;
      expect(value).toBeCloseTo(plain.value(codes, columns, 0.2), 5);
      for (const dy of [tf.scalar(3), tf.add(tensorIn('unpacked', Float32Array.of(1), []), 2)]) {
        const gradient = runKernel(SparsityPenaltyGradient, { codes: z, dy }, attrs);
        const slopes = plain.gradient(codes, columns, 0.2).map((slope) => 3 * slope);
        if (layout !== 'unpacked') expect(besideOf(gradient).every((number) => number === 0)).toBe(true);
        expect(largestDifference(gradient.dataSync(), slopes)).toBeLessThan(2e-5);
      }
    });
  },
);

test('a penalty that no kernel knows is left to the others', () => {
  expect(supports(SparsityPenalty, 'kl')).toBe(true);
  expect(supports(SparsityPenalty, 'none')).toBe(false);
  expect(supports(SparsityPenalty, 'toString')).toBe(false);
});

test('NaN passes through both', () => {
  tf.tidy(() => {
    const z = tf.tensor2d([Number.NaN, 0.5, 0.5, 0.5], [2, 2]);
    for (const penalty of ['l1', 'kl'])
      expect(runKernel(SparsityPenalty, { codes: z }, { penalty, rho: 0.1 }).dataSync()[0]).toBeNaN();
    const [code, divergence] = runKernelForList(GaussianCode, { mean: z, logVar: z, noise: z }, {});
    expect(code?.dataSync()[0]).toBeNaN();
    expect(divergence?.dataSync()[0]).toBeNaN();
  });
});

test('the objective of a Gaussian code takes the KL term that came with the sample', async () => {
  const inputs = [1, 2, 3].map((seed) => tensorIn('packed', randomFloats(32, seed), [4, 8])) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D]; // prettier-ignore
  const programs = await programsIn(() => {
    tf.tidy(() => {
      const [mean, logVar, noise] = inputs;
      const { code, encoded } = drawCode({ mean, logVar }, noise);
      const { terms } = objective(tinyExperiment({ loss: 'mse' }), 1, mean, code, encoded);
      expect(terms.kl).toBe(encoded.divergence);
    });
  });
  // three of the code, two of the loss; the rest weighs and adds
  expect(programs).toBeLessThanOrEqual(12);
  tf.dispose(inputs);
});
