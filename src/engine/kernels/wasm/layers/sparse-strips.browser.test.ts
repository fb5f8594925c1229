// Products that leave out what zeros in A would add (assembly/sparse-strips.ts): the same bits as when they multiply by them.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipZeros, uninstallWasmKernels } from '../install';
import { testedProducts, useKernels } from '../testing/wasm-test-backend';

/** Rows of A that share a strip. */
const tileRows = 6;

/**
 * Products large enough to look for zeros, by the rows and columns of the stored A: C split by its columns and by its rows, sides
 * that are no multiples of a tile, several blocks of depth.
 */
const sizes: { rows: number; columns: number; n: number }[] = [
  { rows: 50, columns: 131, n: 67 },
  { rows: 131, columns: 50, n: 70 },
  { rows: 13, columns: 600, n: 64 },
  { rows: 61, columns: 67, n: 131 },
  { rows: 128, columns: 96, n: 64 },
];

type Pattern = (row: number, column: number) => boolean;

/** Which numbers of A are zeros. */
const patterns: Record<string, Pattern> = {
  everything: () => true,
  'all but one number': (row, column) => row !== 8 || column !== 31,
  'every second column': (_, column) => column % 2 === 0,
  'runs of columns, as at the border of pictures': (_, column) => column % 28 < 5 || column % 28 >= 23,
  rows: (row) => row % 13 < 8,
  'blots, as between strokes': (row, column) => ((row >> 3) + (column >> 3)) % 3 !== 0,
  'scattered numbers': (row, column) => (row * 7919 + column * 104_729) % 97 < 88,
};

/** A `[rows, columns]`; every third zero is minus zero. */
function withZeros(rows: number, columns: number, isZero: Pattern): Float32Array {
  return randomFloats(rows * columns, 1).map((value, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    if (!isZero(row, column)) return value;
    return (row + column) % 3 === 0 ? -0 : 0;
  });
}

/** The bits of what `compute` gives. @param skip whether products leave out zeros */
function bitsOf(compute: () => tf.Tensor, skip: boolean): Uint32Array {
  skipZeros(skip);
  const result = tf.tidy(compute);
  const values = result.dataSync<'float32'>().slice();
  result.dispose();
  return new Uint32Array(values.buffer);
}

/** The rows of a product that have a NaN. */
function rowsWithNaN(
  a: Float32Array,
  b: Float32Array,
  [m, n, k]: [number, number, number],
  transposeA = false,
): number[] {
  const product = tf.tidy(() => {
    const left = tf.tensor2d(a, transposeA ? [k, m] : [m, k]);
    const result = tf.matMul(left, tf.tensor2d(b, [k, n]), transposeA);
    return tf.any(tf.isNaN(result), 1).dataSync();
  });
  return [...product.keys()].filter((row) => product[row]);
}

describe.each(await testedProducts())('with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(() => {
    skipZeros(true);
    uninstallWasmKernels();
  });

  test.each(Object.entries(patterns))('zeros: %s', (_, isZero) => {
    for (const { rows, columns, n } of sizes) {
      const a = tf.tensor2d(withZeros(rows, columns, isZero), [rows, columns]);
      for (const transposeA of [false, true]) {
        for (const transposeB of [false, true]) {
          const k = transposeA ? rows : columns;
          const b = tf.tensor2d(randomFloats(n * k, 2), transposeB ? [n, k] : [k, n]);
          const bias = tf.tensor1d(randomFloats(n, 3));
          const pair = { a, b, transposeA, transposeB };
          const products = [
            () => tf.matMul(a, b, transposeA, transposeB),
            () => tf.fused.matMul({ ...pair, bias, activation: 'sigmoid' }),
            () => tf.fused.matMul({ ...pair, activation: 'elu' }),
          ];
          for (const product of products) {
            const expected = bitsOf(product, false);
            expect(bitsOf(product, true).findIndex((bits, at) => bits !== expected[at])).toBe(-1);
          }
          tf.dispose([b, bias]);
        }
      }
      a.dispose();
    }
  });

  test.each([false, true])('what NaN in B reaches (A transposed: %s)', (transposeA) => {
    skipZeros(true);
    const [m, n, k] = [126, 64, 96];
    const bad = 35;
    const isZero = patterns['blots, as between strokes'] ?? (() => false);
    const a = transposeA
      ? withZeros(k, m, (depth, row) => isZero(row, depth))
      : withZeros(m, k, (row, depth) => isZero(row, depth));
    const b = randomFloats(k * n, 2);
    b[bad * n + 5] = NaN;
    // Six rows are visited together, if one of them is not 0 there.
    const rows = Array.from({ length: m }, (_, row) => row);
    const reached = rows.filter((row) => {
      const first = row - (row % tileRows);
      return rows.slice(first, first + tileRows).some((each) => !isZero(each, bad));
    });
    expect(reached.length).toBeGreaterThan(10);
    expect(reached.length).toBeLessThan(m - 10);
    expect(rowsWithNaN(a, b, [m, n, k], transposeA)).toEqual(reached);
    skipZeros(false);
    expect(rowsWithNaN(a, b, [m, n, k], transposeA)).toEqual(rows);
  });

  test('NaN in A is no zero', () => {
    skipZeros(true);
    const [m, n, k] = [126, 64, 96];
    const a = withZeros(m, k, () => true);
    a[50 * k + 3] = NaN;
    expect(rowsWithNaN(a, randomFloats(k * n, 2), [m, n, k])).toEqual([50]);
  });

  test.each([
    { where: 'A has few zeros', m: 128, n: 64, k: 96, share: 0.03 },
    { where: 'it is narrow', m: 128, n: 63, k: 96, share: 0.7 },
    { where: 'it is small', m: 60, n: 64, k: 96, share: 0.7 },
    { where: 'A has fewer rows than a strip', m: 5, n: 900, k: 96, share: 0.7 },
  ])('a product multiplies by zeros where $where', ({ m, n, k, share }) => {
    skipZeros(true);
    const a = withZeros(m, k, (_, depth) => depth < share * k);
    const b = randomFloats(k * n, 2);
    b[0] = NaN;
    expect(rowsWithNaN(a, b, [m, n, k])).toHaveLength(m);
  });
});
