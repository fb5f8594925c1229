// The in-place updates against the published formulas in double precision.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uninstallWasmKernels } from '../install';
import { AdamUpdate, MomentumUpdate, RmsPropUpdate } from './optimizer-kernels';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();

/** Sizes with every remainder of a vector of four. */
const sizes = [1, 2, 3, 4, 5, 16, 1023];
const updates = 5;

/** The largest difference between a tensor after the kernel and the formula. */
function distance(tensor: tf.Tensor, expected: ArrayLike<number>): number {
  const values = tensor.dataSync();
  return Math.max(...Array.from(values, (value, i) => Math.abs(value - (expected[i] ?? NaN))));
}

/** A weight, `slots` running averages at zero and a gradient, as tensors and as numbers. */
function start(size: number, slots: number) {
  const weight = Float64Array.from(randomFloats(size, 1));
  return {
    weight,
    averages: Array.from({ length: slots }, () => new Float64Array(size)),
    param: tf.variable(tf.tensor1d(Float32Array.from(weight))),
    slots: Array.from({ length: slots }, () => tf.zeros([size])),
    gradients: Array.from({ length: updates }, (_, t) => randomFloats(size, 2 + t)),
  };
}

describe.each(kernels)('the updates with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  test.each(sizes)('Adam moves %i weights as in Kingma and Ba', (size) => {
    const { weight, averages, param, slots, gradients } = start(size, 2);
    const [m, v] = averages as [Float64Array, Float64Array];
    const [firstMoment, secondMoment] = slots as [tf.Tensor, tf.Tensor];
    const beta1 = 0.9;
    const beta2 = 0.999;
    const epsilon = 1e-7;
    gradients.forEach((g, index) => {
      const t = index + 1;
      const stepSize = (0.01 * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      g.forEach((gi, i) => {
        m[i] = beta1 * (m[i] ?? NaN) + (1 - beta1) * gi;
        v[i] = beta2 * (v[i] ?? NaN) + (1 - beta2) * gi * gi;
        weight[i] = (weight[i] ?? NaN) - (stepSize * (m[i] ?? NaN)) / (Math.sqrt(v[i] ?? NaN) + epsilon);
      });
      const gradient = tf.tensor1d(g);
      const inputs = { param, gradient, firstMoment, secondMoment };
      tf.engine().runKernel(AdamUpdate, inputs, { stepSize, beta1, beta2, epsilon });
      gradient.dispose();
    });
    expect(distance(param, weight)).toBeLessThan(1e-6);
    expect(distance(firstMoment, m)).toBeLessThan(1e-6);
    // A second moment is near 1e-3 of a squared gradient: 1 - beta2 has to be exact to float precision.
    expect(distance(secondMoment, v)).toBeLessThan(1e-9);
    tf.dispose([param, ...slots]);
  });

  test.each(sizes)('RMSProp moves %i weights as in Hinton', (size) => {
    const { weight, averages, param, slots, gradients } = start(size, 1);
    const [s] = averages as [Float64Array];
    const [meanSquare] = slots as [tf.Tensor];
    const attrs = { learningRate: 0.01, decay: 0.9, epsilon: 1e-7 };
    for (const g of gradients) {
      g.forEach((gi, i) => {
        s[i] = attrs.decay * (s[i] ?? NaN) + (1 - attrs.decay) * gi * gi;
        weight[i] = (weight[i] ?? NaN) - (attrs.learningRate * gi) / (Math.sqrt(s[i] ?? NaN) + attrs.epsilon);
      });
      const gradient = tf.tensor1d(g);
      tf.engine().runKernel(RmsPropUpdate, { param, gradient, meanSquare }, attrs);
      gradient.dispose();
    }
    expect(distance(param, weight)).toBeLessThan(1e-6);
    expect(distance(meanSquare, s)).toBeLessThan(1e-6);
    tf.dispose([param, meanSquare]);
  });

  test.each(sizes)('momentum moves %i weights', (size) => {
    const { weight, averages, param, slots, gradients } = start(size, 1);
    const [v] = averages as [Float64Array];
    const [velocity] = slots as [tf.Tensor];
    const attrs = { learningRate: 0.05, momentum: 0.9 };
    for (const g of gradients) {
      g.forEach((gi, i) => {
        v[i] = attrs.momentum * (v[i] ?? NaN) + gi;
        weight[i] = (weight[i] ?? NaN) - attrs.learningRate * (v[i] ?? NaN);
      });
      const gradient = tf.tensor1d(g);
      tf.engine().runKernel(MomentumUpdate, { param, gradient, velocity }, attrs);
      gradient.dispose();
    }
    expect(distance(param, weight)).toBeLessThan(1e-6);
    expect(distance(velocity, v)).toBeLessThan(1e-6);
    tf.dispose([param, velocity]);
  });

  test('write nothing beyond the weight, and leak no tensor', () => {
    const { numTensors, numDataBuffers } = tf.memory();
    const tensors = Array.from({ length: 4 }, () => tf.ones([5]));
    const [param, gradient, firstMoment, secondMoment] = tensors as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const others = Array.from({ length: 50 }, () => tf.fill([5], 7));
    const attrs = { stepSize: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
    const result = tf.engine().runKernel(AdamUpdate, { param, gradient, firstMoment, secondMoment }, attrs);
    expect(result).toEqual([]);
    expect(gradient.arraySync()).toEqual([1, 1, 1, 1, 1]);
    for (const other of others) expect(other.arraySync()).toEqual([7, 7, 7, 7, 7]);
    tf.dispose([...tensors, ...others]);
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });

  test('refuse a gradient of another size', () => {
    const param = tf.ones([8]);
    const gradient = tf.ones([4]);
    const velocity = tf.ones([8]);
    const run = () =>
      tf.engine().runKernel(MomentumUpdate, { param, gradient, velocity }, { learningRate: 1, momentum: 0 });
    expect(run).toThrow('MomentumUpdate needs float32 tensors of one shape');
    tf.dispose([param, gradient, velocity]);
  });
});
