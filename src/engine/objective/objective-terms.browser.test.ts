// Compares each term of the objective, value and gradient, with its closed form and with central differences of its
// plain-number reference in double precision.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { boundLogVar, gaussianKl } from '../../catalog/code-kinds/registry';
import { meanLoss, sigmoid } from '../../catalog/losses/loss';
import { losses } from '../../catalog/losses/registry';
import { bernoulliKl } from '../../catalog/sparsity/kl';
import { meanActivations } from '../../catalog/sparsity/penalty';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import { uniform } from '../../core/random';
import { objective, type ObjectiveSettings } from './objective';
import {
  absolute,
  bernoulliDivergence,
  clipLogVar,
  crossEntropy,
  gaussianDivergence,
} from './objective-terms';
import { startForTest } from '../testing/start-backend';
import { largestDifference } from '../testing/steps';

const lossIds = Object.keys(losses) as (keyof typeof losses)[];
const [rows, columns] = [3, 5];
const shape: [number, number] = [rows, columns];
const settings: ObjectiveSettings = {
  loss: 'mse',
  outputActivation: 'sigmoid',
  sparsity: 'none',
  sparsityWeight: 1,
  targetActivation: 0.05,
};

const numbers = (salt: number, low: number, high: number) =>
  Float32Array.from({ length: rows * columns }, (_, i) => low + (high - low) * uniform(1, 0, salt, i));

/** Value and gradient of a term at `values`, with its other tensor held fixed. */
function at(
  values: Float32Array,
  term: (x: tf.Tensor2D, fixed: tf.Tensor2D) => tf.Tensor,
  others = new Float32Array(rows * columns),
): { value: number; gradient: Float32Array } {
  return tf.tidy(() => {
    const fixed = tf.tensor2d(others, shape);
    const { value, grad } = tf.valueAndGrad((x) => tf.sum(term(x as tf.Tensor2D, fixed)))(
      tf.tensor2d(values, shape),
    );
    return {
      value: value.dataSync<'float32'>()[0] ?? Number.NaN,
      gradient: new Float32Array(grad.dataSync<'float32'>()),
    };
  });
}

/** Central differences of a plain-number function, in double precision. */
function differences(values: Float32Array, reference: (x: number[]) => number): number[] {
  const step = 1e-5;
  return Array.from(values, (_, i) => {
    const side = (by: number) => reference(Array.from(values, (x, k) => (k === i ? x + by : x)));
    return (side(step) - side(-step)) / (2 * step);
  });
}

/** The catalog's references take codes as 32-bit numbers; these resolve small steps. */
const meanL1 = (codes: number[]) => codes.reduce((sum, code) => sum + Math.abs(code), 0) / rows;
const meanOfUnit = (codes: number[], unit: number) =>
  codes.reduce((sum, code, i) => (i % columns === unit ? sum + code / rows : sum), 0);
const klSparsity = (codes: number[]) =>
  Array.from({ length: columns }, (_, unit) => bernoulliKl(0.05, meanOfUnit(codes, unit))).reduce(
    (a, b) => a + b,
  );

const target = numbers(1, 0, 1);
const logits = numbers(2, -3, 3);

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each(lossIds)('%s and its gradient with respect to the logits match the reference', (loss) => {
    const { value, gradient } = at(
      logits,
      (z, x) => objective({ ...settings, loss }, 0, x, z, { mean: x, logVar: null }).total,
      target,
    );
    const reference = (z: ArrayLike<number>) => meanLoss(losses[loss], target, z);
    expect(value).toBeCloseTo(reference(logits), 6);
    expect(largestDifference(gradient, differences(logits, reference))).toBeLessThan(1e-6);
  });

  test('cross-entropy at logits of -80 and 80 is 80 when wrong, 0 when right, with finite gradients', () => {
    const extreme = numbers(0, 0, 1).map((_, i) => (i % 2 === 0 ? 80 : -80));
    for (const right of [true, false]) {
      const pixels = extreme.map((z) => (z > 0 === right ? 1 : 0));
      const { value, gradient } = at(extreme, (z, x) => crossEntropy(x, z), pixels);
      expect(value).toBeCloseTo(right ? 0 : 80, 4);
      const slopes = Array.from(extreme, (z, i) => (sigmoid(z) - (pixels[i] ?? 0)) / extreme.length);
      expect(largestDifference(gradient, slopes)).toBeLessThan(1e-7);
    }
  });

  test('KL to the unit Gaussian matches its closed form; its gradient is the mean, and half of the variance minus 1', () => {
    const [means, logVars] = [numbers(3, -2, 2), numbers(4, -4, 2)];
    const closedForm = means.reduce((sum, mean, i) => sum + gaussianKl(mean, logVars[i] ?? 0), 0) / rows;
    const byMean = at(means, gaussianDivergence, logVars);
    const byLogVar = at(logVars, (logVar, mean) => gaussianDivergence(mean, logVar), means);
    expect(byMean.value).toBeCloseTo(closedForm, 4);
    expect(
      largestDifference(
        byMean.gradient,
        Array.from(means, (mean) => mean / rows),
      ),
    ).toBeLessThan(1e-6);
    const half = Array.from(logVars, (logVar) => (Math.exp(logVar) - 1) / 2 / rows);
    expect(largestDifference(byLogVar.gradient, half)).toBeLessThan(1e-6);
  });

  test('KL to the unit Gaussian is 0 at N(0, 1), and so is its gradient', () => {
    const zero = new Float32Array(rows * columns);
    for (const term of [
      gaussianDivergence,
      (logVar: tf.Tensor2D, mean: tf.Tensor2D) => gaussianDivergence(mean, logVar),
    ]) {
      const { value, gradient } = at(zero, term);
      expect(value).toBeCloseTo(0, 6);
      expect(largestDifference(gradient, zero)).toBeLessThan(1e-6);
    }
  });

  test('KL of a log-variance beyond its range equals that at the limit, and its gradient points back into the range', () => {
    const logVars = Float32Array.from([-1e30, -31, -30, -5, 0, 2, 9.5, 10, 10.5, 100, 1e30, 0, 1, 2, 3]);
    const bounded = Array.from(logVars, boundLogVar);
    const { value, gradient } = at(logVars, (logVar, mean) => gaussianDivergence(mean, clipLogVar(logVar)));
    const reference = bounded.reduce((sum, logVar) => sum + gaussianKl(0, logVar), 0) / rows;
    expect(Math.abs(value / reference - 1)).toBeLessThan(1e-5);
    bounded.forEach((logVar, i) => {
      const slope = (Math.exp(logVar) - 1) / 2 / rows;
      const error = Math.abs((gradient[i] ?? Number.NaN) - slope);
      expect(error, `entry ${i}`).toBeLessThan(1e-6 + 1e-5 * Math.abs(slope));
    });
  });

  test('KL(rho || rhoJ) matches its closed form, and its gradient the reference', () => {
    const codes = numbers(5, 0.02, 0.6);
    const { value, gradient } = at(codes, (z) => bernoulliDivergence(z, 0.05));
    const closedForm = meanActivations(codes, columns).reduce(
      (sum, mean) => sum + 0.05 * Math.log(0.05 / mean) + 0.95 * Math.log(0.95 / (1 - mean)),
      0,
    );
    expect(value).toBeCloseTo(closedForm, 5);
    expect(value).toBeCloseTo(sparsityPenalties.kl.value(codes, columns, 0.05), 5);
    expect(largestDifference(gradient, differences(codes, klSparsity))).toBeLessThan(1e-5);
  });

  test('KL(rho || rhoJ) is 0 when every mean activation is rho, and recovers from 0 and 1 with finite values', () => {
    const even = new Float32Array(rows * columns).fill(0.05);
    const level = at(even, (z) => bernoulliDivergence(z, 0.05));
    expect(level.value).toBeCloseTo(0, 6);
    expect(largestDifference(level.gradient, new Float32Array(rows * columns))).toBeLessThan(1e-5);
    for (const stuck of [0, 1]) {
      const { value, gradient } = at(
        even.map(() => stuck),
        (z) => bernoulliDivergence(z, 0.05),
      );
      expect(Number.isFinite(value)).toBe(true);
      // The negative gradient points towards rho.
      expect(gradient.every((slope) => Number.isFinite(slope) && (stuck === 0 ? slope < 0 : slope > 0))).toBe(
        true,
      );
    }
  });

  test('L1 has value and gradient 0 at 0, and the sign as its gradient elsewhere', () => {
    const zero = new Float32Array(rows * columns);
    expect(at(zero, absolute)).toEqual({ value: 0, gradient: zero });
    const codes = numbers(6, -2, 2).map((code, i) => (i % 4 === 0 ? 0 : code));
    const { gradient } = at(codes, absolute);
    expect(Array.from(gradient)).toEqual(Array.from(codes, (code) => Math.sign(code)));
  });

  test('the L1 term of the objective is the mean over images of the sum over units', () => {
    const codes = numbers(6, -2, 2);
    const term = (mean: tf.Tensor2D, x: tf.Tensor2D) =>
      objective({ ...settings, sparsity: 'l1' }, 0, x, x, { mean, logVar: null }).terms.sparsity as tf.Scalar;
    const { value, gradient } = at(codes, term);
    expect(value).toBeCloseTo(sparsityPenalties.l1.value(codes, columns, 0.05), 5);
    expect(largestDifference(gradient, differences(codes, meanL1))).toBeLessThan(1e-6);
  });

  test('the total is the weighted sum of the terms', () => {
    const weighted = (patch: Partial<ObjectiveSettings>, beta: number, logVar: Float32Array | null) =>
      tf.tidy(() => {
        const [x, z] = [tf.tensor2d(target, shape), tf.tensor2d(logits, shape)];
        const encoded = {
          mean: tf.tensor2d(numbers(5, 0.1, 0.6), shape),
          logVar: logVar && tf.tensor2d(logVar, shape),
        };
        const { total, terms } = objective({ ...settings, ...patch }, beta, x, z, encoded);
        const read = (scalar: tf.Scalar | undefined) => scalar?.dataSync<'float32'>()[0] ?? 0;
        return [read(total), read(terms.reconstruction), read(terms.sparsity), read(terms.kl)] as const;
      });
    for (const sparsity of ['l1', 'kl'] as const) {
      const [total, reconstruction, penalty] = weighted({ sparsity, sparsityWeight: 0.3 }, 9, null);
      expect(penalty).toBeGreaterThan(0);
      expect(total).toBeCloseTo(reconstruction + 0.3 * penalty, 5);
    }
    const [total, reconstruction, , kl] = weighted({ loss: 'bce' }, 2.5, numbers(4, -2, 1));
    // summed over the pixels, so that it is in nats
    expect(reconstruction).toBeCloseTo(columns * meanLoss(losses.bce, target, logits), 4);
    expect(total).toBeCloseTo(reconstruction + 2.5 * kl, 4);
  });
});
