// Installing, refusing and removing the kernels.
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startForTest } from '../../testing/start-backend';
import { adapter, skipReason } from '../../testing/webgpu';
import { AssembleBatch, DenseInputGradient, hasKernel } from '../training-kernels';
import { installWebgpuKernels, uninstallWebgpuKernels } from './install';

const matMulKernel = () => tf.getKernel('BatchMatMul', 'webgpu').kernelFunc;

test.skipIf(!adapter)(`WebGPU has the kernels, reports them, and can do without${skipReason}`, async () => {
  expect((await startForTest('webgpu')).notes).toContainEqual({ code: 'note.webgpu-kernels' });
  const ours = matMulKernel();
  expect(installWebgpuKernels()).toEqual({ installed: true });
  expect(matMulKernel()).toBe(ours);
  uninstallWebgpuKernels();
  expect(matMulKernel()).not.toBe(ours);
  expect([AssembleBatch, DenseInputGradient].some(hasKernel)).toBe(false);
  expect(installWebgpuKernels()).toEqual({ installed: true });
  expect([AssembleBatch, DenseInputGradient].every(hasKernel)).toBe(true);
});

test.skipIf(!adapter)(`they are not used on a tfjs whose encoder they do not know${skipReason}`, async () => {
  uninstallWebgpuKernels();
  await startForTest('webgpu');
  uninstallWebgpuKernels();
  const backend = tf.backend() as unknown as { commandQueueOwnedIds?: WeakSet<object> };
  const { commandQueueOwnedIds } = backend;
  delete backend.commandQueueOwnedIds;
  try {
    const why = { code: 'kernels.tfjs-version', version: tf.version_core };
    expect(installWebgpuKernels()).toEqual({ installed: false, why });
  } finally {
    if (commandQueueOwnedIds) backend.commandQueueOwnedIds = commandQueueOwnedIds;
  }
});

test('another backend is refused', async () => {
  await startForTest('cpu');
  expect(installWebgpuKernels()).toEqual({ installed: false, why: { code: 'kernels.other-backend' } });
});
