// tanh and softplus against JavaScript's own functions in double precision.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const references = {
  tanh: Math.tanh,
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
};

const kernels = await testedKernels();

describe.each(kernels)('the activations with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  describe.each(['tanh', 'softplus'] as const)('%s', (name) => {
    test.each([1e-6, 1e-3, 0.1, 1, 10, 80])('is accurate to 8 roundings up to %d', (limit) => {
      const x = Float32Array.from({ length: 4001 }, (_, i) => ((i - 2000) / 2000) * limit);
      const values = tf.tidy(() => tf[name](tf.tensor1d(x)).dataSync());
      const errors = Array.from(x, (xi, i) => {
        const expected = references[name](xi);
        return Math.abs((values[i] ?? NaN) - expected) / (Math.abs(expected) * 2 ** -24 + 1e-37);
      });
      expect(errors.filter((error) => !(error <= 8))).toEqual([]);
    });

    test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('writes %i numbers and no more', (size) => {
      const around = Array.from({ length: 20 }, () => tf.fill([size], 7));
      const result = tf[name](tf.fill([size], 0.5));
      for (const value of result.dataSync()) expect(value).toBeCloseTo(references[name](0.5), 6);
      for (const other of around) expect([...other.dataSync()]).toEqual(new Array(size).fill(7));
      tf.dispose([result, ...around]);
    });

    test('reaches its limits and propagates NaN', () => {
      const x = tf.tensor1d([NaN, Infinity, -Infinity, 1e38, -1e38, 0]);
      const [nan, up, down, large, small, zero] = tf[name](x).dataSync();
      expect(nan).toBeNaN();
      expect(up).toBe(references[name](Infinity));
      expect(down).toBeCloseTo(references[name](-Infinity), 30);
      expect(large).toBe(Math.fround(references[name](1e38)));
      expect(small).toBeCloseTo(references[name](-1e38), 30);
      expect(zero).toBeCloseTo(references[name](0), 7);
    });
  });

  test('softplus has the sigmoid as its gradient, as in tfjs', () => {
    const x = tf.linspace(-20, 20, 33);
    const gradient = tf.grad((z: tf.Tensor) => tf.sum(tf.softplus(z)))(x);
    expect([...gradient.dataSync()]).toEqual([...tf.sigmoid(x).dataSync()]);
  });
});
