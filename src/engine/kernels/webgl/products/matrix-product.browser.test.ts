// Compares products with sums in double precision: odd sides, sides of 1, NaN as padding, with and without blocks.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { randomFloats } from '../../../testing/random-floats';
import { runKernel } from '../../training-kernels';
import { forceRenderer } from './block-layers';
import { besideOf, layouts, programsIn, tensorIn } from '../testing/webgl-test-tensors';

beforeAll(() => startForTest('webgl'));

expectNoLeaks(true);

const transposed = (numbers: Float32Array, rows: number, columns: number) =>
  Float32Array.from(numbers, (_, at) => numbers[(at % rows) * columns + Math.floor(at / rows)] ?? 0);

/** a b, `[m, n]` of `[m, k]` and `[k, n]`. */
function plain(a: Float32Array, b: Float32Array, m: number, k: number, n: number): Float64Array {
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

// the last two are large enough for blocks
const sizes = [[1, 1, 1], [1, 7, 3], [5, 1, 2], [3, 4, 1], [13, 17, 15], [16, 9, 6], [131, 47, 130], [128, 96, 67]] as const; // prettier-ignore

describe.each(sizes)('%i x %i times %i columns', (m, k, n) => {
  const [a, b] = [randomFloats(m * k, 1), randomFloats(k * n, 2)];
  const want = plain(a, b, m, k, n);

  test.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('is the sum of products, with a transposed: %s, b: %s', (transposeA, transposeB) => {
    for (const layout of layouts) {
      const left = transposeA ? tensorIn(layout, transposed(a, m, k), [k, m]) : tensorIn(layout, a, [m, k]);
      const right = transposeB ? tensorIn(layout, transposed(b, k, n), [n, k]) : tensorIn(layout, b, [k, n]);
      const made = tf.matMul(left, right, transposeA, transposeB);
      const beside = besideOf(made);
      expect(made.shape).toEqual([m, n]);
      expect(largestDifference(made.dataSync(), want)).toBeLessThan(1e-5);
      expect(beside.every((value) => value === 0)).toBe(true);
      tf.dispose([left, right, made]);
    }
  });

  test.each([
    ['linear', (z: number) => z],
    ['relu', (z: number) => Math.max(z, 0)],
    ['elu', (z: number) => (z > 0 ? z : Math.exp(z) - 1)],
    ['sigmoid', (z: number) => 1 / (1 + Math.exp(-z))],
  ] as const)('with a fused bias and %s matches the sums', (activation, f) => {
    const bias = randomFloats(n, 3);
    const inputs = {
      a: tensorIn('uploaded', a, [m, k]),
      b: tensorIn('packed', b, [k, n]),
      bias: tensorIn('packed', bias, [n]),
    };
    const made = runKernel(tf._FusedMatMul, inputs, { transposeA: false, transposeB: false, activation });
    const finished = want.map((sum, i) => f(sum + (bias[i % n] ?? 0)));
    const beside = besideOf(made);
    expect(largestDifference(made.dataSync(), finished)).toBeLessThan(1e-5);
    expect(beside.every((value) => value === 0)).toBe(true);
    tf.dispose([inputs.a, inputs.b, inputs.bias, made]);
  });
});

test.each(['linear', 'relu', 'elu', 'sigmoid'] as const)('NaN passes through %s', (activation) => {
  const [a, b] = [tf.tensor2d([Number.NaN, 1, 2, 3], [2, 2]), tf.tensor2d([1, -1, 1, -1], [2, 2])];
  const made = runKernel(tf._FusedMatMul, { a, b }, { transposeA: false, transposeB: false, activation });
  expect([...made.dataSync()].map(Number.isNaN)).toEqual([true, true, false, false]);
  tf.dispose([a, b, made]);
});

test.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('in the blocks for a card it is the same sum, with a transposed: %s, b: %s', (transposeA, transposeB) => {
  const [m, k, n] = [131, 47, 130];
  const [a, b] = [randomFloats(m * k, 1), randomFloats(k * n, 2)];
  forceRenderer('card');
  try {
    const left = transposeA ? tensorIn('packed', transposed(a, m, k), [k, m]) : tensorIn('packed', a, [m, k]);
    const right = transposeB
      ? tensorIn('packed', transposed(b, k, n), [n, k])
      : tensorIn('packed', b, [k, n]);
    const made = tf.matMul(left, right, transposeA, transposeB);
    const beside = besideOf(made);
    expect(largestDifference(made.dataSync(), plain(a, b, m, k, n))).toBeLessThan(1e-5);
    expect(beside.every((value) => value === 0)).toBe(true);
    tf.dispose([left, right, made]);
  } finally {
    forceRenderer(null);
  }
});

test('a large product takes two programs and blocks, a small one a single program', async () => {
  const run = (m: number, k: number, n: number) =>
    programsIn(() => {
      const [a, b] = [tensorIn('packed', randomFloats(m * k, 1), [m, k]), tensorIn('packed', randomFloats(k * n, 2), [k, n])]; // prettier-ignore
      tf.dispose([a, b, tf.matMul(a, b)]);
    });
  expect(await run(131, 47, 130)).toBe(2);
  expect(await run(15, 9, 20)).toBe(1);
});

test('products of several matrices, and of matrices too long for a texture, are left to tfjs and are correct', () => {
  const a = randomFloats(2 * 3 * 5, 1);
  const made = tf.tidy(() => tf.matMul(tf.tensor3d(a, [2, 3, 5]), tf.ones<tf.Rank.R3>([2, 5, 1])));
  const sums = Array.from({ length: 6 }, (_, row) => a.slice(5 * row, 5 * row + 5).reduce((x, y) => x + y));
  expect(largestDifference(made.dataSync(), sums)).toBeLessThan(1e-5);
  made.dispose();
  const long = tf.tidy(() => tf.matMul(tf.ones([1, 40_001]), tf.ones([40_001, 1])));
  expect(long.dataSync()[0]).toBe(40_001);
  long.dispose();
});
