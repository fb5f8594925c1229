import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { uniform } from '../../../../core/random';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { uninstallWebglKernels } from '../install';

// tfjs's own product; matrix-product.browser.test.ts tests ours
beforeAll(async () => {
  await startForTest('webgl');
  uninstallWebglKernels();
});

/** Deterministic numbers, made by an op that leaves ones as padding in the texture. */
function computed(
  salt: number,
  rows: number,
  columns: number,
): { numbers: Float32Array; matrix: tf.Tensor2D } {
  const numbers = Float32Array.from({ length: rows * columns }, (_, i) => uniform(1, 0, salt, i));
  const below = numbers.map((value) => value - 1);
  return { numbers, matrix: tf.relu(tf.add(tf.tensor2d(below, [rows, columns]), 1)) };
}

function product(a: Float32Array, b: Float32Array, m: number, k: number, n: number): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += (a[Math.floor(at / n) * k + i] ?? 0) * (b[i * n + (at % n)] ?? 0);
    return sum;
  });
}

const transposed = (a: Float32Array, rows: number, columns: number) =>
  Float32Array.from(a, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)] ?? 0);

// above 128 numbers, below which tfjs may compute in JavaScript
const sizes = [
  [13, 17, 15],
  [16, 11, 16],
  [15, 12, 13],
  [1, 201, 7],
] as const;

test.each(sizes)('%i x %i times %i columns is the sum of products, transposed or not', (m, k, n) => {
  const before = tf.memory();
  tf.tidy(() => {
    const [a, b] = [computed(1, m, k), computed(2, k, n)];
    const want = product(a.numbers, b.numbers, m, k, n);
    const error = (got: tf.Tensor) => largestDifference(got.dataSync(), want);
    expect(error(tf.matMul(a.matrix, b.matrix))).toBeLessThan(1e-4);
    const aT = computed(1, k, m);
    const bT = computed(2, n, k);
    const wantT = product(transposed(aT.numbers, k, m), transposed(bT.numbers, n, k), m, k, n);
    expect(largestDifference(tf.matMul(aT.matrix, bT.matrix, true, true).dataSync(), wantT)).toBeLessThan(
      1e-4,
    );
  });
  expect(tf.memory().numTensors).toBe(before.numTensors);
  expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
});

test('the product with a fused bias and activation is correct too', () => {
  tf.tidy(() => {
    const [a, b] = [computed(1, 13, 17), computed(2, 17, 15)];
    const bias = tf.fill<tf.Rank.R1>([15], 0.5);
    const made = tf.fused.matMul({ a: a.matrix, b: b.matrix, bias, activation: 'sigmoid' });
    const want = product(a.numbers, b.numbers, 13, 17, 15).map((sum) => 1 / (1 + Math.exp(-sum - 0.5)));
    expect(largestDifference(made.dataSync(), want)).toBeLessThan(1e-5);
  });
});

test('a product of ones counts them', () => {
  tf.tidy(() => {
    const ones = tf.add(tf.relu(tf.zeros([13, 13])), 1);
    expect(new Set(tf.matMul(ones, ones, true).dataSync())).toEqual(new Set([13]));
  });
});
