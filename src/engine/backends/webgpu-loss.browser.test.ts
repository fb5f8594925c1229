// A lost GPU device during computation. In its own file, because the page has no WebGPU backend afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { expect, test } from 'vitest';
import { probeCapabilities } from './choice/backend';
import { openSession } from '../testing/engine-session';
import { adapter, skipReason } from '../testing/webgpu';

test.skipIf(!adapter)(
  `a lost WebGPU device is reported once and ends the engine, and no later result is sent${skipReason}`,
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
    // data may still be arriving
    const reports = session.events.filter(({ type }) => type !== 'data-progress');
    expect(reports.at(-1)).toBe(failed);
    expect(await probeCapabilities(() => undefined)).toMatchObject({
      adapter: null,
      whyNoWebgpu: { code: 'absent.lost' },
    });
  },
);
