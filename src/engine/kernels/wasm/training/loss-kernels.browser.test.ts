// The losses, and the gradients through activations, against their formulas in double precision.
import { randomFloats } from '../../../testing/random-floats';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ActivationGradient,
  ReconstructionLoss,
  ReconstructionLossGradient,
  runKernel,
} from '../../training-kernels';
import { uninstallWasmKernels } from '../install';
import { testedKernels, useKernels } from '../testing/wasm-test-backend';

const kernels = await testedKernels();
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Loss and derivative of one pixel by its logit. */
const formulas = {
  mse: (x: number, p: number, slope: number) => [(p - x) ** 2, 2 * (p - x) * slope] as const,
  mae: (x: number, p: number, slope: number) => [Math.abs(p - x), Math.sign(p - x) * slope] as const,
};

function plain(loss: 'mse' | 'mae' | 'bce', isSigmoid: boolean, x: number, z: number) {
  if (loss === 'bce') {
    const value = Math.max(z, 0) - z * x + Math.log1p(Math.exp(-Math.abs(z)));
    return [value, sigmoid(z) - x] as const;
  }
  const pixel = isSigmoid ? sigmoid(z) : z;
  return formulas[loss](x, pixel, isSigmoid ? pixel * (1 - pixel) : 1);
}

describe.each(kernels)('with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  /** The mean loss and its gradient for `dy`. */
  function computed(
    loss: string,
    isSigmoid: boolean,
    target: Float32Array,
    logits: Float32Array,
    dy: number,
  ) {
    const attrs = { loss, sigmoid: isSigmoid };
    const { numTensors } = tf.memory();
    const inputs = { target: tf.tensor1d(target), logits: tf.tensor1d(logits) };
    const given = tf.scalar(dy);
    const value = runKernel(ReconstructionLoss, inputs, attrs);
    const gradient = runKernel(ReconstructionLossGradient, { ...inputs, dy: given }, attrs);
    const made = { value: value.dataSync()[0] ?? Number.NaN, gradient: gradient.dataSync() };
    expect(value.shape).toEqual([]);
    expect(gradient.shape).toEqual(inputs.logits.shape);
    tf.dispose([inputs.target, inputs.logits, given, value, gradient]);
    expect(tf.memory().numTensors).toBe(numTensors);
    return made;
  }

  const kinds = [
    ['mse', true],
    ['mse', false],
    ['mae', true],
    ['mae', false],
    ['bce', true],
    ['bce', false],
  ] as const;

  test.each(kinds)(
    '%s (sigmoid: %s) is the mean over the pixels, and so is its gradient',
    (loss, isSigmoid) => {
      for (const count of [1, 2, 3, 5, 784, 8191, 8195, 100_353]) {
        const target = randomFloats(count, 1).map((value) => Math.round((value + 1) / 2));
        const logits = randomFloats(count, 2).map((value) => value * 12);
        const made = computed(loss, isSigmoid, target, logits, 3);
        let sum = 0;
        logits.forEach((z, i) => {
          const [value, slope] = plain(loss, isSigmoid, target[i] ?? 0, z);
          sum += value;
          const expected = (3 * slope) / count;
          if (!(Math.abs((made.gradient[i] ?? Number.NaN) - expected) <= 1e-6 * (3 / count) * 24))
            expect(made.gradient[i]).toBe(expected);
        });
        expect(Math.abs(made.value - sum / count)).toBeLessThan(1e-6 * (sum / count) + 1e-8);
      }
    },
  );

  test.each(kinds)('%s (sigmoid: %s) is not finite where a logit is no number', (loss, isSigmoid) => {
    for (const at of [0, 6, 9000, 10_000]) {
      const logits = new Float32Array(10_001).fill(0.5);
      logits[at] = Number.NaN;
      expect(computed(loss, isSigmoid, new Float32Array(10_001), logits, 1).value).toBeNaN();
    }
  });

  test.each(kinds)('%s (sigmoid: %s) stays finite for every finite logit', (loss, isSigmoid) => {
    const logits = Float32Array.from([-1e4, -200, -88, 88, 200, 1e4, 0]);
    const { value, gradient } = computed(loss, isSigmoid, new Float32Array(7).fill(1), logits, 1);
    expect(Number.isFinite(value)).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });

  test('MAE does not push a pixel that is right', () => {
    const same = Float32Array.from([0.25, 0.5, 1, 0, 0.125]);
    expect([...computed('mae', false, same, same, 1).gradient]).toEqual([0, 0, 0, 0, 0]);
  });

  test.each([
    ['relu', (y: number) => (y > 0 ? 1 : 0)],
    ['sigmoid', (y: number) => y * (1 - y)],
    ['tanh', (y: number) => 1 - y * y],
    ['elu', (y: number) => (y > 0 ? 1 : y + 1)],
  ] as const)('a gradient through %s is multiplied by the slope at the output', (activation, slope) => {
    for (const count of [1, 3, 4, 7, 30_001]) {
      const y = randomFloats(count, 3);
      const dy = randomFloats(count, 4);
      const [yTensor, dyTensor] = [tf.tensor1d(y), tf.tensor1d(dy)];
      const gradient = runKernel(ActivationGradient, { dy: dyTensor, y: yTensor }, { activation });
      const numbers = gradient.dataSync();
      const wrong = y.findIndex(
        (output, i) => !(Math.abs((numbers[i] ?? Number.NaN) - (dy[i] ?? 0) * slope(output)) <= 3e-7),
      );
      expect(wrong).toBe(-1);
      tf.dispose([yTensor, dyTensor, gradient]);
    }
  });

  test('sizes that do not agree are refused', () => {
    const [target, logits] = [tf.zeros([3]), tf.zeros([4])];
    const attrs = { loss: 'mse', sigmoid: true };
    expect(() => runKernel(ReconstructionLoss, { target, logits }, attrs)).toThrow(/of one size/);
    tf.dispose([target, logits]);
  });
});
