// Installing, refusing, and surviving changes of tfjs's backend; and that training is the same with the kernels.
import { randomFloats } from '../../testing/random-floats';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { installWasmKernels, uninstallWasmKernels } from './install';
import { UpdateWeights } from '../training-kernels';
import { runnableVariants, startWasmBackend } from './testing/wasm-test-backend';

const variants = await runnableVariants();
const matMulKernel = () => tf.getKernel('BatchMatMul', 'wasm').kernelFunc;
const adamKernel = () => tf.getKernel(UpdateWeights, 'wasm') as tf.KernelConfig | undefined;

beforeAll(startWasmBackend);
beforeEach(() => tf.setBackend('wasm'));
afterEach(uninstallWasmKernels);

/** Checks 1 + 2 = 3 through the installed product. */
function three(): number | undefined {
  return tf.tidy(() => tf.matMul(tf.tensor2d([1, 2], [1, 2]), tf.ones([2, 1])).dataSync()[0]);
}

// First: a binary that has been compiled is kept.
test('says so when the binary does not load, and leaves the kernels of tfjs in place; the next call tries again', async () => {
  const original = matMulKernel();
  const fetching = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 404 }));
  const report = await installWasmKernels();
  fetching.mockRestore();
  expect(report).toEqual({ installed: false, why: { code: 'kernels.not-loaded', detail: 'HTTP 404' } });
  expect(matMulKernel()).toBe(original);
  expect(three()).toBe(3);
  expect(await installWasmKernels()).toMatchObject({ installed: true });
});

test('takes the fastest variant that the browser has, and a second call does nothing', async () => {
  const [fastest] = variants;
  const original = matMulKernel();
  expect(await installWasmKernels()).toEqual({ installed: true, variant: fastest });
  const ours = matMulKernel();
  expect(ours).not.toBe(original);
  expect(await installWasmKernels()).toEqual({ installed: true, variant: fastest });
  expect(matMulKernel()).toBe(ours);
  expect(adamKernel()).toBeDefined();
  uninstallWasmKernels();
  expect(matMulKernel()).toBe(original);
  expect(adamKernel()).toBeUndefined();
});

test('says so when another backend is current', async () => {
  const original = matMulKernel();
  await tf.setBackend('cpu');
  expect(await installWasmKernels()).toEqual({ installed: false, why: { code: 'kernels.other-backend' } });
  expect(matMulKernel()).toBe(original);
});

/** Starts the WASM backend again, in another build or after it was removed. */
async function restartBackend(threads: boolean): Promise<void> {
  const factory = tf.findBackendFactory('wasm');
  tf.removeBackend('wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads);
  tf.registerBackend('wasm', factory);
  await tf.setBackend('wasm');
}

test('says so when tfjs runs with threads, and works again when it does not', async () => {
  expect(crossOriginIsolated).toBe(true);
  await restartBackend(true);
  expect(await installWasmKernels()).toEqual({
    installed: false,
    why: { code: 'kernels.threaded-tfjs' },
  });
  expect(three()).toBe(3);
  await restartBackend(false);
  expect(await installWasmKernels()).toMatchObject({ installed: true });
  expect(three()).toBe(3);
});

test('is removed with the backend and can be installed in the next one', async () => {
  const original = matMulKernel();
  await installWasmKernels();
  const factory = tf.findBackendFactory('wasm');
  tf.removeBackend('wasm');
  expect(matMulKernel()).toBe(original);
  expect(adamKernel()).toBeUndefined();

  tf.registerBackend('wasm', factory);
  await tf.setBackend('wasm');
  expect(three()).toBe(3);
  expect(await installWasmKernels()).toMatchObject({ installed: true });
  expect(matMulKernel()).not.toBe(original);
  expect(three()).toBe(3);
});

test('keeps working when the memory grows', async () => {
  await installWasmKernels();
  const { before, after } = tf.tidy(() => {
    const a = tf.tensor2d(randomFloats(300 * 40, 1), [300, 40]);
    const product = () => [...tf.matMul(a, a, false, true).dataSync()];
    const first = product();
    tf.zeros([64, 1024, 1024]); // 256 MB
    return { before: first, after: product() };
  });
  expect(after).toEqual(before);
});

/** Weights after a few steps of a small autoencoder (tfjs's own Adam) on one batch. */
function train(activation: 'relu' | 'elu' | 'tanh' | 'sigmoid'): Float32Array[] {
  const widths = [30, 13, 3, 13, 30];
  const shapes = widths.slice(1).flatMap((width, i): number[][] => [[widths[i] ?? 0, width], [width]]);
  const weights = shapes.map((shape, i) => {
    const values = randomFloats(tf.util.sizeFromShape(shape), 20 + i).map((value) => value / 3);
    return tf.tidy(() => tf.variable(tf.tensor(values, shape)));
  });
  const images = tf.tensor2d(randomFloats(19 * 30, 5), [19, 30]);
  const optimizer = tf.train.adam(0.01);
  const loss = () => {
    let x: tf.Tensor = images;
    for (let layer = 0; layer < 4; layer++) {
      const [kernel, bias] = weights.slice(2 * layer) as tf.Tensor[] as [tf.Tensor2D, tf.Tensor1D];
      x = tf.add(tf.matMul(x as tf.Tensor2D, kernel), bias);
      if (layer < 3) x = tf[activation](x);
    }
    const logits = x;
    const crossEntropy = tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, images)));
    return tf.add<tf.Scalar>(crossEntropy, tf.mean(tf.square(tf.sub(tf.sigmoid(logits), images))));
  };
  for (let step = 0; step < 10; step++) optimizer.minimize(loss, false, weights);
  const trained = weights.map((weight) => Float32Array.from(weight.dataSync()));
  tf.dispose([weights, images]);
  optimizer.dispose();
  return trained;
}

test.each(
  variants.flatMap((variant) =>
    (['relu', 'elu', 'tanh', 'sigmoid'] as const).map((a) => [variant, a] as const),
  ),
)('with %s kernels a network with %s trains as with those of tfjs', async (variant, activation) => {
  const expected = train(activation);
  const { numTensors } = tf.memory();
  await installWasmKernels(variant);
  const weights = train(activation);
  expect(tf.memory().numTensors).toBe(numTensors);
  weights.forEach((weight, i) =>
    weight.forEach((value, j) => expect(Math.abs(value - (expected[i]?.[j] ?? NaN))).toBeLessThan(1e-4)),
  );
});
