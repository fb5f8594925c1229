// WebGPU refuses an operation. In its own file, because the page has no WebGPU backend afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { startBackend, probeCapabilities } from './choice/backend';
import { assertBackendAlive, WorkRefusedError } from './lost';
import { startForTest } from '../testing/start-backend';
import { adapter, skipReason } from '../testing/webgpu';

test.skipIf(!adapter)(
  `results of an operation that WebGPU refuses read as zeros, so none is used, and neither is WebGPU again${skipReason}`,
  async () => {
    await startForTest('webgpu');
    assertBackendAlive();
    if (!(tf.backend() instanceof WebGPUBackend)) throw new Error('this is not the WebGPU backend');
    // more tensors than one program may read
    const ones = Array.from({ length: 40 }, () => tf.add(tf.ones([2000]), tf.ones([2000])));
    const sum = tf.addN(ones);
    expect((await sum.data())[0]).toBe(0);
    // The report of the error may come after the result.
    await expect.poll(refusal).toBeInstanceOf(WorkRefusedError);
    const report = await startBackend('webgpu', await probeCapabilities(() => undefined));
    expect(report).toMatchObject({ name: 'wasm', reason: { code: 'backend.cannot-run', backend: 'webgpu' } });
    expect(report.notes[0]).toMatchObject({
      code: 'note.cannot-run',
      why: { code: 'absent.error', detail: expect.stringMatching(/./) as string },
    });
    expect(report.available).not.toContain('webgpu');
    tf.dispose([ones, sum]);
  },
);

/** What the backend is found to have refused so far. */
function refusal(): unknown {
  try {
    assertBackendAlive();
    return null;
  } catch (error) {
    return error;
  }
}
