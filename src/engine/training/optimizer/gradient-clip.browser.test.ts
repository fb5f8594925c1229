import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { clipByGlobalNorm } from './gradient-clip';
import { startForTest } from '../../testing/start-backend';

const kernel = [3, -4, 0, 12, 0, 0];
const bias = [0, 84];
/** The root of 9 + 16 + 144 + 7056. */
const norm = 85;

function clipped(limit: number, scale = 1): number[][] {
  return tf
    .tidy(() => {
      const gradients = [tf.mul(tf.tensor2d(kernel, [2, 3]), scale), tf.mul(tf.tensor1d(bias), scale)];
      return clipByGlobalNorm(gradients, limit);
    })
    .map((gradient) => {
      const values = Array.from(gradient.dataSync());
      gradient.dispose();
      return values;
    });
}

const lengthOf = (gradients: number[][]) => Math.hypot(...gradients.flat());

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each([0.001, 1, 10, 84.9])(
    'scales a longer gradient to the limit of %f and keeps its direction',
    (limit) => {
      const gradients = clipped(limit);
      expect(Math.abs(lengthOf(gradients) / limit - 1)).toBeLessThan(1e-4);
      const expected = [kernel, bias].map((values) => values.map((value) => (value * limit) / norm));
      gradients.flat().forEach((value, i) => {
        expect(Math.abs(value - (expected.flat()[i] ?? NaN))).toBeLessThan(1e-4 * limit);
      });
    },
  );

  test.each([85.1, 1000])('leaves a gradient below the limit of %f unchanged', (limit) => {
    expect(clipped(limit)).toEqual([kernel, bias]);
  });

  test('keeps a zero gradient at zero instead of NaN', () => {
    expect(clipped(1, 0)).toEqual([kernel.map((value) => value * 0), bias.map((value) => value * 0)]);
  });

  test('returns new tensors and leaks none', () => {
    const before = tf.memory().numTensors;
    clipped(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
