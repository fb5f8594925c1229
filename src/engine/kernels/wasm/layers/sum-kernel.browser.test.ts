// Sums over the leading axes against a plain loop; other sums are still tfjs's.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();

describe.each(kernels)('the sum with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  test.each([
    [1, 1],
    [1, 17],
    [5, 1],
    [3, 15],
    [7, 16],
    [128, 33],
    [129, 784],
  ])('of %i rows of %i numbers is the sum down each column', (rows, columns) => {
    const x = randomFloats(rows * columns, 1);
    const expected = new Float64Array(columns);
    x.forEach((value, at) => (expected[at % columns] = (expected[at % columns] ?? NaN) + value));
    const sums = tf.tidy(() => tf.sum(tf.tensor2d(x, [rows, columns]), 0).dataSync());
    expect(sums.length).toBe(columns);
    expected.forEach((sum, j) => expect(Math.abs((sums[j] ?? NaN) - sum)).toBeLessThan(1e-5));
  });

  test.each<{ axis: number | number[]; keepDims: boolean; shape: number[] }>([
    { axis: 0, keepDims: false, shape: [3, 4] },
    { axis: 0, keepDims: true, shape: [1, 3, 4] },
    { axis: [0, 1], keepDims: false, shape: [4] },
    { axis: [1, 0], keepDims: true, shape: [1, 1, 4] },
    { axis: 1, keepDims: false, shape: [2, 4] },
    { axis: -1, keepDims: true, shape: [2, 3, 1] },
    { axis: [0, 2], keepDims: false, shape: [3] },
    { axis: [0, 1, 2], keepDims: false, shape: [] },
  ])(
    'over axis $axis, kept: $keepDims, has the shape and the total it should',
    ({ axis, keepDims, shape }) => {
      const { numTensors } = tf.memory();
      tf.tidy(() => {
        const x = tf.tensor(
          Array.from({ length: 24 }, (_, i) => i),
          [2, 3, 4],
        );
        const sums = tf.sum(x, axis, keepDims);
        expect(sums.shape).toEqual(shape);
        expect(sums.dataSync<'float32'>().reduce((total, value) => total + value, 0)).toBe(276);
      });
      expect(tf.memory().numTensors).toBe(numTensors);
    },
  );

  test('of integers stays an integer', () => {
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32');
    const sums = tf.sum(x, 0);
    expect(sums.dtype).toBe('int32');
    expect([...sums.dataSync()]).toEqual([4, 6]);
    tf.dispose([x, sums]);
  });
});
