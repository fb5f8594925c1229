// The update in place against the published formulas in double precision.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runKernelForList, UpdateWeights, type UpdateWeightsAttrs } from '../../training-kernels';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();

/** Every remainder of a vector of four, and more than one range of 8,192 numbers. */
const sizes = [1, 2, 3, 4, 5, 16, 1023, 20_001];
const updates = 5;
const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-7;

/** A rule in double precision: the decrement of a weight with gradient `g`, whose averages it moves. */
interface Formula {
  slots: number;
  rates: (update: number) => Record<string, number>;
  decrement: (g: number, averages: number[], update: number) => number;
}

const formulas: Record<string, Formula> = {
  // Kingma and Ba 2015
  adam: {
    slots: 2,
    rates: (t) => ({ stepSize: stepSizeAt(t), beta1, beta2, epsilon }),
    decrement(g, averages, t) {
      const [m = 0, v = 0] = averages;
      averages[0] = beta1 * m + (1 - beta1) * g;
      averages[1] = beta2 * v + (1 - beta2) * g * g;
      return (stepSizeAt(t) * averages[0]) / (Math.sqrt(averages[1]) + epsilon);
    },
  },
  // Tieleman and Hinton 2012
  rmsprop: {
    slots: 1,
    rates: () => ({ learningRate: 0.01, decay: 0.9, epsilon }),
    decrement(g, averages) {
      averages[0] = 0.9 * (averages[0] ?? 0) + 0.1 * g * g;
      return (0.01 * g) / (Math.sqrt(averages[0]) + epsilon);
    },
  },
  // Polyak 1964
  sgd: {
    slots: 1,
    rates: () => ({ learningRate: 0.05, momentum: 0.9 }),
    decrement(g, averages) {
      averages[0] = 0.9 * (averages[0] ?? 0) + g;
      return 0.05 * averages[0];
    },
  },
};

function stepSizeAt(t: number): number {
  return (0.01 * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
}

/** One weight per size, with averages at zero, in tensors and in numbers. */
function start(slots: number) {
  return sizes.map((size, i) => ({
    param: tf.tensor1d(randomFloats(size, i)),
    slots: Array.from({ length: slots }, () => tf.zeros([size])),
    values: Array.from(randomFloats(size, i)),
    averages: Array.from({ length: size }, () => Array.from({ length: slots }, () => 0)),
    /** Every other weight decays. */
    keep: i % 2 === 0 ? 0.99 : 1,
  }));
}

function largestDistance(tensor: tf.Tensor, expected: ArrayLike<number>): number {
  const values = tensor.dataSync<'float32'>();
  return values.reduce((most, value, i) => Math.max(most, Math.abs(value - (expected[i] ?? NaN))), 0);
}

describe.each(kernels)('the update with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  describe.each([0, 3, 1e9])('with gradients clipped at %d (0: never)', (gradientClip) => {
    test.each(Object.entries(formulas))(
      '%s moves weights of all sizes as published',
      (optimizer, formula) => {
        const weights = start(formula.slots);
        for (let t = 1; t <= updates; t++) {
          const gradients = sizes.map((size, i) => randomFloats(size, 100 * t + i));
          const norm = Math.hypot(...gradients.map((gradient) => Math.hypot(...gradient)));
          const scale = gradientClip === 0 ? 1 : gradientClip / Math.max(norm, gradientClip);
          const tensors = gradients.map((gradient) => tf.tensor1d(gradient));
          const attrs: UpdateWeightsAttrs = {
            optimizer,
            rates: formula.rates(t),
            weights: weights.map((weight, i) => ({ ...weight, gradient: tensors[i] as tf.Tensor })),
            gradientClip,
          };
          expect(runKernelForList(UpdateWeights, {}, attrs)).toEqual([]);
          weights.forEach(({ values, averages, keep }, i) => {
            values.forEach((value, j) => {
              const g = (gradients[i]?.[j] ?? NaN) * scale;
              values[j] = keep * value - formula.decrement(g, averages[j] ?? [], t);
            });
          });
          tf.dispose(tensors);
        }
        for (const { param, slots, values, averages } of weights) {
          expect(largestDistance(param, values)).toBeLessThan(2e-6);
          slots.forEach((slot, k) => {
            const expected = averages.map((average) => average[k] ?? NaN);
            // A second moment is near 1e-3 of a squared gradient: 1 - beta2 has to be exact to float precision.
            expect(largestDistance(slot, expected)).toBeLessThan(
              optimizer === 'adam' && k === 1 ? 1e-9 : 2e-6,
            );
          });
          tf.dispose([param, ...slots]);
        }
      },
    );
  });

  test('writes nothing beyond the weight, and leaks no tensor', () => {
    const { numTensors, numDataBuffers } = tf.memory();
    const [param, gradient, first, second] = Array.from({ length: 4 }, () => tf.ones([5])) as [
      ...[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor],
    ];
    const others = Array.from({ length: 50 }, () => tf.fill([5], 7));
    runKernelForList(UpdateWeights, {}, {
      optimizer: 'adam',
      rates: { stepSize: 0.1, beta1, beta2, epsilon },
      weights: [{ param, gradient, slots: [first, second], keep: 0.9 }],
      gradientClip: 0.5,
    } satisfies UpdateWeightsAttrs);
    expect(gradient.arraySync()).toEqual([1, 1, 1, 1, 1]);
    for (const other of others) expect(other.arraySync()).toEqual([7, 7, 7, 7, 7]);
    tf.dispose([param, gradient, first, second, ...others]);
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });

  test('keeps a weight with a gradient of zeros, and loses it to one that is not a number', () => {
    const weights = [0, NaN].map((value) => ({
      param: tf.ones([3]),
      gradient: tf.fill([3], value),
      slots: [tf.zeros([3])],
      keep: 1,
    }));
    for (const weight of weights) {
      const rates = { learningRate: 1, momentum: 0 };
      runKernelForList(UpdateWeights, {}, { optimizer: 'sgd', rates, weights: [weight], gradientClip: 1 });
    }
    expect(weights.map(({ param }) => Array.from(param.dataSync()))).toEqual([
      [1, 1, 1],
      [NaN, NaN, NaN],
    ]);
    tf.dispose(weights.map(({ param, gradient, slots }) => [param, gradient, slots]));
  });

  test('refuses a gradient of another size', () => {
    const weight = { param: tf.ones([8]), gradient: tf.ones([4]), slots: [tf.ones([8])], keep: 1 };
    const rates = { learningRate: 1, momentum: 0 };
    const attrs: UpdateWeightsAttrs = { optimizer: 'sgd', rates, weights: [weight], gradientClip: 0 };
    expect(() => runKernelForList(UpdateWeights, {}, attrs)).toThrow(
      'UpdateWeights needs float32 tensors of one shape',
    );
    tf.dispose([weight.param, weight.gradient, weight.slots]);
  });
});
