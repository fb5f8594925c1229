// Goals of the main run on the real MNIST data: training pauses exactly where they are reached.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Goal } from '../../core/run/goal';
import { openSession, type EngineSession } from '../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

async function reach(runId: string, goal: Goal): Promise<number> {
  const from = session.events.length;
  session.engine.play(runId, Infinity, goal);
  return (await session.until('paused', (event) => event.reason === 'finished', from)).step;
}

test('a goal in epochs ends training at the first step that completes them, and training goes on past it', async () => {
  const runId = await session.newRun({ batchSize: 512 });
  // 60,000 images in batches of 512: 0.1 epochs are 6,000 images, the twelfth batch.
  expect(await reach(runId, { kind: 'epochs', value: 0.1 })).toBe(12);
  session.engine.change(runId, { batchSize: 1024 });
  // 6,144 images are passed: six batches of 1,024 later it is 12,288.
  expect(await reach(runId, { kind: 'epochs', value: 0.2 })).toBe(18);
  expect(await session.trainTo(runId, 25)).toBeGreaterThanOrEqual(25);
});

test('a goal in test MSE ends training at the measurement of the whole test set that reaches it', async () => {
  const runId = await session.newRun();
  const step = await reach(runId, { kind: 'testMse', value: 0.1 });
  const measured = session.events.filter(
    (event) => event.type === 'evaluation' && event.runId === runId && event.scope === 'all',
  );
  const before = measured.filter((event) => 'step' in event && event.step < step);
  expect(before.every((event) => 'mse' in event && event.mse > 0.1)).toBe(true);
  expect(measured.find((event) => 'step' in event && event.step === step)).toMatchObject({ count: 10_000 });
  expect(measured.at(-1)).toSatisfy((event: { mse: number }) => event.mse <= 0.1);
});
