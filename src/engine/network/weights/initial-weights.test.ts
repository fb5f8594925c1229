import { describe, expect, test } from 'vitest';
import { denseLayer, type LayerPlan } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import {
  architectureIds,
  codeKindIds,
  defaultExperiment,
  type ActivationId,
} from '../../../core/experiment/experiment';
import { sampleSize } from '../../../core/samples/samples';
import { biasSize, initialCheckpoint, initialKernel, zeroOptimizer } from './initial-weights';
import { tinyExperiment } from '../../testing/tiny/tiny';

const dense = (inputs: number, outputs: number, activation: ActivationId) =>
  denseLayer('layer', 1, [inputs], [outputs], activation);

/** A 3 x 3 convolution of stride 2 between 40 feature maps on the wide side and 60 on the deep side. */
const grid = (kind: 'convolution' | 'transposed', activation: ActivationId): LayerPlan => ({
  name: 'layer',
  kind,
  stage: 1,
  inputShape: [],
  outputShape: [],
  kernelShape: [3, 3, 40, 60],
  strides: [2, 2],
  activation,
});

describe('a kernel', () => {
  /** Expects the paper's variance, within sampling error. */
  function expectVariance(kernel: Float32Array, expected: number): void {
    const variance = kernel.reduce((sum, w) => sum + w * w, 0) / kernel.length;
    expect(variance / expected).toBeGreaterThan(0.96);
    expect(variance / expected).toBeLessThan(1.04);
    const mean = kernel.reduce((a, b) => a + b, 0) / kernel.length;
    expect(Math.abs(mean)).toBeLessThan(0.03 * Math.sqrt(expected));
  }

  test.each([
    ['relu', 2 / 400],
    ['elu', 2 / 400],
    ['tanh', 2 / 500],
    ['sigmoid', 2 / 500],
    ['linear', 2 / 500],
  ] as const)('before %s has variance %f, as in its paper', (activation, expected) => {
    const kernel = initialKernel(dense(400, 100, activation), 1, 0);
    expect(kernel).toHaveLength(40_000);
    expectVariance(kernel, expected);
  });

  // One output of a convolution depends on 9 positions of 40 maps; one input feeds 9 / 4 positions of 60 maps. A transposed
  // convolution is the reverse.
  test.each([
    ['convolution', 'relu', 2 / 360],
    ['convolution', 'linear', 2 / (360 + 135)],
    ['transposed', 'relu', 2 / 135],
    ['transposed', 'linear', 2 / (360 + 135)],
  ] as const)('of a %s before %s has variance %f, by its connections', (kind, activation, expected) => {
    const kernel = initialKernel(grid(kind, activation), 1, 0);
    expect(kernel).toHaveLength(9 * 40 * 60);
    expectVariance(kernel, expected);
  });

  test('repeats for the same seed and layer, and differs otherwise', () => {
    const layer = dense(5, 4, 'relu');
    const kernel = initialKernel(layer, 1, 0);
    expect(initialKernel(layer, 1, 0)).toEqual(kernel);
    expect(initialKernel(layer, 2, 0)).not.toEqual(kernel);
    expect(initialKernel(layer, 1, 1)).not.toEqual(kernel);
  });
});

describe('the checkpoint of step 0', () => {
  test('has a kernel and a bias per layer, encoder first', () => {
    const checkpoint = initialCheckpoint(tinyExperiment({ hidden: [6, 5] }), [4, 4, 1]);
    expect(checkpoint.weights.map(({ length }) => length)).toEqual([
      ...[16 * 6, 6, 6 * 5, 5, 5 * 2, 2],
      ...[2 * 5, 5, 5 * 6, 6, 6 * 16, 16],
    ]);
  });

  test('has convolution kernels with one bias per feature map', () => {
    const experiment = tinyExperiment({ architecture: 'convolutional', convLayers: 2, filters: 4 });
    const checkpoint = initialCheckpoint(experiment, [8, 6, 1]);
    expect(checkpoint.weights.map(({ length }) => length)).toEqual([
      ...[9 * 1 * 4, 4, 9 * 4 * 8, 8, 2 * 2 * 8 * 2, 2],
      ...[2 * 2 * 2 * 8, 32, 9 * 4 * 8, 4, 9 * 1 * 4, 1],
    ]);
  });

  test('has the mean and then the log-variance of a Gaussian code, with different weights', () => {
    const { weights } = initialCheckpoint(tinyExperiment({ codeKind: 'gaussian', codeSize: 3 }), [4, 4, 1]);
    expect(weights.map(({ length }) => length)).toEqual([
      16 * 8,
      8,
      8 * 3,
      3,
      8 * 3,
      3,
      3 * 8,
      8,
      8 * 16,
      16,
    ]);
    expect(weights[2]).not.toEqual(weights[4]);
  });

  test.each(
    architectureIds.flatMap((architecture) => codeKindIds.map((kind) => [architecture, kind] as const)),
  )(
    'of a %s network with a %s code is at step 0, with zero biases and nonzero kernels',
    (architecture, codeKind) => {
      const experiment = tinyExperiment({ architecture, codeKind, filters: 4 });
      const checkpoint = initialCheckpoint(experiment, [7, 7, 1]);
      expect(checkpoint).toMatchObject({ step: 0, samplesPassed: 0, optimizer: { updates: 0 } });
      const { layers } = networkPlan(experiment, [7, 7, 1]);
      expect(checkpoint.weights).toHaveLength(2 * layers.length);
      layers.forEach((layer, index) => {
        const [kernel, bias] = checkpoint.weights.slice(2 * index);
        expect(kernel).toHaveLength(sampleSize(layer.kernelShape));
        expect(kernel?.every((value) => value !== 0)).toBe(true);
        expect(bias).toEqual(new Float32Array(biasSize(layer)));
      });
    },
  );
});

test.each([
  ['adam', 2],
  ['rmsprop', 1],
  ['sgd', 1],
] as const)('%s starts with %i zero running averages per weight', (optimizer, slots) => {
  const weights = [new Float32Array([1, 2]), new Float32Array([3])];
  expect(zeroOptimizer({ ...defaultExperiment, optimizer }, weights)).toEqual({
    updates: 0,
    slots: Array.from({ length: slots }, () => [new Float32Array(2), new Float32Array(1)]),
  });
});

test('a Gaussian code with an unbounded output starts near the middle of the range, whatever the code', () => {
  const experiment = { ...defaultExperiment, codeKind: 'gaussian', outputActivation: 'linear' } as const;
  const [kernel, bias] = initialCheckpoint(experiment, [128, 1]).weights.slice(-2);
  const [wild] = initialCheckpoint({ ...experiment, codeKind: 'deterministic' }, [128, 1]).weights.slice(-2);
  expect(new Set(bias)).toEqual(new Set([0.5]));
  const size = (weights: Float32Array) => Math.hypot(...weights);
  expect(size(kernel!) / size(wild!)).toBeLessThan(0.1);
});
