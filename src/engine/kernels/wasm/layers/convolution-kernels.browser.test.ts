// The convolutions and their gradients against tfjs's plain loops (its cpu backend), on many shapes.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestDifference } from '../../../testing/steps';
import { randomFloats } from '../../../testing/random-floats';
import { FusedTransposedConvolution, runKernel } from '../../training-kernels';
import { uninstallWasmKernels } from '../install';
import { testedProducts, useKernels } from '../testing/wasm-test-backend';

type Shape4D = [number, number, number, number];

interface Case {
  /** `[batch, height, width, channels]` */
  x: Shape4D;
  /** `[height, width, channels, channels out]` */
  filter: Shape4D;
  strides: number | [number, number];
  pad: 'same' | 'valid' | number | [[0, 0], [number, number], [number, number], [0, 0]];
  dilations?: number | [number, number];
}

/** Odd sides, sides of 1, channels around four lanes and the tiles (6 x 8, 6 x 16), image groups with a remainder. */
const cases: Case[] = [
  { x: [1, 1, 1, 1], filter: [1, 1, 1, 1], strides: 1, pad: 'same' },
  { x: [2, 1, 1, 5], filter: [3, 3, 5, 2], strides: 2, pad: 'same' },
  { x: [1, 3, 3, 1], filter: [3, 3, 1, 1], strides: 1, pad: 'valid' },
  { x: [3, 28, 28, 1], filter: [3, 3, 1, 16], strides: 2, pad: 'same' },
  { x: [7, 10, 10, 16], filter: [3, 3, 16, 20], strides: 2, pad: 'same' },
  { x: [13, 7, 7, 9], filter: [3, 3, 9, 17], strides: 1, pad: 'same' },
  { x: [2, 5, 9, 33], filter: [3, 3, 33, 1], strides: 1, pad: 'same' },
  { x: [5, 9, 5, 2], filter: [5, 3, 2, 33], strides: 2, pad: 'valid' },
  { x: [4, 8, 8, 6], filter: [4, 4, 6, 7], strides: 2, pad: 'same' },
  { x: [1, 17, 1, 3], filter: [5, 1, 3, 8], strides: 1, pad: 'same' },
  { x: [2, 30, 31, 4], filter: [2, 5, 4, 4], strides: [1, 3], pad: 'valid' },
  { x: [1, 6, 7, 3], filter: [1, 1, 3, 20], strides: 2, pad: 'valid' },
  { x: [50, 2, 2, 3], filter: [2, 2, 3, 5], strides: 1, pad: 'valid' },
  { x: [300, 1, 1, 2], filter: [1, 1, 2, 3], strides: 1, pad: 'valid' },
  { x: [2, 9, 9, 3], filter: [3, 3, 3, 4], strides: 1, pad: 2 },
  { x: [2, 6, 7, 3], filter: [3, 3, 3, 4], strides: 2, pad: [[0, 0], [0, 2], [1, 3], [0, 0]] }, // prettier-ignore
  // Few channels, whose input gradient is summed pixel by pixel: odd sides, strides and paddings, signals, wide filters.
  { x: [2, 13, 29, 3], filter: [3, 3, 3, 8], strides: 2, pad: 'same' },
  { x: [2, 9, 31, 2], filter: [5, 5, 2, 20], strides: 2, pad: 'same' },
  { x: [3, 7, 26, 1], filter: [4, 4, 1, 4], strides: 1, pad: 'same' },
  { x: [1, 6, 17, 4], filter: [2, 3, 4, 12], strides: [3, 2], pad: [[0, 0], [0, 2], [1, 3], [0, 0]] }, // prettier-ignore
  { x: [4, 41, 1, 1], filter: [3, 1, 1, 16], strides: [2, 1], pad: 'same' },
  { x: [3, 38, 1, 3], filter: [5, 1, 3, 8], strides: [2, 1], pad: 'valid' },
  { x: [2, 8, 1, 2], filter: [3, 1, 2, 4], strides: 1, pad: [[0, 0], [1, 2], [1, 0], [0, 0]] }, // prettier-ignore
  // The same with pixels that need no frame, more positions than a block holds, and dy that is all border or reaches further than x.
  { x: [2, 28, 28, 3], filter: [3, 3, 3, 16], strides: 2, pad: 'same' },
  { x: [2, 6, 32, 1], filter: [2, 2, 1, 8], strides: 2, pad: 'valid' },
  { x: [3, 64, 1, 5], filter: [3, 1, 5, 4], strides: [2, 1], pad: 'same' },
  { x: [2, 2, 3, 2], filter: [5, 5, 2, 4], strides: 2, pad: 'same' },
  { x: [2, 5, 5, 2], filter: [3, 3, 2, 8], strides: 1, pad: 2 },
  // Signals of three taps, read in place: whole tiles, more positions than are visited together, ends that some or all taps reach over.
  { x: [5, 64, 1, 1], filter: [3, 1, 1, 16], strides: [2, 1], pad: 'same' },
  { x: [3, 40, 1, 3], filter: [3, 1, 3, 8], strides: [2, 1], pad: 'same' },
  { x: [2, 301, 1, 1], filter: [3, 1, 1, 24], strides: 1, pad: 'same' },
  { x: [17, 33, 1, 1], filter: [3, 1, 1, 8], strides: [3, 1], pad: 'valid' },
  { x: [3, 2, 1, 1], filter: [3, 1, 1, 8], strides: 1, pad: 'same' },
  { x: [2, 9, 1, 1], filter: [3, 1, 1, 8], strides: 1, pad: [[0, 0], [4, 5], [0, 0], [0, 0]] }, // prettier-ignore
  // More positions than a block holds, deeper than it is high, wider than it is deep.
  { x: [2, 19, 21, 40], filter: [3, 3, 40, 6], strides: 1, pad: 'same' },
  { x: [1, 5, 5, 700], filter: [3, 3, 700, 3], strides: 1, pad: 'same' },
  { x: [1, 20, 20, 3], filter: [1, 1, 3, 170], strides: 1, pad: 'same' },
];

const dilated: Case[] = [
  { x: [2, 9, 8, 3], filter: [3, 3, 3, 5], strides: 1, pad: 'same', dilations: 2 },
  { x: [1, 11, 12, 2], filter: [3, 2, 2, 9], strides: 1, pad: 'valid', dilations: [2, 3] },
];

/** As many random cases, the same each time: batches of 1 to 5, sides of 1 to 15, 1 to 33 channels. */
const randomCases: Case[] = Array.from({ length: 40 }, (_, i) => {
  const numbers = randomFloats(9, 100 + i);
  const pick = (at: number, from: number, to: number) =>
    from + Math.floor((((numbers[at] ?? 0) + 1) / 2) * (to - from + 1));
  const filterHeight = pick(0, 1, 4);
  const filterWidth = pick(1, 1, 4);
  const channels = pick(2, 1, 33);
  return {
    x: [pick(3, 1, 5), pick(4, filterHeight, 15), pick(5, filterWidth, 15), channels],
    filter: [filterHeight, filterWidth, channels, pick(6, 1, 33)],
    strides: pick(7, 1, 2),
    pad: pick(8, 0, 1) === 0 ? 'same' : 'valid',
  };
});

const size = tf.util.sizeFromShape;
const named = (list: Case[]) =>
  list.map((c) => {
    const name = `[${c.x.join()}] with [${c.filter.join()}], strides ${c.strides.toString()}, ${c.pad.toString()}`;
    return [c.dilations ? `${name}, dilations ${c.dilations.toString()}` : name, c] as const;
  });

/** Cached results of the slow cpu backend, which are the same for every variant. */
const references = new Map<string, Float32Array>();

/**
 * Expects the same from both backends, up to the rounding of sums of `terms` terms of magnitude up to 1.
 * @param compute creates its own tensors, on the current backend
 */
async function expectSame(name: string, terms: number, compute: () => tf.Tensor): Promise<void> {
  const run = () => tf.tidy(() => Float32Array.from(compute().dataSync()));
  const actual = run();
  let expected = references.get(name);
  if (!expected) {
    await tf.setBackend('cpu');
    expected = run();
    references.set(name, expected);
    await tf.setBackend('wasm');
  }
  expect(actual.length).toBe(expected.length);
  const tolerance = 2 ** -22 * (terms + 4);
  const outside = actual.filter((value, i) => !(Math.abs(value - (expected[i] ?? NaN)) <= tolerance));
  expect([...outside]).toEqual([]);
}

const random = (seed: number, shape: Shape4D) => tf.tensor4d(randomFloats(size(shape), seed), shape);

const kernels = await testedProducts();

describe.each(kernels)('the convolution with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  test.each(named([...cases, ...dilated, ...randomCases]))('of %s equals that of tfjs', async (name, c) => {
    await expectSame(`forward ${name}`, size(c.filter.slice(0, 3)), () =>
      tf.conv2d(random(1, c.x), random(2, c.filter), c.strides, c.pad, 'NHWC', c.dilations ?? 1),
    );
  });

  test.each(named([...cases, ...randomCases]))('of %s has the gradients of tfjs', async (name, c) => {
    const y = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, c.strides, c.pad);
    const { outShape } = tf.backend_util.computeConv2DInfo(c.x, c.filter, c.strides, 1, c.pad);
    const gradient = (which: 0 | 1) => () =>
      tf.grads(y)([random(3, c.x), random(4, c.filter)], random(5, outShape))[which] as tf.Tensor;
    await expectSame(`dx ${name}`, c.filter[0] * c.filter[1] * c.filter[3], gradient(0));
    await expectSame(`dFilter ${name}`, size(outShape.slice(0, 3)), gradient(1));
  });

  test.each(named(cases.filter(({ pad }) => pad === 'same')))(
    'transposed, as the gradient of %s, equals that of tfjs',
    async (name, c) => {
      const [strideY, strideX] = [c.strides, c.strides].flat() as [number, number];
      const [batch, height, width] = c.x;
      const xShape: Shape4D = [batch, height, width, c.filter[3]];
      const outShape: Shape4D = [batch, height * strideY, width * strideX, c.filter[2]];
      const y = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.conv2dTranspose(x as tf.Tensor4D, filter as tf.Tensor4D, outShape, c.strides, 'same');
      const gradient = (which: 0 | 1) => () =>
        tf.grads(y)([random(6, xShape), random(7, c.filter)], random(8, outShape))[which] as tf.Tensor;
      await expectSame(`up ${name}`, c.filter[0] * c.filter[1] * c.filter[3], () =>
        y(random(6, xShape), random(7, c.filter)),
      );
      await expectSame(`up dx ${name}`, size(c.filter.slice(0, 3)), gradient(0));
      await expectSame(`up dFilter ${name}`, size(xShape.slice(0, 3)), gradient(1));
    },
  );

  test.each([
    [3, 1],
    [3, 3],
    [3, 4],
    [8, 2],
    [4, 3],
    [8, 5],
    [3, 6],
    [3, 16],
    [8, 1],
    [20, 3],
  ])(
    'transposed from %i to %i channels with fused bias and activation equals the separate ops',
    (deep, channels) => {
      expectFused([5, 7, 6, deep], [3, 3, channels, deep]);
    },
  );

  test.each([1, 3])('transposed to signals of %i channels likewise', (channels) => {
    expectFused([3, 12, 1, 8], [3, 1, channels, 8]);
  });

  test.each(['linear', 'relu', 'sigmoid'] as const)(
    'of signals with fused bias and %s likewise',
    (activation) => {
      tf.tidy(() => {
        const x = random(1, [5, 40, 1, 1]);
        const filter = random(2, [3, 1, 1, 16]);
        const bias = tf.tensor1d(randomFloats(16, 3));
        const sums = tf.add(tf.conv2d(x, filter, [2, 1], 'same'), bias);
        const expected = { linear: sums, relu: tf.relu(sums), sigmoid: tf.sigmoid(sums) }[activation];
        const made = tf.fused.conv2d({ x, filter, strides: [2, 1], pad: 'same', bias, activation });
        expect(largestDifference(made.dataSync(), expected.dataSync())).toBeLessThan(1e-6);
      });
    },
  );
});

/** Compares transposed convolutions of stride 2 along each side longer than 1, fused and in separate ops. */
function expectFused(xShape: Shape4D, filterShape: Shape4D): void {
  tf.tidy(() => {
    const x = random(1, xShape);
    const filter = random(2, filterShape);
    const [batch, height, width] = xShape;
    const channels = filterShape[2];
    const strides: [number, number] = [2, width > 1 ? 2 : 1];
    const bias = tf.tensor1d(randomFloats(channels, 3));
    const outShape: Shape4D = [batch, height * 2, width * strides[1], channels];
    const sums = tf.add(tf.conv2dTranspose(x, filter, outShape, strides, 'same'), bias);
    const taken = { linear: sums, relu: tf.relu(sums), sigmoid: tf.sigmoid(sums), elu: tf.elu(sums) };
    for (const [activation, expected] of Object.entries(taken)) {
      const attrs = { strides, pad: 'same', outShape, activation };
      const made = runKernel(FusedTransposedConvolution, { x, filter, bias }, attrs);
      expect(made.shape).toEqual(outShape);
      expect(largestDifference(made.dataSync(), expected.dataSync())).toBeLessThan(1e-6);
    }
  });
}
