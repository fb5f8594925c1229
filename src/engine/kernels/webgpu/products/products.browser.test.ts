// Compares products and the gradients of dense layers with sums in double precision: odd sides, sides of 1, every tile.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomFloats } from '../../../testing/random-floats';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { adapter } from '../../../testing/webgpu';
import {
  DenseInputGradient,
  DenseWeightsGradient,
  runKernel,
  runKernelForList,
  type FusedActivation,
} from '../../training-kernels';
import { expectNoFault, sentBy } from '../testing/counting';

const functions: Record<FusedActivation, { f: (z: number) => number; slope: (y: number) => number }> = {
  linear: { f: (z) => z, slope: () => 1 },
  relu: { f: (z) => Math.max(z, 0), slope: (y) => Number(y > 0) },
  elu: { f: (z) => (z > 0 ? z : Math.exp(z) - 1), slope: (y) => Math.min(y, 0) + 1 },
  sigmoid: { f: (z) => 1 / (1 + Math.exp(-z)), slope: (y) => y * (1 - y) },
  tanh: { f: Math.tanh, slope: (y) => 1 - y * y },
};
const activations = Object.keys(functions) as FusedActivation[];

const transposed = (numbers: ArrayLike<number>, rows: number, columns: number) =>
  Float32Array.from(
    { length: numbers.length },
    (_, at) => numbers[(at % rows) * columns + Math.floor(at / rows)] ?? 0,
  );

/** a b, `[m, n]` of `[m, k]` and `[k, n]`. */
function plain(a: ArrayLike<number>, b: ArrayLike<number>, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let row = 0; row < m; row++) {
    for (let i = 0; i < k; i++) {
      const factor = a[row * k + i] ?? 0;
      for (let column = 0; column < n; column++) {
        out[row * n + column] = (out[row * n + column] ?? 0) + factor * (b[i * n + column] ?? 0);
      }
    }
  }
  return out;
}

describe.skipIf(!adapter)('on WebGPU', () => {
  beforeAll(() => startForTest('webgpu'));
  let before = 0;
  beforeEach(() => (before = tf.memory().numTensors));
  afterEach(() => expect(tf.memory().numTensors).toBe(before));
  afterAll(expectNoFault);

  const small = [[1, 1, 1], [1, 7, 3], [5, 1, 2], [33, 47, 30]] as const; // prettier-ignore

  describe.each(small)('%i x %i times %i columns', (m, k, n) => {
    const [a, b] = [randomFloats(m * k, 1), randomFloats(k * n, 2)];
    const want = plain(a, b, m, k, n);

    test.each([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ])('is the sum of products, with a transposed: %s, b: %s', async (transposeA, transposeB) => {
      const left = transposeA ? tf.tensor2d(transposed(a, m, k), [k, m]) : tf.tensor2d(a, [m, k]);
      const right = transposeB ? tf.tensor2d(transposed(b, k, n), [n, k]) : tf.tensor2d(b, [k, n]);
      const made = tf.matMul(left, right, transposeA, transposeB);
      expect(made.shape).toEqual([m, n]);
      expect(largestDifference(await made.data(), want)).toBeLessThan(1e-5);
      tf.dispose([left, right, made]);
    });

    test.each(activations)('has bias, %s and their gradients in one dispatch each', (activation) =>
      compareLayer([m, k, n], activation),
    );
  });

  // They take the middle and the large tile.
  test.each([
    [390, 5, 420],
    [1030, 3, 810],
  ] as const)('a layer of %i x %i times %i columns has them too', (...sizes) => compareLayer(sizes, 'relu'));

  async function compareLayer([m, k, n]: readonly [number, number, number], activation: FusedActivation) {
    const { f, slope } = functions[activation];
    const [a, b, bias] = [randomFloats(m * k, 1), randomFloats(k * n, 2), randomFloats(n, 3)];
    const finished = Float32Array.from(plain(a, b, m, k, n), (sum, i) => f(sum + (bias[i % n] ?? 0)));
    const given = randomFloats(m * n, 4);
    const dz = Float32Array.from(given, (dy, i) => dy * slope(finished[i] ?? 0));
    const inputs = { a: tf.tensor2d(a, [m, k]), b: tf.tensor2d(b, [k, n]), bias: tf.tensor1d(bias) };
    const [y, dy] = [tf.tensor2d(finished, [m, n]), tf.tensor2d(given, [m, n])];
    const attrs = { activation };
    const made: tf.Tensor[] = [];
    const { dispatches } = await sentBy(() => {
      const flat = { transposeA: false, transposeB: false, ...attrs };
      made.push(runKernel(tf._FusedMatMul, inputs, flat));
      made.push(runKernel(DenseInputGradient, { dy, y, kernel: inputs.b }, attrs));
      made.push(...runKernelForList(DenseWeightsGradient, { x: inputs.a, dy, y }, attrs));
    });
    expect(dispatches).toBe(3);
    expect(made.map(({ shape }) => shape)).toEqual([[m, n], [m, k], [k, n], [n]]); // prettier-ignore
    const wanted = [
      finished,
      plain(dz, transposed(b, k, n), m, n, k),
      plain(transposed(a, m, k), dz, k, m, n),
      plain(new Float32Array(m).fill(1), dz, 1, m, n),
    ];
    const read = await Promise.all(made.map((tensor) => tensor.data<'float32'>()));
    wanted.forEach((numbers, i) => expect(largestDifference(read[i] ?? [], numbers)).toBeLessThan(2e-4));
    tf.dispose([inputs, y, dy, made]);
  }

  test.each(activations)('NaN passes through %s and back', async (activation) => {
    const [a, b] = [tf.tensor2d([Number.NaN, 1, 2, 3], [2, 2]), tf.tensor2d([1, -1, 1, -1], [2, 2])];
    const y = runKernel(tf._FusedMatMul, { a, b }, { transposeA: false, transposeB: false, activation });
    expect([...(await y.data())].map(Number.isNaN)).toEqual([true, true, false, false]);
    const dx = runKernel(DenseInputGradient, { dy: a, y, kernel: b }, { activation });
    expect([...(await dx.data())].map(Number.isNaN)).toEqual([true, true, false, false]);
    tf.dispose([a, b, y, dx]);
  });

  test('products of several matrices are left to tfjs', async () => {
    const a = randomFloats(2 * 3 * 5, 1);
    const made = tf.tidy(() => tf.matMul(tf.tensor3d(a, [2, 3, 5]), tf.ones<tf.Rank.R3>([2, 5, 1])));
    const sums = Array.from({ length: 6 }, (_, row) => a.slice(5 * row, 5 * row + 5).reduce((x, y) => x + y));
    expect(largestDifference(await made.data(), sums)).toBeLessThan(1e-5);
    made.dispose();
  });
});
