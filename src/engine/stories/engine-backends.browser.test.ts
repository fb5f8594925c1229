// Changing the backend under a run, and every data set on it.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { builtInDatasetIds, isPageMade } from '../../core/experiment/dataset-id';
import { nextTask } from '../actor/next-task';
import { openSession, type EngineSession } from '../testing/engine-session';
import { largestDifference } from '../testing/steps';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());
afterEach(() => session.engine.setBackend('wasm'));

test('the engine reports the requested backend, the reason and the alternatives', () => {
  expect(session.report).toMatchObject({
    name: 'wasm',
    choice: 'wasm',
    reason: { code: 'backend.chosen' },
    softwareGraphics: true,
    measured: null,
  });
});

test('it does not wait for WebGPU, and reports it once if found later', async () => {
  expect(session.report.available).toEqual(['webgl', 'wasm', 'cpu']);
  const { gpu } = navigator as { gpu?: GPU };
  const hasWebgpu = Boolean(await gpu?.requestAdapter());
  await session.newRun();
  if (hasWebgpu) {
    const found = await session.until('backends-found', () => true, 0);
    expect(found.available).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  }
  await session.newRun();
  const reported = session.events.filter(({ type }) => type === 'backends-found');
  expect(reported).toHaveLength(hasWebgpu ? 1 : 0);
});

test.each(['cpu', 'webgl'] as const)('a run moved to %s keeps its weights and its step', async (backend) => {
  const runId = await session.newRun();
  const step = await session.trainTo(runId, 10);
  // Training does not wait for the test images, which may come later.
  await session.until('snapshot', () => true, 0);
  const before = await session.engine.inspect(runId, 5);
  const from = session.events.length;
  expect(await session.engine.setBackend(backend)).toMatchObject({ name: backend, choice: backend });
  const started = await session.until('started', () => true, from);
  expect(started).toMatchObject({ runId, step });
  await session.until('snapshot', () => true, from);
  const after = await session.engine.inspect(runId, 5);
  expect(after?.step).toBe(step);
  expect(largestDifference(after?.code ?? [], before?.code ?? [])).toBeLessThan(1e-3);
  expect(largestDifference(after?.reconstructed ?? [], before?.reconstructed ?? [])).toBeLessThan(1e-4);
  session.engine.step(runId);
  expect(await session.until('paused')).toMatchObject({ step: step + 1 });
});

test('a run in training continues on the other backend, and no loss is lost', async () => {
  const runId = await session.newRun();
  session.engine.play(runId);
  const reported = await session.until('progress', ({ step }) => step > 10);
  // The clock stands still, so no report becomes due and the losses of the steps accumulate.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  for (let made = reported.step; made < reported.step + 3;) {
    made = (await session.engine.inspect(runId, 0))?.step ?? NaN;
    await nextTask();
  }
  await session.engine.setBackend('cpu');
  vi.restoreAllMocks();
  const { step } = await session.until('progress');
  expect(session.losses(runId)).toHaveLength(step);
  session.engine.pause(runId);
});

// Those that the page makes need a page.
test.each(builtInDatasetIds.filter((id) => !isPageMade(id)))(
  '%s is available, and its steps have finite losses',
  async (dataset) => {
    const runId = await session.newRun({ dataset, noise: 'block' });
    const step = await session.trainTo(runId, 3);
    const losses = session.losses(runId);
    expect(losses).toHaveLength(step);
    expect(losses.every((loss) => Number.isFinite(loss) && loss > 0)).toBe(true);
  },
);

test('a focus beyond the new data set falls back to the first of the ten images', async () => {
  await session.newRun();
  await session.until('snapshot');
  session.engine.setFocus({ kind: 'sample', index: 9999 });
  await session.until('snapshot', ({ focus }) => focus.kind === 'sample' && focus.index === 9999);
  const runId = await session.newRun({ dataset: 'quickdraw' });
  const snapshot = await session.until('snapshot', (event) => event.runId === runId);
  expect(snapshot.focus).toEqual({ kind: 'sample', index: snapshot.indices[0] });
});
