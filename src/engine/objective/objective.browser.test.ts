import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussianKl } from '../../catalog/code-kinds/registry';
import { meanLoss } from '../../catalog/losses/loss';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { TermId } from '../../core/run/objective-terms';
import { uniform } from '../../core/random';
import type { Encoded } from './encoded';
import { meanSquaredError, objective, reparameterise, type ObjectiveSettings } from './objective';
import { startForTest } from '../testing/start-backend';
import { largestDifference } from '../testing/steps';
import { tinyExperiment } from '../testing/tiny/tiny';

type LossId = keyof typeof losses;
const lossIds = Object.keys(losses) as LossId[];

const rows = 3;
const columns = 5;
const units = 4;
const target = Float32Array.from({ length: rows * columns }, (_, i) => uniform(1, 0, 0, i));
const ordinary = Float32Array.from({ length: rows * columns }, (_, i) => 6 * uniform(1, 0, 1, i) - 3);
const extreme = ordinary.map((_, i) => (i % 2 === 0 ? 80 : -80));
const blackAndWhite = target.map((_, i) => i % 2);
/** Codes in (0, 1), and codes of both signs. */
const lit = Float32Array.from({ length: rows * units }, (_, i) => 0.05 + 0.9 * uniform(1, 0, 2, i));
const signed = lit.map((activation) => 4 * activation - 2);
const logVars = Float32Array.from({ length: rows * units }, (_, i) => 3 * uniform(1, 0, 3, i) - 2);

const settingsOf = (patch: Partial<ObjectiveSettings>): ObjectiveSettings => tinyExperiment(patch);
const images = (values: Float32Array) => tf.tensor2d(values, [rows, columns]);
const codesOf = (values: Float32Array) => tf.tensor2d(values, [rows, units]);
const deterministic = (codes: Float32Array): Encoded => ({ mean: codesOf(codes), logVar: null });

/** The total and every term as numbers. */
function valuesOf(
  settings: ObjectiveSettings,
  encoded: () => Encoded,
  {
    beta = 0,
    pixels = target,
    logits = ordinary,
  }: { beta?: number; pixels?: Float32Array; logits?: Float32Array } = {},
): { total: number } & Partial<Record<TermId, number>> {
  return tf.tidy(() => {
    const { total, terms } = objective(settings, beta, images(pixels), images(logits), encoded());
    const numbers = Object.entries(terms).map(([id, term]) => [id, (term as tf.Scalar).dataSync()[0]]);
    return { total: total.dataSync()[0], ...Object.fromEntries(numbers) } as { total: number };
  });
}

const lossOf = (loss: LossId, pixels: Float32Array, logits: Float32Array) =>
  valuesOf(settingsOf({ loss }), () => deterministic(lit), { pixels, logits }).total;

/** Gradient of the loss with respect to every logit. */
function gradientOf(loss: LossId, pixels: Float32Array, logits: Float32Array): Float32Array {
  return tf.tidy(() => {
    const x = images(pixels);
    const encoded = deterministic(lit);
    const gradient = tf.grad((z) => objective(settingsOf({ loss }), 0, x, z as tf.Tensor2D, encoded).total);
    return new Float32Array(gradient(images(logits)).dataSync<'float32'>());
  });
}

/** The reference gradient in double precision, by central differences. */
function differences(values: Float32Array, reference: (moved: number[]) => number): number[] {
  const step = 1e-4;
  return Array.from(values, (_, i) => {
    const at = (by: number) => reference(Array.from(values, (z, j) => (j === i ? z + by : z)));
    return (at(step) - at(-step)) / (2 * step);
  });
}

/** Gradient of the whole objective with respect to every activation of a deterministic code. */
function codeGradient(settings: ObjectiveSettings, codes: Float32Array): Float32Array {
  return tf.tidy(() => {
    const [x, logits] = [images(target), images(ordinary)];
    const gradient = tf.grad(
      (mean) => objective(settings, 0, x, logits, { mean: mean as tf.Tensor2D, logVar: null }).total,
    );
    return new Float32Array(gradient(codesOf(codes)).dataSync<'float32'>());
  });
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  describe.each(lossIds)('%s', (loss) => {
    test('matches its reference on ordinary logits', () => {
      expect(lossOf(loss, target, ordinary)).toBeCloseTo(meanLoss(losses[loss], target, ordinary), 5);
    });

    test('matches its reference and is finite on logits of -80 and 80, right and wrong', () => {
      const flipped = blackAndWhite.map((pixel) => 1 - pixel);
      for (const pixels of [target, blackAndWhite, flipped]) {
        const expected = meanLoss(losses[loss], pixels, extreme);
        expect(Math.abs(lossOf(loss, pixels, extreme) - expected)).toBeLessThan(1e-6 * Math.max(1, expected));
      }
    });

    test('has the gradient of the reference, by finite differences', () => {
      const gradient = gradientOf(loss, target, ordinary);
      differences(ordinary, (moved) => meanLoss(losses[loss], target, moved)).forEach((expected, i) => {
        expect(gradient[i]).toBeCloseTo(expected, 5);
      });
    });

    test('has a finite gradient on extreme logits', () => {
      const gradient = gradientOf(loss, blackAndWhite, extreme);
      expect(gradient.every(Number.isFinite)).toBe(true);
    });
  });

  test('binary cross-entropy corrects a confident mistake with full force', () => {
    const gradient = gradientOf(
      'bce',
      target.map(() => 0),
      target.map(() => 80),
    );
    for (const value of gradient) expect(value).toBeCloseTo(1 / (rows * columns), 6);
  });

  test('a linear output has the errors of the logits themselves', () => {
    const mean = (of: (error: number) => number) =>
      ordinary.reduce((sum, z, i) => sum + of(z - (target[i] ?? NaN)), 0) / ordinary.length;
    const of = (loss: LossId) =>
      valuesOf(settingsOf({ loss, outputActivation: 'linear' }), () => deterministic(lit)).total;
    expect(of('mse')).toBeCloseTo(
      mean((error) => error ** 2),
      5,
    );
    expect(of('mae')).toBeCloseTo(mean(Math.abs), 5);
  });

  test('the squared error of the views uses the output, whatever the loss is', () => {
    const of = (patch: Partial<ObjectiveSettings>) =>
      tf.tidy(() => meanSquaredError(settingsOf(patch), images(target), images(ordinary)).dataSync()[0]);
    expect(of({ loss: 'bce' })).toBeCloseTo(meanLoss(losses.mse, target, ordinary), 5);
    expect(of({ loss: 'mae', outputActivation: 'linear' })).toBeCloseTo(
      ordinary.reduce((sum, z, i) => sum + (z - (target[i] ?? NaN)) ** 2, 0) / ordinary.length,
      5,
    );
  });

  test('without a penalty the total is the reconstruction, the only term', () => {
    const settings = settingsOf({ loss: 'mse', sparsityWeight: 5 });
    const { total, ...terms } = valuesOf(settings, () => deterministic(lit), { beta: 3 });
    expect(terms).toEqual({ reconstruction: total });
  });

  describe.each([
    ['l1', signed],
    ['kl', lit],
  ] as const)('%s sparsity', (sparsity, codes) => {
    const settings = settingsOf({ sparsity, sparsityWeight: 0.7, targetActivation: 0.2 });
    const penalty = sparsityPenalties[sparsity].value(codes, units, 0.2);

    test('matches its reference, and counts with its weight', () => {
      const { total, ...terms } = valuesOf(settings, () => deterministic(codes), { beta: 3 });
      const reconstruction = meanLoss(losses.mse, target, ordinary);
      expect(Object.keys(terms).sort()).toEqual(['reconstruction', 'sparsity']);
      expect(terms.reconstruction).toBeCloseTo(reconstruction, 5);
      expect(terms.sparsity).toBeCloseTo(penalty, 5);
      expect(total).toBeCloseTo(reconstruction + 0.7 * penalty, 5);
    });

    test('has the gradient of the reference, by finite differences', () => {
      const gradient = codeGradient(settings, codes);
      const expected = differences(
        codes,
        (moved) => 0.7 * sparsityPenalties[sparsity].value(moved, units, 0.2),
      );
      expect(largestDifference(gradient, expected)).toBeLessThan(1e-3);
    });
  });

  test('L1 has gradient 0 at 0, so it leaves an inactive unit alone', () => {
    const codes = Float32Array.of(0, 1, -2, 0, 0, 0, 3, -1, 1, 0, 0, -4);
    const gradient = codeGradient(settingsOf({ sparsity: 'l1', sparsityWeight: 1 }), codes);
    expect(Array.from(gradient, (value) => Math.round(value * 3 * 1e4) / 1e4)).toEqual(
      Array.from(codes, (z) => Math.sign(z) || 0),
    );
  });

  test('KL sparsity pulls units that are always off or always on back, with a finite gradient', () => {
    const codes = Float32Array.from({ length: rows * units }, (_, i) => (i % units < 2 ? 0 : 1));
    const settings = settingsOf({ sparsity: 'kl', sparsityWeight: 1, targetActivation: 0.05 });
    const gradient = codeGradient(settings, codes);
    gradient.forEach((slope, i) => {
      expect(Number.isFinite(slope)).toBe(true);
      if (i % units < 2) expect(slope).toBeLessThan(-1);
      else expect(slope).toBeGreaterThan(1);
    });
    expect(valuesOf(settings, () => deterministic(codes)).total).toBeLessThan(Infinity);
  });

  describe('with a Gaussian code', () => {
    const encoded = () => ({ mean: codesOf(signed), logVar: codesOf(logVars) });
    const kl = signed.reduce((sum, z, i) => sum + gaussianKl(z, logVars[i] ?? NaN), 0) / rows;

    test.each(lossIds)('is the negative ELBO: %s summed over the pixels, plus beta times the KL', (loss) => {
      const reconstruction = columns * meanLoss(losses[loss], target, ordinary);
      for (const beta of [0, 1, 4]) {
        const { total, ...terms } = valuesOf(settingsOf({ loss }), encoded, { beta });
        expect(Object.keys(terms).sort()).toEqual(['kl', 'reconstruction']);
        expect(Math.abs((terms.reconstruction ?? NaN) - reconstruction)).toBeLessThan(2e-5 * columns);
        expect(terms.kl).toBeCloseTo(kl, 4);
        expect(Math.abs(total - (reconstruction + beta * kl))).toBeLessThan(2e-4);
      }
    });

    test('ignores the sparsity penalty', () => {
      const penalised = valuesOf(settingsOf({ sparsity: 'l1', sparsityWeight: 9 }), encoded, { beta: 1 });
      expect(penalised).toEqual(valuesOf(settingsOf({}), encoded, { beta: 1 }));
    });

    test('the KL of N(0, 1) is 0', () => {
      const zeros = () => codesOf(new Float32Array(rows * units));
      expect(valuesOf(settingsOf({}), () => ({ mean: zeros(), logVar: zeros() })).kl).toBeCloseTo(0, 6);
    });

    test('a sample is the mean plus noise times the deviation', () => {
      const noise = signed.map((value, i) => value - i / 3);
      const drawn = tf.tidy(() => reparameterise(encoded(), codesOf(noise)).dataSync());
      const expected = signed.map((z, i) => z + Math.exp((logVars[i] ?? NaN) / 2) * (noise[i] ?? NaN));
      expect(largestDifference(drawn, expected)).toBeLessThan(1e-4);
    });

    test('a sample of a deterministic code is the code', () => {
      const drawn = tf.tidy(() => reparameterise(deterministic(signed), codesOf(lit)).dataSync());
      expect(drawn).toEqual(signed);
    });
  });

  test('no objective leaks a tensor, gradient included', () => {
    const before = tf.memory().numTensors;
    codeGradient(settingsOf({ sparsity: 'kl', loss: 'bce' }), lit);
    codeGradient(settingsOf({ sparsity: 'l1', loss: 'mae' }), signed);
    expect(tf.memory().numTensors).toBe(before);
  });
});
