// The matrix product against a plain loop in double precision, on the real backend.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uninstallWasmKernels } from '../install';
import { testedProducts, useKernels } from '../testing/wasm-test-backend';

interface Product {
  m: number;
  n: number;
  k: number;
  transposeA: boolean;
  transposeB: boolean;
}

const transposes = [false, true].flatMap((transposeA) =>
  [false, true].map((transposeB) => ({ transposeA, transposeB })),
);

/** Odd sides, sides of 1, sides around the tiles (6 x 8, 6 x 16), and beyond each block (120 rows, 256 deep, 1024 columns). */
const sides: [m: number, n: number, k: number][] = [
  [1, 1, 1],
  [1, 784, 3],
  [784, 1, 5],
  [1, 1, 300],
  [2, 3, 4],
  [5, 7, 3],
  [6, 8, 4],
  [7, 9, 5],
  [12, 16, 1],
  [13, 17, 257],
  [121, 11, 256],
  [127, 255, 129],
  [128, 16, 64],
  [5, 1033, 6],
  [130, 1027, 513],
];

const aShape = ({ m, k, transposeA }: Product): [number, number] => (transposeA ? [k, m] : [m, k]);
const bShape = ({ n, k, transposeB }: Product): [number, number] => (transposeB ? [n, k] : [k, n]);

/** op(A) op(B), and the largest error that rounding allows per entry: each term is rounded, and so is each sum. */
function expectedProduct(product: Product, a: Float32Array, b: Float32Array) {
  const { m, n, k, transposeA, transposeB } = product;
  const values = new Float64Array(m * n);
  const tolerances = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      let magnitude = 0;
      for (let l = 0; l < k; l++) {
        const term =
          (a[transposeA ? l * m + i : i * k + l] ?? NaN) * (b[transposeB ? j * k + l : l * n + j] ?? NaN);
        sum += term;
        magnitude += Math.abs(term);
      }
      values[i * n + j] = sum;
      tolerances[i * n + j] = (k + 1) * 2 ** -24 * magnitude;
    }
  }
  return { values, tolerances };
}

function expectClose(actual: ArrayLike<number>, { values, tolerances }: ReturnType<typeof expectedProduct>) {
  expect(actual.length).toBe(values.length);
  const outside = Array.from(
    values,
    (value, i) => Math.abs((actual[i] ?? NaN) - value) - (tolerances[i] ?? 0),
  );
  expect(outside.filter((excess) => !(excess <= 0))).toEqual([]);
}

/** Not read inside `tidy`, which searches every number of a returned array for tensors. */
function valuesOf(compute: () => tf.Tensor): Float32Array {
  const result = tf.tidy(compute);
  const values = result.dataSync<'float32'>();
  result.dispose();
  return values;
}

const kernels = await testedProducts();

describe.each(kernels)('the product with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  test.each(sides.flatMap(([m, n, k]) => transposes.map((flags) => ({ m, n, k, ...flags }))))(
    'is right for $m x $k times $k x $n, A transposed: $transposeA, B transposed: $transposeB',
    (product) => {
      const a = randomFloats(product.m * product.k, 1);
      const b = randomFloats(product.k * product.n, 2);
      const result = valuesOf(() =>
        tf.matMul(
          tf.tensor2d(a, aShape(product)),
          tf.tensor2d(b, bShape(product)),
          product.transposeA,
          product.transposeB,
        ),
      );
      expectClose(result, expectedProduct(product, a, b));
    },
  );

  // By rows and by columns; more vectors than are packed at once (2,048), and more depth.
  test.each([
    [2300, 2100, 3],
    [2060, 2070, 5],
    [710, 700, 1030],
    [700, 710, 1030],
  ])('is right where %i x %i, %i deep, is too much to be packed at once', (m, n, k) => {
    const a = randomFloats(m * k, 9);
    const b = randomFloats(k * n, 10);
    const result = valuesOf(() => tf.matMul(tf.tensor2d(a, [m, k]), tf.tensor2d(b, [k, n])));
    for (let sample = 0; sample < 500; sample++) {
      const at = sample === 0 ? m * n - 1 : (sample * 7919 * 613) % (m * n);
      const [row, column] = [Math.floor(at / n), at % n];
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (a[row * k + i] ?? NaN) * (b[i * n + column] ?? NaN);
      expect(Math.abs((result[at] ?? NaN) - sum)).toBeLessThan(k * 2 ** -23);
    }
  });

  test('fuses the bias, and without an activation applies none', () => {
    const product = { m: 19, n: 21, k: 258, transposeA: false, transposeB: false };
    const a = randomFloats(product.m * product.k, 3);
    const b = randomFloats(product.k * product.n, 4);
    const bias = randomFloats(product.n, 5);
    const expected = expectedProduct(product, a, b);
    expected.values.forEach((value, at) => (expected.values[at] = value + (bias[at % product.n] ?? NaN)));
    expected.tolerances.forEach((tolerance, at) => (expected.tolerances[at] = tolerance + 2e-6));
    const result = tf.tidy(() =>
      tf.fused
        .matMul({ a: tf.tensor2d(a, [19, 258]), b: tf.tensor2d(b, [258, 21]), bias: tf.tensor1d(bias) })
        .dataSync(),
    );
    expectClose(result, expected);
  });

  test.each(['relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const)(
    'fuses or hands on %s',
    (activation) => {
      const difference = tf.tidy(() => {
        const a = tf.tensor2d(randomFloats(7 * 40, 6), [7, 40]);
        const b = tf.tensor2d(randomFloats(40 * 19, 7), [40, 19]);
        const bias = tf.tensor1d(randomFloats(19, 8));
        const sum = tf.add(tf.matMul(a, b), bias);
        const separate = {
          relu: () => tf.relu(sum),
          relu6: () => tf.relu6(sum),
          elu: () => tf.elu(sum),
          sigmoid: () => tf.sigmoid(sum),
          leakyrelu: () => tf.leakyRelu(sum, 0.3),
        };
        const fused = tf.fused.matMul({ a, b, bias, activation, leakyreluAlpha: 0.3 });
        return tf.max(tf.abs(tf.sub(fused, separate[activation]()))).dataSync()[0];
      });
      expect(difference).toBeLessThan(2e-6);
    },
  );

  test.each([
    { a: [3, 5, 7], b: [3, 7, 4], batch: [3], kind: 'a matrix to each' },
    { a: [3, 5, 7], b: [1, 7, 4], batch: [3], kind: 'one right matrix for all' },
    { a: [1, 5, 7], b: [2, 3, 7, 4], batch: [2, 3], kind: 'one left matrix for all' },
    { a: [2, 1, 5, 7], b: [1, 3, 7, 4], batch: [2, 3], kind: 'each broadcast along another side' },
  ])('multiplies batches: $kind', ({ a, b, batch }) => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const size = tf.util.sizeFromShape;
      const left = tf.tensor(randomFloats(size(a), 9), a);
      const right = tf.tensor(randomFloats(size(b), 10), b);
      const matrices = (x: tf.Tensor, rows: number, columns: number) =>
        tf.unstack(tf.reshape(tf.broadcastTo(x, [...batch, rows, columns]), [-1, rows, columns]));
      const product = tf.matMul(left, right);
      expect(product.shape).toEqual([...batch, 5, 4]);
      const lefts = matrices(left, 5, 7);
      const rights = matrices(right, 7, 4);
      matrices(product, 5, 4).forEach((matrix, i) => {
        const expected = tf.matMul(lefts[i] as tf.Tensor2D, rights[i] as tf.Tensor2D);
        expect(tf.max(tf.abs(tf.sub(matrix, expected))).dataSync()[0]).toBeLessThan(2e-6);
      });
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('keeps NaN, infinite and tiny values where they belong', () => {
    // Row 1 of A has a NaN, row 2 an infinity, row 3 overflows; the rest is as if they were not there.
    const a = tf.tensor2d([1, 1, NaN, 1, Infinity, 1, 3e38, 3e38, 1e-40, 0], [5, 2]);
    const b = tf.tensor2d([1, 2, 3, 1, 2, 3], [2, 3]);
    const product = tf.matMul(a, b).arraySync() as number[][];
    tf.dispose([a, b]);
    expect(product[0]).toEqual([2, 4, 6]);
    expect(product[1]).toEqual([NaN, NaN, NaN]);
    expect(product[2]).toEqual([Infinity, Infinity, Infinity]);
    expect(product[3]).toEqual([Infinity, Infinity, Infinity]);
    expect(product[4]?.[1]).toBe(2 * Math.fround(1e-40));
  });

  test('is differentiated by tfjs as before', () => {
    const gradient = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.matMul(a, b)));
    const a = tf.tensor2d(randomFloats(6, 11), [2, 3]);
    const b = tf.tensor2d(randomFloats(12, 12), [3, 4]);
    const [da, db] = gradient([a, b]);
    // d sum(AB) / dA has the row sums of B in every row, d sum(AB) / dB the column sums of A in every column.
    const ones = (rows: number, columns: number) => tf.ones([rows, columns]);
    expect(da?.arraySync()).toEqual(tf.matMul(ones(2, 4), b, false, true).arraySync());
    expect(db?.arraySync()).toEqual(tf.matMul(a, ones(2, 4), true, false).arraySync());
  });

  test('leaks no tensor', () => {
    const { numTensors, numDataBuffers } = tf.memory();
    const a = tf.tensor2d(randomFloats(6, 13), [2, 3]);
    const bias = tf.tensor1d([1, 2]);
    tf.fused.matMul({ a, b: a, transposeB: true, bias, activation: 'relu' }).dispose();
    tf.matMul(a, a, true, false).dispose();
    tf.dispose([a, bias]);
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });
});
