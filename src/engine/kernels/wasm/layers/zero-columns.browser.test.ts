// Products that leave out the columns of A that hold only zeros: the same bits as when they visit every column.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipZeros, uninstallWasmKernels, visitedColumns } from '../install';
import { testedProducts, useKernels } from '../testing/wasm-test-backend';

/**
 * Products large enough for the search, by the rows and columns of the stored A: C split by its columns and by its rows, sides that
 * are no multiples of a tile, several blocks of depth.
 */
const sizes: { rows: number; columns: number; n: number }[] = [
  { rows: 50, columns: 131, n: 67 },
  { rows: 131, columns: 50, n: 70 },
  { rows: 13, columns: 600, n: 64 },
  { rows: 61, columns: 67, n: 131 },
  { rows: 128, columns: 96, n: 64 },
];

/** Which of so many columns hold only zeros. */
const patterns: Record<string, (column: number, columns: number) => boolean> = {
  'all columns': () => true,
  'all but one': (column, columns) => column !== columns >> 1,
  'the first ones': (column, columns) => column < 0.21 * columns,
  'the last ones': (column, columns) => column >= 0.79 * columns,
  'every second': (column) => column % 2 === 0,
  'scattered ones': (column) => (column * 7919) % 11 < 3,
  'runs, as at the border of pictures': (column) => column % 28 < 5 || column % 28 >= 23,
};

/** A `[rows, columns]` with columns of zeros, some of them minus zero; of others only the first or the last number is none. */
function sparse(rows: number, columns: number, isZero: (column: number, columns: number) => boolean) {
  return randomFloats(rows * columns, 1).map((value, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    if (isZero(column, columns)) return (row + column) % 3 === 0 ? -0 : 0;
    if (column % 9 === 7) return row === 0 ? 2 : 0;
    return column % 9 === 4 && row < rows - 1 ? 0 : value;
  });
}

interface Made {
  bits: Uint32Array;
  visited: number;
}

/** What `compute` gives with the search and without it. */
function bothWays(compute: () => tf.Tensor): { skipping: Made; visitingAll: Made } {
  const run = (skip: boolean): Made => {
    skipZeros(skip);
    const result = tf.tidy(compute);
    const values = result.dataSync<'float32'>().slice();
    result.dispose();
    return { bits: new Uint32Array(values.buffer), visited: visitedColumns() };
  };
  const visitingAll = run(false);
  return { skipping: run(true), visitingAll };
}

describe.each(await testedProducts())('with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  const ways = [false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) => ({ transposeA, transposeB })),
  );

  test.each(Object.keys(patterns))('a product skips %s', (name) => {
    const isZero = patterns[name] ?? (() => false);
    for (const { rows, columns, n } of sizes) {
      const a = tf.tensor2d(sparse(rows, columns, isZero), [rows, columns]);
      const indices = Array.from({ length: columns }, (_, column) => column);
      const toVisit = Math.max(1, indices.filter((column) => !isZero(column, columns)).length);
      for (const { transposeA, transposeB } of ways) {
        const k = transposeA ? rows : columns;
        const b = tf.tensor2d(randomFloats(n * k, 2), transposeB ? [n, k] : [k, n]);
        const bias = tf.tensor1d(randomFloats(n, 3));
        const pair = { a, b, transposeA, transposeB };
        const products: Record<string, () => tf.Tensor> = {
          plain: () => tf.matMul(a, b, transposeA, transposeB),
          bias: () => tf.fused.matMul({ ...pair, bias, activation: 'sigmoid' }),
          activation: () => tf.fused.matMul({ ...pair, activation: 'elu' }),
        };
        for (const [kind, product] of Object.entries(products)) {
          const { skipping, visitingAll } = bothWays(product);
          expect(visitingAll.visited).toBe(columns);
          // Rows of the product are left out where they are plain zeros.
          expect(skipping.visited).toBe(transposeA && kind !== 'plain' ? columns : toVisit);
          const different = skipping.bits.findIndex((bits, at) => bits !== visitingAll.bits[at]);
          expect(different).toBe(-1);
        }
        tf.dispose([b, bias]);
      }
      a.dispose();
    }
  });

  test.each([
    { kind: 'too few of its columns are zeros', rows: 128, columns: 96, n: 64, zeros: 5 },
    { kind: 'it is too narrow', rows: 128, columns: 96, n: 63, zeros: 48 },
    { kind: 'it is too small', rows: 60, columns: 96, n: 64, zeros: 48 },
    { kind: 'A has more columns than there are indices', rows: 2, columns: 16_500, n: 64, zeros: 9000 },
  ])('a product visits every column where $kind', ({ rows, columns, n, zeros }) => {
    const a = tf.tensor2d(
      sparse(rows, columns, (column) => column < zeros),
      [rows, columns],
    );
    const b = tf.tensor2d(randomFloats(columns * n, 2), [columns, n]);
    const { skipping, visitingAll } = bothWays(() => tf.matMul(a, b));
    tf.dispose([a, b]);
    expect(skipping.visited).toBe(columns);
    expect(skipping.bits).toEqual(visitingAll.bits);
  });

  test('NaN in A is no zero; NaN in B that meets only zeros does not reach the product', () => {
    skipZeros(true);
    const [m, n, k] = [128, 64, 96];
    const skipped = 7;
    const values = sparse(m, k, (column) => column < 32);
    const other = randomFloats(k * n, 2).map((value, at) => (Math.floor(at / n) === skipped ? NaN : value));
    const b = tf.tensor2d(other, [k, n]);
    const hasNaN = (rows: Float32Array) =>
      tf.tidy(() => tf.any(tf.isNaN(tf.matMul(tf.tensor2d(rows, [m, k]), b))).dataSync()[0]);
    expect(hasNaN(values)).toBe(0);
    values[50 * k + 3] = NaN;
    expect(hasNaN(values)).toBe(1);
    expect(visitedColumns()).toBe(65);
    values[50 * k + 3] = 0;
    values[50 * k + skipped] = 1;
    expect(hasNaN(values)).toBe(1);
    b.dispose();
  });
});
