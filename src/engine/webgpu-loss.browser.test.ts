// The graphics device lost while the engine computes. In a file of its own: the page has no WebGPU backend after it.
import * as tf from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { probeCapabilities } from './backend';
import { openSession } from './testing/engine-session';
import { adapter, skipReason } from './testing/webgpu';

test.skipIf(!adapter)(
  `a lost WebGPU device is said once, ends the engine, and nothing computed after it goes out${skipReason}`,
  async () => {
    const session = await openSession('webgpu');
    const runId = await session.newRun();
    session.engine.play(runId);
    const backend = tf.backend();
    if (!(backend instanceof WebGPUBackend)) throw new Error('this is not the WebGPU backend');
    backend.device.destroy();
    const failed = await session.until('failed', () => true, 0);
    expect(failed).toMatchObject({ runId, kind: 'context-lost', fatal: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    // data goes on arriving
    const told = session.events.filter(({ type }) => type !== 'data-progress');
    expect(told.at(-1)).toBe(failed);
    expect(await probeCapabilities(() => undefined)).toMatchObject({
      adapter: null,
      whyNoWebgpu: 'the graphics device was lost',
    });
  },
);
