import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '../core/experiment';
import {
  initialCheckpoint,
  initialKernel,
  layerActivation,
  layerWidths,
  zeroOptimizer,
} from './initial-weights';
import { tinyExperiment } from './testing/tiny';

const shape = [28, 28, 1];

test('the layers of the reference network are as wide as the diagram says', () => {
  expect(layerWidths(defaultExperiment, shape)).toEqual([784, 256, 64, 16, 64, 256, 784]);
});

test('the code and the logits are linear, every other layer is as chosen', () => {
  const activations = Array.from({ length: 6 }, (_, layer) => layerActivation(defaultExperiment, layer, 6));
  expect(activations).toEqual(['relu', 'relu', 'linear', 'relu', 'relu', 'linear']);
});

describe('a kernel', () => {
  const variance = (kernel: Float32Array) => kernel.reduce((sum, w) => sum + w * w, 0) / kernel.length;

  test.each([
    ['relu', 2 / 400],
    ['elu', 2 / 400],
    ['tanh', 2 / 500],
    ['sigmoid', 2 / 500],
    ['linear', 2 / 500],
  ] as const)('in front of %s has the variance %f of its paper', (activation, expected) => {
    const kernel = initialKernel(400, 100, activation, 1, 0);
    expect(kernel).toHaveLength(40_000);
    expect(variance(kernel) / expected).toBeGreaterThan(0.96);
    expect(variance(kernel) / expected).toBeLessThan(1.04);
    expect(Math.abs(kernel.reduce((a, b) => a + b, 0) / 40_000)).toBeLessThan(0.03 * Math.sqrt(expected));
  });

  test('is the same for the same seed and layer, and another otherwise', () => {
    const kernel = initialKernel(5, 4, 'relu', 1, 0);
    expect(initialKernel(5, 4, 'relu', 1, 0)).toEqual(kernel);
    expect(initialKernel(5, 4, 'relu', 2, 0)).not.toEqual(kernel);
    expect(initialKernel(5, 4, 'relu', 1, 1)).not.toEqual(kernel);
  });
});

describe('the checkpoint of step 0', () => {
  const checkpoint = initialCheckpoint(tinyExperiment({ hidden: [6, 5] }), [4, 4, 1]);

  test('holds a kernel and a bias of each layer, encoder first', () => {
    expect(checkpoint.weights.map(({ length }) => length)).toEqual([
      ...[16 * 6, 6, 6 * 5, 5, 5 * 2, 2],
      ...[2 * 5, 5, 5 * 6, 6, 6 * 16, 16],
    ]);
  });

  test('has made no step and starts from biases of 0', () => {
    expect(checkpoint).toMatchObject({ step: 0, samplesSeen: 0, optimizer: { updates: 0 } });
    const biases = checkpoint.weights.filter((_, index) => index % 2 === 1);
    expect(biases.every((bias) => bias.every((value) => value === 0))).toBe(true);
  });
});

test.each([
  ['adam', 2],
  ['rmsprop', 1],
  ['sgd', 1],
] as const)('%s begins with %i running averages of 0 for each weight', (optimizer, slots) => {
  const weights = [new Float32Array([1, 2]), new Float32Array([3])];
  expect(zeroOptimizer({ ...defaultExperiment, optimizer }, weights)).toEqual({
    updates: 0,
    slots: Array.from({ length: slots }, () => [new Float32Array(2), new Float32Array(1)]),
  });
});
