// Convolutions and their gradients against sums in double precision: odd sides, sides of 1, one channel and three, strides, every layout,
// and the blocks of both kinds of renderer.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoLeaks } from '../../../testing/no-leaks';
import { randomFloats } from '../../../testing/random-floats';
import { startForTest } from '../../../testing/start-backend';
import { largestDifference } from '../../../testing/steps';
import { FusedTransposedConvolution, runKernel } from '../../training-kernels';
import { forceRenderer } from '../products/block-layers';
import { besideOf, layouts, programsIn, tensorIn, type TestLayout } from '../testing/webgl-test-tensors';

type Shape4D = [number, number, number, number];

interface Case {
  /** `[batch, height, width, channels]` */
  x: Shape4D;
  /** `[height, width, channels, channels out]` */
  filter: Shape4D;
  strides: [number, number];
  pad?: 'same' | 'valid';
}

const cases: Case[] = [
  { x: [1, 1, 1, 1], filter: [1, 1, 1, 1], strides: [1, 1] },
  { x: [3, 9, 9, 1], filter: [3, 3, 1, 6], strides: [2, 2] },
  { x: [2, 7, 7, 3], filter: [3, 3, 3, 5], strides: [2, 2] },
  { x: [2, 4, 10, 4], filter: [3, 3, 4, 9], strides: [2, 2] },
  { x: [2, 5, 4, 2], filter: [3, 3, 2, 3], strides: [1, 1] },
  // a signal, one pixel wide
  { x: [3, 13, 1, 2], filter: [3, 1, 2, 5], strides: [2, 1] },
  { x: [1, 6, 18, 3], filter: [2, 4, 3, 1], strides: [1, 3], pad: 'valid' },
];

beforeAll(() => startForTest('webgl'));
afterAll(() => {
  forceRenderer(null);
});

expectNoLeaks(true);

const sizeOf = (shape: readonly number[]) => shape.reduce((size, side) => size * side, 1);

/** Calls `use` with the places in x, filter and y of every product of a convolution. */
function eachProduct(
  { x: [count, height, width, channels], filter: [rows, columns, , made] }: Case,
  { outHeight, outWidth, strideHeight, strideWidth, padInfo: { top, left } }: tf.backend_util.Conv2DInfo,
  use: (x: number, filter: number, y: number) => void,
): void {
  for (let n = 0; n < count; n++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++)
        for (let ky = 0; ky < rows; ky++)
          for (let kx = 0; kx < columns; kx++) {
            const [fromY, fromX] = [y * strideHeight + ky - top, x * strideWidth + kx - left];
            if (fromY < 0 || fromY >= height || fromX < 0 || fromX >= width) continue;
            for (let c = 0; c < channels; c++)
              for (let m = 0; m < made; m++)
                use(
                  ((n * height + fromY) * width + fromX) * channels + c,
                  ((ky * columns + kx) * channels + c) * made + m,
                  ((n * outHeight + y) * outWidth + x) * made + m,
                );
          }
}

/** A sum of products in double precision: which array is added to, and which two are multiplied. */
function plain(
  made: Case,
  info: tf.backend_util.Conv2DInfo,
  length: number,
  at: 'x' | 'filter' | 'y',
  one: Float32Array,
  other: Float32Array,
) {
  const out = new Float64Array(length);
  eachProduct(made, info, (x, filter, y) => {
    const [to, a, b] = at === 'y' ? [y, x, filter] : at === 'x' ? [x, y, filter] : [filter, x, y];
    out[to] = (out[to] ?? 0) + (one[a] ?? 0) * (other[b] ?? 0);
  });
  return out;
}

/** Compares what a kernel makes of two tensors, in every layout, with a reference. */
function compare(
  reference: ArrayLike<number>,
  sources: readonly (readonly [Float32Array, number[]])[],
  run: (...tensors: tf.Tensor[]) => tf.Tensor,
  tested: readonly TestLayout[] = layouts,
): void {
  for (const layout of tested) {
    const tensors = sources.map(([numbers, shape]) => tensorIn(layout, numbers, shape));
    const made = run(...tensors);
    const beside = besideOf(made);
    expect(largestDifference(made.dataSync(), reference), layout).toBeLessThan(1e-5);
    expect(beside.every((value) => value === 0)).toBe(true);
    tf.dispose([...tensors, made]);
  }
}

const activations = {
  linear: (z: number) => z,
  relu: (z: number) => Math.max(z, 0),
  elu: (z: number) => (z > 0 ? z : Math.exp(z) - 1),
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
};

describe.each(['software', 'card'] as const)('in the blocks for %s', (renderer) => {
  beforeAll(() => {
    forceRenderer(renderer);
  });

  test.each(cases.map((c) => [`${c.x.join()} by ${c.filter.join()}, ${c.strides.join()}`, c] as const))(
    'the convolution of %s and its gradients are sums of products',
    (_, c) => {
      const { strides, pad = 'same' } = c;
      const info = tf.backend_util.computeConv2DInfo(c.x, c.filter, strides, 1, pad);
      const yShape = info.outShape;
      const [x, filter, dy] = [c.x, c.filter, yShape].map((shape, i) => randomFloats(sizeOf(shape), i)) as [Float32Array, Float32Array, Float32Array]; // prettier-ignore
      const place = { strides, pad, dataFormat: 'NHWC' };
      const size = sizeOf(c.x);
      const y = plain(c, info, sizeOf(yShape), 'y', x, filter);
      compare(y, [[x, c.x], [filter, c.filter]], (a, b) =>
        runKernel(tf.Conv2D, { x: a, filter: b }, { ...place, dilations: 1 }),
      ); // prettier-ignore
      compare(plain(c, info, size, 'x', dy, filter), [[dy, yShape], [filter, c.filter]], (a, b) =>
        runKernel(tf.Conv2DBackpropInput, { dy: a, filter: b }, { ...place, inputShape: c.x }),
      ); // prettier-ignore
      compare(plain(c, info, filter.length, 'filter', x, dy), [[x, c.x], [dy, yShape]], (a, b) =>
        runKernel(tf.Conv2DBackpropFilter, { x: a, dy: b }, { ...place, filterShape: c.filter }),
      ); // prettier-ignore
    },
  );

  test.each(Object.entries(activations))('bias and %s are fused', (activation, f) => {
    const c: Case = { x: [2, 5, 6, 3], filter: [3, 3, 3, 5], strides: [2, 2] };
    const info = tf.backend_util.computeConv2DInfo(c.x, c.filter, c.strides, 1, 'same');
    const [x, filter, bias, wideBias] = [sizeOf(c.x), sizeOf(c.filter), 5, 3].map(randomFloats) as [Float32Array, Float32Array, Float32Array, Float32Array]; // prettier-ignore
    const y = plain(c, info, sizeOf(info.outShape), 'y', x, filter).map((z, i) => f(z + (bias[i % 5] ?? 0)));
    const attrs = { strides: c.strides, pad: 'same', activation };
    compare(y, [[x, c.x], [filter, c.filter], [bias, [5]]], (a, b, added) =>
      runKernel(tf.FusedConv2D, { x: a, filter: b, bias: added }, { ...attrs, dataFormat: 'NHWC', dilations: 1 }),
    ); // prettier-ignore
    // up from 3 x 3 to 6 x 6
    const wide: Case = { ...c, x: [2, 6, 6, 3] };
    const narrow = randomFloats(2 * 3 * 3 * 5, 9);
    const up = tf.backend_util.computeConv2DInfo(wide.x, wide.filter, wide.strides, 1, 'same');
    const z = plain(wide, up, sizeOf(wide.x), 'x', narrow, filter).map((sum, i) =>
      f(sum + (wideBias[i % 3] ?? 0)),
    );
    compare(z, [[narrow, up.outShape], [filter, c.filter], [wideBias, [3]]], (a, b, added) =>
      runKernel(FusedTransposedConvolution, { x: a, filter: b, bias: added }, { ...attrs, outShape: wide.x }),
    ); // prettier-ignore
  });

  test('images too large for rows of a texture are correct too', () => {
    // 16 images of 33 x 34 with 66 channels are a square texture, whose rows end within a position
    const c: Case = { x: [16, 33, 34, 66], filter: [1, 1, 66, 1], strides: [1, 1] };
    const info = tf.backend_util.computeConv2DInfo(c.x, c.filter, c.strides, 1, 'same');
    const [x, filter] = [randomFloats(sizeOf(c.x), 1), randomFloats(sizeOf(c.filter), 2)];
    const y = plain(c, info, sizeOf(info.outShape), 'y', x, filter);
    compare(y, [[x, c.x], [filter, c.filter]], (a, b) =>
      runKernel(tf.Conv2D, { x: a, filter: b }, { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 }),
      ['uploaded'],
    ); // prettier-ignore
  });
});

test('a convolution is two programs, with bias and activation', async () => {
  const [x, filter, bias] = [tensorIn('packed', randomFloats(96, 1), [2, 4, 4, 3]), tensorIn('packed', randomFloats(54, 2), [3, 3, 3, 2]), tensorIn('packed', randomFloats(2, 3), [2])]; // prettier-ignore
  const attrs = { strides: [2, 2], pad: 'same', dataFormat: 'NHWC', dilations: 1, activation: 'relu' };
  const programs = await programsIn(() => {
    runKernel(tf.FusedConv2D, { x, filter, bias }, attrs).dispose();
  });
  expect(programs).toBe(2);
  tf.dispose([x, filter, bias]);
});
