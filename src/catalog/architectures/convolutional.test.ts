import { describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { convolutional } from './convolutional';

const planOf = (patch: Partial<Experiment>, shape: readonly number[] = [28, 28, 1]) =>
  convolutional.plan({ ...defaultExperiment, ...patch }, shape);
const kernels = (patch: Partial<Experiment>, shape?: readonly number[]) =>
  planOf(patch, shape).layers.map(({ name, kernelShape }) => [name, ...kernelShape]);

describe('three convolutions of 28 x 28 pixels', () => {
  const three = { convLayers: 3, filters: 16, codeSize: 10 };

  test('halve the sides to 14, 7 and 4 and double the maps from 16 to 64; the decoder mirrors them', () => {
    expect(planOf(three).boundaries).toEqual([
      [28, 28, 1],
      [14, 14, 16],
      [7, 7, 32],
      [4, 4, 64],
      [10],
      [4, 4, 64],
      [7, 7, 32],
      [14, 14, 16],
      [28, 28, 1],
    ]);
    expect(planOf(three).codeBoundary).toBe(4);
  });

  test('have 3 x 3 kernels, transposed in the decoder, and dense layers next to the code', () => {
    expect(kernels(three)).toEqual([
      ['convolution-1', 3, 3, 1, 16],
      ['convolution-2', 3, 3, 16, 32],
      ['convolution-3', 3, 3, 32, 64],
      ['code', 1024, 10],
      ['unfold', 10, 1024],
      ['transposed-1', 3, 3, 32, 64],
      ['transposed-2', 3, 3, 16, 32],
      ['logits', 3, 3, 1, 16],
    ]);
  });

  test('have stride 2 both down and up', () => {
    const grids = planOf(three).layers.filter(({ kind }) => kind !== 'dense');
    expect(grids.map(({ strides }) => strides)).toEqual(Array.from({ length: 6 }, () => [2, 2]));
  });

  test('are convolutions in the encoder and transposed in the decoder', () => {
    expect(planOf(three).layers.map(({ kind }) => kind)).toEqual([
      ...['convolution', 'convolution', 'convolution'],
      ...['dense', 'dense'],
      ...['transposed', 'transposed', 'transposed'],
    ]);
  });
});

test('a single convolution has a single transposed one, which outputs the pixels', () => {
  expect(kernels({ convLayers: 1, filters: 8, codeSize: 4 })).toEqual([
    ['convolution-1', 3, 3, 1, 8],
    ['code', 14 * 14 * 8, 4],
    ['unfold', 4, 14 * 14 * 8],
    ['logits', 3, 3, 1, 8],
  ]);
});

test('a Gaussian code has its mean and its log-variance at one stage, both from the last maps', () => {
  const { layers, codeBoundary } = planOf({ codeKind: 'gaussian', codeSize: 5, convLayers: 2 });
  expect(layers.filter(({ stage }) => stage === codeBoundary)).toMatchObject([
    { name: 'zMean', kernelShape: [7 * 7 * 32, 5], activation: 'linear' },
    { name: 'zLogVar', kernelShape: [7 * 7 * 32, 5], activation: 'linear' },
  ]);
});

test('odd sides are rounded up and restored', () => {
  const { boundaries } = planOf({ convLayers: 2, filters: 4, codeSize: 3 }, [27, 15, 3]);
  expect(boundaries).toEqual([[27, 15, 3], [14, 8, 4], [7, 4, 8], [3], [7, 4, 8], [14, 8, 4], [27, 15, 3]]);
});

describe('a signal', () => {
  test('is an image one pixel wide, halved in length only', () => {
    expect(planOf({ convLayers: 2, filters: 4, codeSize: 2 }, [12, 1]).boundaries).toEqual([
      [12, 1, 1],
      [6, 1, 4],
      [3, 1, 8],
      [2],
      [3, 1, 8],
      [6, 1, 4],
      [12, 1, 1],
    ]);
  });

  test('is filtered by kernels one pixel wide, strided along its length only', () => {
    const grids = planOf({ convLayers: 2, filters: 4 }, [12, 2]).layers.filter(
      ({ kind }) => kind !== 'dense',
    );
    expect(grids.map(({ kernelShape, strides }) => [kernelShape, strides])).toEqual([
      [
        [3, 1, 2, 4],
        [2, 1],
      ],
      [
        [3, 1, 4, 8],
        [2, 1],
      ],
      [
        [3, 1, 4, 8],
        [2, 1],
      ],
      [
        [3, 1, 2, 4],
        [2, 1],
      ],
    ]);
  });
});

test('an image smaller than the kernel gets a kernel of its own size, and never shrinks below one pixel', () => {
  const { boundaries, layers } = planOf({ convLayers: 3, filters: 4, codeSize: 2 }, [4, 5, 3]);
  expect(boundaries.slice(0, 5)).toEqual([[4, 5, 3], [2, 3, 4], [1, 2, 8], [1, 1, 16], [2]]);
  const down = layers.filter(({ kind }) => kind === 'convolution');
  expect(down.map(({ kernelShape, strides }) => [kernelShape, strides])).toEqual([
    [
      [3, 3, 3, 4],
      [2, 2],
    ],
    [
      [2, 3, 4, 8],
      [2, 2],
    ],
    [
      [1, 2, 8, 16],
      [1, 2],
    ],
  ]);
});
