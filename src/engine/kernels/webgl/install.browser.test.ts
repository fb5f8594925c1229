// Installing and refusing the kernels and removing them with the backend; training is the same with them, in few programs.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { startForTest } from '../../testing/start-backend';
import { allWeights, largestDifference, makeSteps } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { train } from '../../training/loop/train';
import { AssembleBatch, hasKernel } from '../training-kernels';
import { contextOf } from './gpu-pass';
import { installWebglKernels, uninstallWebglKernels } from './install';
import { sampleTexture } from './batch/sample-texture';
import { programsIn, tensorIn, webglBackend } from './testing/webgl-test-tensors';

const shape = [6, 6, 1];
const samples = tinySamples(shape, 64);
const matMulKernel = () => tf.getKernel('BatchMatMul', 'webgl').kernelFunc;

beforeEach(() => startForTest('webgl'));
afterEach(() => {
  vi.restoreAllMocks();
});

const networkOf = (patch: Parameters<typeof tinyExperiment>[0]) =>
  new Network(initialCheckpoint(tinyExperiment(patch), shape), shape, samples.count);

test('the engine reports the kernels, and a second call does nothing', async () => {
  expect((await startForTest('webgl')).notes).toContainEqual({ code: 'note.webgl-kernels' });
  const ours = matMulKernel();
  expect(installWebglKernels()).toEqual({ installed: true });
  expect(matMulKernel()).toBe(ours);
  uninstallWebglKernels();
  expect(matMulKernel()).not.toBe(ours);
  expect(hasKernel(AssembleBatch)).toBe(false);
});

test("without 32-bit float textures the engine uses tfjs's kernels, and says so", async () => {
  uninstallWebglKernels();
  tf.env().set('WEBGL_PACK', false);
  try {
    const report = await startForTest('webgl');
    expect(report).toMatchObject({ reason: { code: 'backend.no-fast-kernels' } });
    expect(report.notes).toContainEqual({
      code: 'note.no-kernels',
      backend: 'webgl',
      why: { code: 'kernels.no-float32' },
    });
    expect(hasKernel(AssembleBatch)).toBe(false);
  } finally {
    tf.env().set('WEBGL_PACK', true);
  }
});

test('another backend is refused', async () => {
  await startForTest('cpu');
  expect(installWebglKernels()).toEqual({ installed: false, why: { code: 'kernels.other-backend' } });
});

test.each([
  ['a denoising network', { noise: 'gaussian', hidden: [9, 5], gradientClip: 0.5, weightDecay: 0.01 }],
  ['a variational network', { codeKind: 'gaussian', loss: 'bce', optimizer: 'rmsprop', noise: 'none' }],
  [
    'a sparse network',
    { codeActivation: 'sigmoid', sparsity: 'kl', sparsityWeight: 0.1, codeSize: 5, noise: 'none' },
  ],
  ['a convolutional network', { architecture: 'convolutional', codeSize: 3, optimizer: 'sgd' }],
] as const)('%s trains the same with and without them', async (_, patch) => {
  const run = async () => {
    const network = networkOf({ ...patch, hidden: [...('hidden' in patch ? patch.hidden : [8])] });
    const losses = await makeSteps(network, samples, 4);
    const weights = allWeights(await network.checkpoint());
    network.dispose();
    return { losses, weights };
  };
  const { numTensors, numDataBuffers } = tf.memory();
  const ours = await run();
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  uninstallWebglKernels();
  const plain = await run();
  expect(largestDifference(ours.losses, plain.losses)).toBeLessThan(1e-4 * Math.max(...plain.losses));
  expect(largestDifference(ours.weights, plain.weights)).toBeLessThan(1e-3);
});

test('a step of six layers, including its loss read-back, takes at most 55 programs and leaks no memory', async () => {
  const network = networkOf({ hidden: [10, 6], noise: 'none' });
  const lastStep = () => network.step + 1;
  const training = train(network, {
    train: samples,
    order: { take: () => Uint32Array.from({ length: 16 }, (_, i) => i) },
    ready: () => samples.count,
    lastStep,
  });
  await training.next();
  const { numBytesInGPU, ...counts } = tf.memory() as tf.MemoryInfo & { numBytesInGPU: number };
  // one step per pull, however fast
  expect(
    await programsIn(async () => {
      await training.next();
    }),
  ).toBeLessThanOrEqual(55);
  const { numTensors, numDataBuffers } = counts;
  expect(tf.memory()).toMatchObject({ numBytesInGPU, numTensors, numDataBuffers });
  await training.return();
  network.dispose();
});

test('an update is visible after an earlier read and during a pending one', async () => {
  const param = tf.variable(tensorIn('uploaded', Float32Array.of(1, 2, 3), [3]));
  const [velocity, gradient] = [tf.tensor1d([0, 0, 0]), tf.tensor1d([1, 1, 1])];
  const update = () =>
    tf.engine().runKernel('MomentumUpdate', { param, gradient, velocity }, { learningRate: 1, momentum: 0 });
  expect([...param.dataSync()]).toEqual([1, 2, 3]);
  update();
  expect([...param.dataSync()]).toEqual([0, 1, 2]);
  update();
  const reading = param.data();
  update();
  expect([...(await reading)]).toEqual([-1, 0, 1]);
  expect([...param.dataSync()]).toEqual([-2, -1, 0]);
  tf.dispose([param, velocity, gradient]);
});

test('they end with their backend and work on the next one', async () => {
  const network = networkOf({});
  await makeSteps(network, samples, 1);
  network.dispose();
  const gl = contextOf(webglBackend());
  const deleting = vi.spyOn(gl, 'deleteFramebuffer');
  const { texture } = sampleTexture(webglBackend(), samples, 1) ?? {};
  expect(gl.isTexture(texture ?? null)).toBe(true);
  const factory = tf.findBackendFactory('webgl');
  tf.removeBackend('webgl');
  expect(deleting).toHaveBeenCalled();
  expect(gl.isTexture(texture ?? null)).toBe(false);
  tf.registerBackend('webgl', factory);
  await startForTest('webgl');
  const again = networkOf({});
  expect((await makeSteps(again, samples, 2)).every(Number.isFinite)).toBe(true);
  again.dispose();
});
