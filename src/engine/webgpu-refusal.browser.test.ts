// WebGPU refuses a piece of work. In a file of its own: the page has no WebGPU backend after it.
import * as tf from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { startBackend, probeCapabilities } from './backend';
import { assertBackendAlive, WorkRefusedError } from './backends/lost';
import { startForTest } from './testing/start-backend';
import { adapter, skipReason } from './testing/webgpu';

test.skipIf(!adapter)(
  `what WebGPU refuses comes back as zeros, so nothing of it is used, and WebGPU no more${skipReason}`,
  async () => {
    await startForTest('webgpu');
    assertBackendAlive();
    if (!(tf.backend() instanceof WebGPUBackend)) throw new Error('this is not the WebGPU backend');
    // more tensors at once than a program may have
    const ones = Array.from({ length: 40 }, () => tf.add(tf.ones([2000]), tf.ones([2000])));
    const sum = tf.addN(ones);
    expect((await sum.data())[0]).toBe(0);
    expect(assertBackendAlive).toThrow(WorkRefusedError);
    const report = await startBackend('webgpu', await probeCapabilities(() => undefined));
    expect(report).toMatchObject({ name: 'wasm', reason: 'WebGPU cannot run here' });
    expect(report.detail).toContain('WebGPU refused a piece of the work');
    expect(report.available).not.toContain('webgpu');
    tf.dispose([ones, sum]);
  },
);
