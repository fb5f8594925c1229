// Properties that hold for the plan of every architecture.
import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import {
  architectureIds,
  defaultExperiment,
  type Experiment,
  type ExperimentPatch,
} from '../../core/experiment/experiment';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { widthOf, type LayerPlan } from './plan';
import { networkPlan } from './registry';

const shapes: SampleShape[] = [
  [28, 28, 1],
  [27, 15, 3],
  [4, 5, 3],
  [12, 1],
  [140, 2],
  [2, 9, 1],
  [1, 1, 1],
];
const patches: ExperimentPatch[] = [
  {},
  { codeKind: 'gaussian', codeSize: 2 },
  { hidden: [8], convLayers: 1, filters: 4, activation: 'tanh' },
  { hidden: [9, 8, 7, 6, 5], convLayers: 3, filters: 5, codeSize: 1, codeActivation: 'sigmoid' },
  { convLayers: 3, filters: 64, outputActivation: 'linear' },
];
const cases = architectureIds.flatMap((architecture) =>
  shapes.flatMap((shape) =>
    patches.map((patch) => {
      const experiment: Experiment = { ...defaultExperiment, architecture, ...patch };
      return { experiment, shape, plan: networkPlan(experiment, shape) };
    }),
  ),
);

/** The size of a convolution's output grid in tfjs, with padding `same`. */
function convolve({ kind, inputShape, outputShape, kernelShape, strides }: LayerPlan): number[] {
  const wide = kind === 'convolution' ? inputShape : outputShape;
  return backend_util
    .computeConv2DInfo(
      [1, ...wide] as [number, number, number, number],
      kernelShape as [number, number, number, number],
      strides as [number, number],
      1,
      'same',
    )
    .outShape.slice(1);
}

describe('a plan', () => {
  test('starts and ends with the size of the sample, and mirrors at the code', () => {
    for (const { shape, plan } of cases) {
      const { boundaries, codeBoundary } = plan;
      expect(widthOf(boundaries[0] ?? [])).toBe(sampleSize(shape));
      expect(boundaries.toReversed()).toEqual(boundaries);
      expect(boundaries).toHaveLength(2 * codeBoundary + 1);
    }
  });

  test('has a code of the chosen size at its code boundary', () => {
    for (const { experiment, plan } of cases) {
      expect(plan.boundaries[plan.codeBoundary]).toEqual([experiment.codeSize]);
    }
  });

  test('is a chain: each layer turns the boundary before its stage into the boundary of its stage', () => {
    for (const { plan } of cases) {
      for (const { stage, inputShape, outputShape } of plan.layers) {
        expect(inputShape).toEqual(plan.boundaries[stage - 1]);
        expect(outputShape).toEqual(plan.boundaries[stage]);
      }
    }
  });

  test('has one layer for each stage, encoder first, and two for a Gaussian code', () => {
    for (const { experiment, plan } of cases) {
      const stages = Array.from({ length: plan.boundaries.length - 1 }, (_, index) => index + 1);
      const twice = experiment.codeKind === 'gaussian' ? [plan.codeBoundary] : [];
      expect(plan.layers.map(({ stage }) => stage)).toEqual([...stages, ...twice].sort((a, b) => a - b));
    }
  });

  test('has boundaries of positive whole sides', () => {
    for (const { plan } of cases) {
      for (const side of plan.boundaries.flat()) expect(Number.isInteger(side) && side >= 1).toBe(true);
    }
  });

  test('has unique layer names', () => {
    for (const { plan } of cases) {
      const names = plan.layers.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('uses the chosen activations for hidden units, code units and pixels', () => {
    for (const { experiment, plan } of cases) {
      for (const { stage, activation } of plan.layers) {
        const { codeActivation, outputActivation } = experiment;
        const expected =
          stage === plan.codeBoundary
            ? codeActivation
            : stage === plan.boundaries.length - 1
              ? outputActivation
              : experiment.activation;
        expect(activation).toBe(expected);
      }
    }
  });

  test('has dense kernels as wide as their boundaries', () => {
    for (const { plan } of cases) {
      for (const { kind, kernelShape, inputShape, outputShape } of plan.layers) {
        if (kind === 'dense') expect(kernelShape).toEqual([widthOf(inputShape), widthOf(outputShape)]);
      }
    }
  });

  test('has convolutions whose kernels and strides give each next boundary, as tfjs computes it', () => {
    const grids = cases.flatMap(({ plan }) => plan.layers).filter(({ kind }) => kind !== 'dense');
    expect(grids.length).toBeGreaterThan(0);
    for (const layer of grids) {
      const deep = layer.kind === 'convolution' ? layer.outputShape : layer.inputShape;
      expect(convolve(layer)).toEqual(deep);
    }
  });
});
