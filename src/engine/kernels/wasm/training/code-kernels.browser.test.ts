// The Gaussian code and the sparsity penalties against plain numbers in double precision, value and gradient, on odd shapes.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gaussianKl, logVarRange } from '../../../../catalog/code-kinds/registry';
import { kindOf } from '../../../../catalog/kinds/kind';
import { sparsityPenalties } from '../../../../catalog/sparsity/registry';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { randomFloats } from '../../../testing/random-floats';
import {
  GaussianCode,
  GaussianCodeGradient,
  runKernel,
  runKernelForList,
  SparsityPenalty,
  SparsityPenaltyGradient,
  supports,
} from '../../training-kernels';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();

type Numbers = ArrayLike<number>;
const at = (numbers: Numbers, i: number) => numbers[i] ?? Number.NaN;

/** Fails unless every number is within `relative` of its expected one, or within `absolute` near 0. */
function expectClose(made: Numbers, expected: Numbers, relative: number, absolute: number): void {
  expect(made.length).toBe(expected.length);
  const wrong = Array.from(expected)
    .map((right, i) => [i, at(made, i), right] as const)
    .filter(([, found, right]) => !(Math.abs(found - right) <= relative * Math.abs(right) + absolute));
  expect(wrong).toEqual([]);
}

/** The derivative of `value` by number `i` of `numbers`, by central differences. */
function difference(numbers: Numbers, i: number, value: (moved: Float64Array) => number): number {
  const step = 1e-5;
  const moved = (by: number) =>
    value(Float64Array.from(numbers, (number, j) => (j === i ? number + by : number)));
  return (moved(step) - moved(-step)) / (2 * step);
}

/** A single number, a single row, a single column, ragged ends; beyond a range of 8,192 and a block of 64 columns. */
const shapes = [[1, 1], [1, 7], [9, 1], [3, 5], [4, 8], [37, 66], [128, 20], [131, 131]] as const; // prettier-ignore

interface CodeNumbers {
  mean: Numbers;
  logVar: Numbers;
  noise: Numbers;
}

const plainCodes = ({ mean, logVar, noise }: CodeNumbers) =>
  Array.from(mean, (m, i) => m + Math.exp(at(logVar, i) / 2) * at(noise, i));
const plainDivergence = ({ mean, logVar }: CodeNumbers, rows: number) =>
  Array.from(mean).reduce((sum, m, i) => sum + gaussianKl(m, at(logVar, i)), 0) / rows;

describe.each(kernels)('with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  expectNoLeaks();

  /** Samples, KL term and both gradients, as numbers. */
  function gaussian(numbers: CodeNumbers, shape: [number, number], pull: Numbers, beta: number) {
    return tf.tidy(() => {
      const tensor = (values: Numbers) => tf.tensor2d(Float32Array.from(values), shape);
      const inputs = {
        mean: tensor(numbers.mean),
        logVar: tensor(numbers.logVar),
        noise: tensor(numbers.noise),
      };
      const made = runKernelForList(GaussianCode, inputs, {});
      const slopes = { dCode: tensor(pull), dDivergence: tf.scalar(beta) };
      const gradients = runKernelForList(GaussianCodeGradient, { ...inputs, ...slopes }, {});
      expect([...made, ...gradients].map((one) => one.shape)).toEqual([shape, [], shape, shape]);
      const [codes, [divergence = Number.NaN]] = made.map((one) => one.dataSync()) as [
        Float32Array,
        Float32Array,
      ];
      const [dMean, dLogVar] = gradients.map((one) => one.dataSync()) as [Float32Array, Float32Array];
      return { codes, divergence, dMean, dLogVar };
    });
  }

  test.each(shapes)(
    'a Gaussian code of %i x %i, its KL term and their gradients are the plain ones',
    (rows, columns) => {
      const random = (salt: number) => randomFloats(rows * columns, salt).map((value) => 3 * value);
      const numbers = { mean: random(1), logVar: random(2), noise: random(3) };
      const [pull, beta] = [random(4), 0.7];
      const made = gaussian(numbers, [rows, columns], pull, beta);
      expectClose(made.codes, plainCodes(numbers), 1e-6, 1e-6);
      expectClose([made.divergence], [plainDivergence(numbers, rows)], 1e-6, 0);
      const variances = Array.from(numbers.logVar, Math.exp);
      const byMean = Array.from(numbers.mean, (m, i) => at(pull, i) + (beta * m) / rows);
      const byLogVar = variances.map(
        (variance, i) =>
          0.5 * (at(pull, i) * at(numbers.noise, i) * Math.sqrt(variance) + (beta * (variance - 1)) / rows),
      );
      expectClose(made.dMean, byMean, 1e-6, 1e-6);
      expectClose(made.dLogVar, byLogVar, 1e-6, 4e-6);
      // what the gradients are of: the sum of the codes times `pull`, and the KL term
      const value = (moved: CodeNumbers) =>
        plainCodes(moved).reduce((sum, z, i) => sum + z * at(pull, i), 0) +
        beta * plainDivergence(moved, rows);
      for (const i of new Set([0, (rows * columns) >> 1, rows * columns - 1])) {
        const slopeOfMean = difference(numbers.mean, i, (mean) => value({ ...numbers, mean }));
        const slopeOfLogVar = difference(numbers.logVar, i, (logVar) => value({ ...numbers, logVar }));
        expectClose([at(made.dMean, i), at(made.dLogVar, i)], [slopeOfMean, slopeOfLogVar], 1e-4, 1e-4);
      }
    },
  );

  test('is accurate at both ends of the log-variances and where the code is nearly N(0, 1)', () => {
    const logVar = [logVarRange.min, logVarRange.max, 1e-4, -1e-4, 3e-7, 0];
    const zeros = logVar.map(() => 0);
    const ones = logVar.map(() => 1);
    const made = gaussian({ mean: zeros, logVar, noise: ones }, [6, 1], zeros, 6);
    expectClose(made.codes, logVar.map((value) => Math.exp(value / 2)), 1e-6, 0); // prettier-ignore
    expectClose(made.dLogVar, logVar.map((value) => Math.expm1(value) / 2), 1e-6, 0); // prettier-ignore
    const small = gaussian({ mean: [0], logVar: [0.01], noise: [1] }, [1, 1], [0], 1);
    expectClose([small.divergence], [(Math.expm1(0.01) - 0.01) / 2], 1e-4, 0);
    expect(gaussian({ mean: [0], logVar: [0], noise: [0] }, [1, 1], [0], 1).divergence).toBe(0);
  });

  /** A penalty and its gradient, as numbers. */
  function penalised(
    penalty: string,
    rho: number,
    codes: Numbers,
    [rows, columns]: readonly [number, number],
    dy: number,
  ) {
    return tf.tidy(() => {
      const tensor = tf.tensor2d(Float32Array.from(codes), [rows, columns]);
      const value = runKernel(SparsityPenalty, { codes: tensor }, { penalty, rho });
      const gradient = runKernel(
        SparsityPenaltyGradient,
        { codes: tensor, dy: tf.scalar(dy) },
        { penalty, rho },
      );
      expect([value.shape, gradient.shape]).toEqual([[], [rows, columns]]);
      return { value: value.dataSync()[0] ?? Number.NaN, gradient: gradient.dataSync() };
    });
  }

  const penalties = (['l1', 'kl'] as const).flatMap((id) =>
    shapes.map(([rows, columns]) => [id, rows, columns] as const),
  );
  test.each(penalties)('%s of codes of %i x %i, and its gradient are the plain ones', (id, rows, columns) => {
    // L1: both signs, and zeros; KL: activations between 0 and 1
    const codes = randomFloats(rows * columns, 5).map((value, i) =>
      id === 'kl' ? 0.5 + 0.45 * value : i % 4 === 3 ? 0 : value,
    );
    const plain = kindOf(sparsityPenalties, id);
    for (const rho of [0.05, 0.5]) {
      const { value, gradient } = penalised(id, rho, codes, [rows, columns], 3);
      expectClose([value], [plain.value(codes, columns, rho)], 1e-5, 1e-6);
      const slopes = plain.gradient(codes, columns, rho).map((slope) => 3 * slope);
      expectClose(gradient, slopes, 2e-5, 4e-6 / rows);
      for (const i of new Set([0, (rows * columns) >> 1, rows * columns - 1])) {
        if (codes[i] === 0) continue;
        const slope = difference(codes, i, (moved) => 3 * plain.value(moved, columns, rho));
        expectClose([at(gradient, i)], [slope], 1e-4, 1e-5);
      }
    }
  });

  test('KL pulls units back that are off, or on, for the whole batch', () => {
    const columns = 6;
    const codes = Float32Array.from(
      { length: 5 * columns },
      (_, i) => [0, 1, 0.05, 1e-7, 1 - 1e-7, 0.5][i % columns] ?? 0,
    );
    const { value, gradient } = penalised('kl', 0.05, codes, [5, columns], 1);
    expectClose([value], [sparsityPenalties.kl.value(codes, columns, 0.05)], 1e-5, 0);
    expectClose(gradient, sparsityPenalties.kl.gradient(codes, columns, 0.05), 1e-5, 1e-5);
  });

  test('leaves the memory around the results alone', () => {
    const around = Array.from({ length: 20 }, () => tf.fill([3, 7], 7));
    const zeros = Array.from({ length: 21 }, () => 0);
    gaussian({ mean: zeros, logVar: zeros, noise: zeros }, [3, 7], zeros, 1);
    for (const id of ['l1', 'kl']) penalised(id, 0.1, zeros, [3, 7], 1);
    for (const other of around) expect(other.dataSync().every((value) => value === 7)).toBe(true);
    tf.dispose(around);
  });

  test('what is no number shows in every value and gradient', () => {
    for (const place of [0, 5, 10]) {
      const bad = Float32Array.from({ length: 11 }, (_, i) => (i === place ? Number.NaN : 0.5));
      const fine = new Float32Array(11).fill(0.5);
      for (const input of ['mean', 'logVar', 'noise'] as const) {
        const made = gaussian({ mean: fine, logVar: fine, noise: fine, [input]: bad }, [11, 1], fine, 1);
        expect(Array.from(made.codes, Number.isNaN)).toEqual(Array.from(bad, Number.isNaN));
        if (input !== 'noise') expect(made.divergence).toBeNaN();
        const shown = (input === 'mean' ? made.dMean : made.dLogVar)[place];
        expect(shown).toBeNaN();
      }
      for (const id of ['l1', 'kl']) {
        const { value, gradient } = penalised(id, 0.1, bad, [1, 11], 1);
        expect(value).toBeNaN();
        expect(gradient[place]).toBeNaN();
      }
    }
  });

  test('sizes that do not agree are refused, and penalties that no kernel knows', () => {
    const [small, large] = [tf.zeros([2, 3]), tf.zeros([2, 4])];
    const inputs = { mean: small, logVar: large, noise: small };
    expect(() => runKernelForList(GaussianCode, inputs, {})).toThrow(/of one size/);
    expect(() => runKernel(SparsityPenalty, { codes: small }, { penalty: 'none', rho: 0.1 })).toThrow(/none/);
    tf.dispose([small, large]);
    expect(['l1', 'kl', 'none', 'toString'].map((id) => supports(SparsityPenalty, id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
