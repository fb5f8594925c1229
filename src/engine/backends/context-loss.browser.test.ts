// A lost WebGL context during training. In its own file, because the page has no WebGL backend afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { expect, test } from 'vitest';
import { openSession } from '../testing/engine-session';

test('a lost WebGL context is reported once and ends the engine, and no later result is sent', async () => {
  const session = await openSession('webgl');
  const runId = await session.newRun({ noise: 'gaussian' });
  session.engine.play(runId);
  await session.until('progress', ({ step }) => step > 3);
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error('this is not the WebGL backend');
  backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  const failed = await session.until('failed', () => true, 0);
  expect(failed).toMatchObject({ runId, kind: 'context-lost', fatal: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(session.events[session.events.length - 1]).toBe(failed);
  const checkpoints = session.events.flatMap((event) =>
    event.type === 'checkpoint' ? [event.checkpoint] : [],
  );
  expect(checkpoints.length).toBeGreaterThan(0);
  for (const { weights } of checkpoints) {
    // a lost context reads back as zeros
    expect(weights[0]?.some((weight) => weight !== 0)).toBe(true);
  }
});
