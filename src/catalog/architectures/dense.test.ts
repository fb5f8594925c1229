import { describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { dense } from './dense';
import { widthOf, type NetworkPlan } from './plan';

const planOf = (patch: Partial<Experiment> = {}, shape: readonly number[] = [28, 28, 1]) =>
  dense.plan({ ...defaultExperiment, ...patch }, shape);
const widths = ({ boundaries }: NetworkPlan) => boundaries.map(widthOf);
const parameters = ({ layers }: NetworkPlan) =>
  layers.reduce(
    (sum, { kernelShape, outputShape }) => sum + widthOf(kernelShape) + (outputShape.at(-1) ?? 0),
    0,
  );

describe('the reference network', () => {
  test('is 784-256-64-16-64-256-784', () => {
    expect(planOf().boundaries).toEqual([[784], [256], [64], [16], [64], [256], [784]]);
    expect(planOf().codeBoundary).toBe(3);
  });

  test('has six dense layers, and the decoder starts with the fourth', () => {
    expect(planOf().layers.map(({ name, kernelShape }) => [name, ...kernelShape])).toEqual([
      ['hidden-1', 784, 256],
      ['hidden-2', 256, 64],
      ['code', 64, 16],
      ['hidden-4', 16, 64],
      ['hidden-5', 64, 256],
      ['logits', 256, 784],
    ]);
  });
});

describe('a Gaussian code', () => {
  const plan = planOf({ codeKind: 'gaussian', hidden: [400], codeSize: 20 });

  test('has two linear layers at one stage, mean and log-variance, with the same input', () => {
    const code = plan.layers.filter(({ stage }) => stage === plan.codeBoundary);
    expect(code.map(({ name }) => name)).toEqual(['zMean', 'zLogVar']);
    for (const layer of code) {
      expect(layer).toMatchObject({ kind: 'dense', kernelShape: [400, 20], activation: 'linear' });
    }
    expect(widths(plan)).toEqual([784, 400, 20, 400, 784]);
  });

  test('in the published 784-400-20 network gives 652,824 parameters', () => {
    // 784 x 400 + 400, twice 400 x 20 + 20, 20 x 400 + 400, 400 x 784 + 784
    expect(parameters(plan)).toBe(652_824);
  });

  test('stays linear whatever the code activation', () => {
    const { layers } = planOf({ codeKind: 'gaussian', codeActivation: 'sigmoid' });
    expect(layers.filter(({ name }) => name.startsWith('z')).map(({ activation }) => activation)).toEqual([
      'linear',
      'linear',
    ]);
  });
});

test.each([
  [[28, 28, 1], 784],
  [[12, 1], 12],
  [[4, 5, 3], 60],
  [[7], 7],
] as const)('a sample of shape %o is an input of %i numbers', (shape, width) => {
  expect(widths(planOf({ hidden: [8], codeSize: 2 }, shape))).toEqual([width, 8, 2, 8, width]);
});
