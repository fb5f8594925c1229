// Compares column sums, losses, and the gradients through activations with their formulas in double precision, in every layout.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { randomFloats } from '../../../testing/random-floats';
import {
  ActivationGradient,
  ReconstructionLoss,
  ReconstructionLossGradient,
  runKernel,
} from '../../training-kernels';
import { besideOf, layouts, programsIn, tensorIn } from '../testing/webgl-test-tensors';

beforeAll(() => startForTest('webgl'));

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);

describe.each(layouts)('of tensors that are %s', (layout) => {
  // [700, 3] has more rows than one program sums
  const shapes = [[1, 1], [5, 3], [4, 6], [128, 7], [700, 3], [1, 9], [3, 5, 7, 3], [2, 40, 9, 5]]; // prettier-ignore
  test.each(shapes)('sums the columns of %i x %i …', (...shape) => {
    const numbers = randomFloats(sizeOf(shape), 1);
    const [columns = 1] = shape.slice(-1);
    const want = new Float64Array(columns);
    numbers.forEach((value, i) => (want[i % columns] = (want[i % columns] ?? 0) + value));
    const { numTensors, numDataBuffers } = tf.memory();
    const x = tensorIn(layout, numbers, shape);
    const axes = shape.slice(0, -1).map((_, axis) => axis);
    const made = tf.sum(x, axes);
    const kept = tf.sum(x, axes, true);
    expect(made.shape).toEqual([columns]);
    expect(kept.shape).toEqual([...axes.map(() => 1), columns]);
    expect(largestDifference(made.dataSync(), want)).toBeLessThan(1e-5 * Math.sqrt(numbers.length));
    expect(kept.dataSync()).toEqual(made.dataSync());
    tf.dispose([x, made, kept]);
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  });

  const kinds = [
    ['mse', true],
    ['mse', false],
    ['mae', true],
    ['mae', false],
    ['bce', true],
  ] as const;
  describe.each(kinds)('%s (sigmoid: %s)', (loss, sigmoid) => {
    const attrs = { loss, sigmoid };
    test.each([
      [1, 1],
      [3, 5],
      [16, 40],
      [33, 67],
    ])('is the mean over %i x %i pixels', (...shape) => {
      const targets = randomFloats(sizeOf(shape), 1).map((value) => (value + 1) / 2);
      const numbers = randomFloats(sizeOf(shape), 2).map((value) => value * 12);
      const expected = formulas(loss, sigmoid, targets, numbers);
      const { numTensors, numDataBuffers } = tf.memory();
      const [target, logits] = [tensorIn('packed', targets, shape), tensorIn(layout, numbers, shape)];
      const dy = tensorIn(layout, Float32Array.of(3), []);
      const value = runKernel(ReconstructionLoss, { target, logits }, attrs);
      const gradient = runKernel(ReconstructionLossGradient, { target, logits, dy }, attrs);
      expect(value.shape).toEqual([]);
      expect(gradient.shape).toEqual(shape);
      const beside = besideOf(gradient);
      expect(Math.abs((value.dataSync()[0] ?? Number.NaN) / expected.value - 1)).toBeLessThan(1e-5);
      const scaled = expected.gradient.map((slope) => 3 * slope);
      expect(largestDifference(gradient.dataSync(), scaled)).toBeLessThan(1e-5 / numbers.length);
      expect(beside.every((beyond) => beyond === 0)).toBe(true);
      tf.dispose([target, logits, dy, value, gradient]);
      expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
    });
  });

  test.each([
    ['relu', (y: number) => (y > 0 ? 1 : 0)],
    ['sigmoid', (y: number) => y * (1 - y)],
    ['tanh', (y: number) => 1 - y * y],
    ['elu', (y: number) => (y > 0 ? 1 : y + 1)],
  ] as const)('a gradient through %s is multiplied by the slope at the output', (activation, slope) => {
    for (const shape of [
      [1, 1],
      [3, 5],
      [8, 6],
      [2, 3, 5, 3],
    ]) {
      const [outputs, gradients] = [randomFloats(sizeOf(shape), 3), randomFloats(sizeOf(shape), 4)];
      const [dy, y] = [tensorIn(layout, gradients, shape), tensorIn('packed', outputs, shape)];
      const made = runKernel(ActivationGradient, { dy, y }, { activation });
      const want = gradients.map((value, i) => value * slope(outputs[i] ?? 0));
      expect(largestDifference(made.dataSync(), want)).toBeLessThan(3e-7);
      tf.dispose([dy, y, made]);
    }
  });
});

function formulas(loss: string, isSigmoid: boolean, targets: Float32Array, logits: Float32Array) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  let sum = 0;
  const gradient = Array.from(logits, (z, i) => {
    const x = targets[i] ?? 0;
    if (loss === 'bce') {
      sum += Math.max(z, 0) - z * x + Math.log1p(Math.exp(-Math.abs(z)));
      return (sigmoid(z) - x) / logits.length;
    }
    const p = isSigmoid ? sigmoid(z) : z;
    sum += loss === 'mse' ? (p - x) ** 2 : Math.abs(p - x);
    const slope = isSigmoid ? p * (1 - p) : 1;
    return ((loss === 'mse' ? 2 * (p - x) : Math.sign(p - x)) * slope) / logits.length;
  });
  return { value: sum / logits.length, gradient };
}

describe.each(['mse', 'mae', 'bce'] as const)('%s of extreme logits', (loss) => {
  const lossOf = (numbers: number[], x = 0) =>
    tf.tidy(() => {
      const logits = tf.tensor2d(numbers, [1, numbers.length]);
      const target = tf.fill(logits.shape, x);
      const attrs = { loss, sigmoid: true };
      const gradient = runKernel(ReconstructionLossGradient, { target, logits, dy: tf.scalar(1) }, attrs);
      const value = runKernel(ReconstructionLoss, { target, logits }, attrs).dataSync()[0] ?? 0;
      return { value, gradient: [...gradient.dataSync()] };
    });

  test('is not finite when one is NaN', () => {
    const { value, gradient } = lossOf([1, Number.NaN, 2]);
    expect(value).toBeNaN();
    expect(gradient.map(Number.isFinite)).toEqual([true, false, true]);
  });

  test('is finite when all are finite', () => {
    const { value, gradient } = lossOf([-1e4, -200, -88, 88, 200, 1e4, 0], 1);
    expect(Number.isFinite(value)).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

test('the cross-entropy of nearly correct pixels is accurate to five digits', () => {
  const value = tf.tidy(() => {
    const logits = tf.fill([4, 6], -12);
    const attrs = { loss: 'bce', sigmoid: true };
    return runKernel(ReconstructionLoss, { target: tf.zeros([4, 6]), logits }, attrs).dataSync()[0];
  });
  expect((value ?? 0) / Math.log1p(Math.exp(-12))).toBeCloseTo(1, 5);
});

test('a loss takes two programs, its gradient one, and the sum over a batch one', async () => {
  const [target, logits] = [tensorIn('packed', randomFloats(60, 1), [6, 10]), tensorIn('packed', randomFloats(60, 2), [6, 10])]; // prettier-ignore
  const [attrs, dy] = [{ loss: 'mse', sigmoid: true }, tf.scalar(1)];
  const made: tf.Tensor[] = [];
  const programs = (run: () => tf.Tensor) => programsIn(() => void made.push(run()));
  expect(await programs(() => runKernel(ReconstructionLoss, { target, logits }, attrs))).toBe(2);
  expect(await programs(() => runKernel(ReconstructionLossGradient, { target, logits, dy }, attrs))).toBe(1);
  expect(await programs(() => tf.sum(logits, 0))).toBe(1);
  tf.dispose([target, logits, dy, ...made]);
});

test('tensors of different sizes are rejected', () => {
  const [target, logits] = [tf.zeros([1, 3]), tf.zeros([1, 4])];
  const attrs = { loss: 'mse', sigmoid: true };
  expect(() => runKernel(ReconstructionLoss, { target, logits }, attrs)).toThrow(/of one shape/);
  expect(() => runKernel(ActivationGradient, { dy: target, y: logits }, { activation: 'relu' })).toThrow(
    /of one shape/,
  );
  tf.dispose([target, logits]);
});
