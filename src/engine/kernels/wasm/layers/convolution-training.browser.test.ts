// What training needs of the convolutions: fused activations, weights that change in place, gradients confirmed by finite
// differences, tfjs's own layers, and no leak.
import { randomFloats } from '../../../testing/random-floats';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uninstallWasmKernels } from '../install';
import { runKernelForList, UpdateWeights, type UpdateWeightsAttrs } from '../../training-kernels';
import { testedProducts, useKernels } from '../testing/wasm-test-backend';

type Shape4D = [number, number, number, number];

const random = (seed: number, shape: Shape4D) =>
  tf.tensor4d(randomFloats(tf.util.sizeFromShape(shape), seed), shape);

/** tf.conv2d for `tf.grads`, which knows only tensors of any rank. */
const convolve = (strides: number) => (x: tf.Tensor, filter: tf.Tensor) =>
  tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, 'same');

/** The weights of a small convolutional autoencoder of tfjs layers after ten steps of tfjs's Adam. */
function trainLayers(): Float32Array[] {
  const weights = (seed: number) => ({
    kernelInitializer: initializers.varianceScaling({
      mode: 'fanAvg',
      distribution: 'uniform',
      scale: 1,
      seed,
    }),
    kernelSize: 3,
    strides: 2,
    padding: 'same' as const,
  });
  const model = sequential({
    layers: [
      layers.conv2d({ ...weights(1), filters: 4, activation: 'relu', inputShape: [8, 8, 1] }),
      layers.conv2d({ ...weights(2), filters: 6, activation: 'elu' }),
      layers.conv2dTranspose({ ...weights(3), filters: 4, activation: 'tanh' }),
      layers.conv2dTranspose({ ...weights(4), filters: 1, activation: 'sigmoid' }),
    ],
  });
  const variables = model.trainableWeights.map((weight): unknown => weight.read()) as tf.Variable[];
  const images = tf.tensor4d(randomFloats(5 * 64, 40).map(Math.abs), [5, 8, 8, 1]);
  const loss = () => tf.mean<tf.Scalar>(tf.square(tf.sub(model.apply(images) as tf.Tensor, images)));
  const optimizer = tf.train.adam(0.01);
  for (let step = 0; step < 10; step++) optimizer.minimize(loss, false, variables);
  const trained = variables.map((variable) => Float32Array.from(variable.dataSync()));
  images.dispose();
  optimizer.dispose();
  model.dispose();
  return trained;
}

const kernels = await testedProducts();

describe.each(kernels)('the convolution with %s kernels', (tested) => {
  beforeAll(() => useKernels(tested));
  afterAll(uninstallWasmKernels);

  test.each(['linear', 'relu', 'elu', 'sigmoid', 'tanh'] as const)('fuses the bias and %s', (activation) => {
    const difference = tf.tidy(() => {
      const x = random(9, [3, 7, 6, 4]);
      const filter = random(10, [3, 3, 4, 19]);
      const bias = tf.tensor1d(randomFloats(19, 11));
      const sum = tf.add(tf.conv2d(x, filter, 2, 'same'), bias);
      const separate = activation === 'linear' ? sum : tf[activation](sum);
      // tfjs's own list of activations for the fused operation has no tanh; the kernel has.
      const attrs = { strides: 2, pad: 'same', dataFormat: 'NHWC', dilations: 1, activation };
      const fused = tf.engine().runKernel<tf.Tensor>('FusedConv2D', { x, filter, bias }, attrs);
      return tf.max(tf.abs(tf.sub(fused, separate))).dataSync()[0];
    });
    // a few units in the last place of sums of this size
    expect(difference).toBeLessThan(4e-6);
  });

  test('refuses an unsupported activation, a bias of another size, and channels first', () => {
    tf.tidy(() => {
      const filter = random(12, [3, 3, 2, 3]);
      const convolution = { x: random(13, [1, 4, 4, 2]), filter, strides: 1, pad: 'same' } as const;
      expect(() => tf.fused.conv2d({ ...convolution, activation: 'relu6' })).toThrow('no activation relu6');
      expect(() => tf.fused.conv2d({ ...convolution, bias: tf.ones([1]) })).toThrow('FusedConv2D, bias');
      const channelsFirst = random(14, [1, 2, 4, 4]);
      expect(() => tf.conv2d(channelsFirst, filter, 1, 'same', 'NCHW')).toThrow('channelsFirst');
    });
  });

  const weightUsers = {
    Conv2D: (filter: tf.Tensor4D) => tf.conv2d(random(15, [2, 6, 6, 3]), filter, 1, 'same'),
    FusedConv2D: (filter: tf.Tensor4D, bias: tf.Tensor) =>
      tf.fused.conv2d({ x: random(15, [2, 6, 6, 3]), filter, bias, strides: 1, pad: 'same' }),
    Conv2DBackpropInput: (filter: tf.Tensor4D) =>
      tf.conv2dTranspose(random(16, [2, 6, 6, 5]), filter, [2, 6, 6, 3], 1, 'same'),
  };
  test.each(['Conv2D', 'FusedConv2D', 'Conv2DBackpropInput'] as const)(
    '%s uses the current values of weights that changed in place',
    (kernel) => {
      const filter = random(17, [3, 3, 3, 5]);
      const bias = tf.tensor1d(randomFloats(5, 18));
      const run = () => tf.tidy(() => weightUsers[kernel](filter, bias).dataSync().slice());
      expect(run().every((value) => value !== 0)).toBe(true);
      // Subtracts every weight from itself.
      const weights = [filter, bias].map((param) => ({
        param,
        gradient: tf.tensor(param.dataSync().slice(), param.shape),
        slots: [tf.zeros(param.shape)],
        keep: 1,
      }));
      const attrs: UpdateWeightsAttrs = {
        optimizer: 'sgd',
        rates: { learningRate: 1, momentum: 0 },
        weights,
        gradientClip: 0,
      };
      runKernelForList(UpdateWeights, {}, attrs);
      tf.dispose(weights.map(({ gradient, slots }) => [gradient, slots]));
      expect(run().every((value) => value === 0)).toBe(true);
      tf.dispose([filter, bias]);
    },
  );

  const differentiated = [
    { what: 'the image', which: 0 },
    { what: 'the filter', which: 1 },
    { what: 'the filter of the transposed convolution', which: 2 },
  ];
  const sizes = [1, 2, 3].flatMap((channels) => [4, 5].map((deep) => ({ channels, deep })));
  test.each(differentiated.flatMap((by) => sizes.map((size) => ({ ...by, ...size }))))(
    'from $channels to $deep channels has a gradient by $what that matches finite differences',
    ({ which, channels, deep }) => {
      tf.tidy(() => {
        const inputs = [
          random(20, [2, 6, 5, channels]),
          random(21, [3, 3, channels, deep]),
          random(22, [3, 3, channels, deep]),
        ];
        // Down, and up again; smooth, so that differences mean something.
        const f = (...[x, down, up]: tf.Tensor[]) => {
          const code = tf.tanh(convolve(2)(x as tf.Tensor, down as tf.Tensor));
          return tf.mean(
            tf.square(tf.conv2dTranspose(code, up as tf.Tensor4D, [2, 6, 6, channels], 2, 'same')),
          );
        };
        const gradient = tf.grads(f)(inputs)[which] as tf.Tensor;
        const direction = tf.tensor(randomFloats(gradient.size, 23), gradient.shape);
        const along = (distance: number) => {
          const moved = inputs.map((input, i) =>
            i === which ? tf.add(input, tf.mul(direction, distance)) : input,
          );
          return f(...moved).dataSync()[0] ?? NaN;
        };
        const step = 0.01;
        const slope = (along(step) - along(-step)) / (2 * step);
        const expected = tf.sum(tf.mul(gradient, direction)).dataSync()[0] ?? NaN;
        expect(Math.abs(slope - expected) / Math.abs(expected)).toBeLessThan(1e-2);
      });
    },
  );

  test('trains the convolutional layers of tfjs as its cpu backend does', async () => {
    const trained = trainLayers();
    await tf.setBackend('cpu');
    const expected = trainLayers();
    await tf.setBackend('wasm');
    expect(trained.length).toBe(8);
    trained.forEach((weight, i) =>
      weight.forEach((value, j) => expect(Math.abs(value - (expected[i]?.[j] ?? NaN))).toBeLessThan(1e-3)),
    );
  });

  test('keeps NaN and infinity where they belong', () => {
    const values = tf.tidy(() => {
      const x = tf.tensor4d([1, NaN, 1, 1, 1, Infinity, 1, 1], [2, 1, 4, 1]);
      return [...tf.conv2d(x, tf.ones([1, 2, 1, 1]), 1, 'valid').dataSync()];
    });
    expect(values).toEqual([NaN, NaN, 2, Infinity, Infinity, 2]);
  });

  test('of no images gives no images, and no gradient by the filter', () => {
    tf.tidy(() => {
      const [x, filter] = [random(24, [0, 5, 5, 2]), random(25, [3, 3, 2, 4])];
      expect(convolve(1)(x, filter).shape).toEqual([0, 5, 5, 4]);
      const [dx, dFilter] = tf.grads(convolve(1))([x, filter], random(26, [0, 5, 5, 4]));
      expect(dx?.shape).toEqual([0, 5, 5, 2]);
      expect(dFilter?.dataSync().every((value) => value === 0)).toBe(true);
    });
  });

  test('writes nothing outside its output, and leaks no tensor and no memory', () => {
    const { wasm } = tf.backend() as unknown as { wasm: { HEAP8: Int8Array } };
    const run = () =>
      tf.tidy(() => {
        const [x, filter] = [random(27, [5, 7, 7, 3]), random(28, [3, 3, 3, 5])];
        const around = Array.from({ length: 20 }, () => tf.fill([5 * 4 * 4 * 5], 7));
        tf.grads(convolve(2))([x, filter], random(29, [5, 4, 4, 5]));
        for (const other of around) expect(other.dataSync().every((value) => value === 7)).toBe(true);
        expect([...x.dataSync()]).toEqual([...randomFloats(x.size, 27)]);
      });
    run();
    const { numTensors, numDataBuffers } = tf.memory();
    const heapBytes = wasm.HEAP8.length;
    for (let i = 0; i < 200; i++) run();
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
    expect(wasm.HEAP8.length).toBe(heapBytes);
  });
});
