import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import { createFakeEngine, snapshotEvent, startedEvent, type FakeEngine } from './testing/fake-engine';

// The session is one per page: each test loads it anew.
async function openPage() {
  vi.resetModules();
  const [actions, { comparisonStore }, { statusOf }, { runStore }] = await Promise.all([
    import('./actions'),
    import('./comparison-store'),
    import('./comparison'),
    import('./run-store'),
  ]);
  return { actions, comparisonStore, status: () => statusOf(comparisonStore.getState()), runStore };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const stepsPerPass = 469;

describe('the four families side by side', () => {
  let page: Awaited<ReturnType<typeof openPage>>;
  let engine: FakeEngine;

  const names = () => engine.orders.map(([name]) => name);
  const ordersSince = async (act: () => void) => {
    engine.orders.length = 0;
    act();
    await settle();
    return [...engine.orders];
  };
  /** The four are built by the engine. Their run numbers, in the order of the families. */
  const begin = () => {
    page.actions.comparison.start();
    const built = engine.orders.filter(([name]) => name === 'buildBeside');
    built.forEach(([, runId, experiment]) =>
      engine.emit(startedEvent(runId as number, experiment as Experiment)),
    );
    return built.map(([, runId]) => runId as number);
  };
  const progress = (runId: number, step: number): Progress => ({
    type: 'progress',
    runId,
    step,
    trainLosses: Float32Array.of(0.1),
    trainTerms: { reconstruction: Float32Array.of(0.1) },
    epoch: 0,
    imagesPerSecond: 5000,
  });

  beforeEach(async () => {
    page = await openPage();
    engine = createFakeEngine();
    page.actions.startSession(engine.open);
    await settle();
    engine.emit(startedEvent(engine.runId()));
    engine.orders.length = 0;
  });

  it('are built beside the main run, and train to the end of the pass once they stand', () => {
    const runIds = begin();
    expect(new Set(runIds).size).toBe(4);
    expect(runIds).not.toContain(page.runStore.getState().runId);
    const plays = engine.orders.filter(([name]) => name === 'play');
    expect(plays).toEqual(runIds.map((runId) => ['play', runId, stepsPerPass]));
    expect(names()).not.toContain('build');
    expect(page.status()).toBe('training');
  });

  it('pause and go on together, but for one that has no steps left', async () => {
    const runIds = begin();
    engine.emit(progress(runIds[0] ?? 0, stepsPerPass));
    const paused = await ordersSince(() => page.actions.comparison.toggle());
    expect(paused).toEqual(runIds.map((runId) => ['pause', runId]));
    expect(page.status()).toBe('paused');
    const played = await ordersSince(() => page.actions.comparison.toggle());
    expect(played).toEqual(runIds.slice(1).map((runId) => ['play', runId, stepsPerPass]));
  });

  it('wait for the person when they are paused while they are being built', async () => {
    page.actions.comparison.start();
    page.actions.comparison.pause();
    const [, runId, experiment] = engine.orders[0] ?? [];
    const given = await ordersSince(() =>
      engine.emit(startedEvent(runId as number, experiment as Experiment)),
    );
    expect(given).toEqual([]);
    const goneOn = await ordersSince(() => page.actions.comparison.toggle());
    expect(goneOn).toEqual([['play', runId, stepsPerPass]]);
  });

  it('are finished after their pass, and go on when more passes are asked for', async () => {
    const runIds = begin();
    runIds.forEach((runId) => engine.emit(progress(runId, stepsPerPass)));
    expect(page.status()).toBe('finished');
    expect(page.comparisonStore.getState().wantsTraining).toBe(false);
    page.actions.comparison.choosePasses(2);
    expect(page.status()).toBe('paused');
    const given = await ordersSince(() => page.actions.comparison.toggle());
    expect(given).toEqual(runIds.map((runId) => ['play', runId, 938]));
  });

  it('follow another number of passes while they train', async () => {
    page.actions.comparison.choosePasses(2);
    const runIds = begin();
    engine.emit(progress(runIds[2] ?? 0, 500));
    const more = await ordersSince(() => page.actions.comparison.choosePasses(5));
    expect(more).toEqual(runIds.map((runId) => ['play', runId, 2344]));
    const fewer = await ordersSince(() => page.actions.comparison.choosePasses(1));
    expect(fewer[2]).toEqual(['pause', runIds[2]]);
    expect(fewer[3]).toEqual(['play', runIds[3], stepsPerPass]);
  });

  it('are ended by Stop, and built anew by the next start', async () => {
    const runIds = begin();
    const stopped = await ordersSince(() => page.actions.comparison.stop());
    expect(stopped).toEqual(runIds.map((runId) => ['end', runId]));
    expect(page.status()).toBe('ended');
    const again = await ordersSince(() => page.actions.comparison.toggle());
    expect(again.map(([name]) => name)).toEqual(Array(4).fill('buildBeside'));
    expect(again.map(([, runId]) => runId)).not.toContain(runIds[0]);
  });

  it('make room for the next four when they are started again', async () => {
    const runIds = begin();
    const again = await ordersSince(() => page.actions.comparison.start());
    expect(again.slice(0, 4)).toEqual(runIds.map((runId) => ['end', runId]));
  });

  it('are over when the main run is built anew, and say so', () => {
    begin();
    page.actions.reset();
    expect(page.comparisonStore.getState()).toMatchObject({ ended: 'rebuilt', wantsTraining: false });
  });

  it('go on while the main run is bent', () => {
    begin();
    page.actions.changeExperiment({ codeSize: 9 });
    expect(page.status()).toBe('training');
  });

  it('are over when the engine dies, and can be started in the next one', async () => {
    begin();
    engine.die();
    expect(page.comparisonStore.getState().ended).toBe('engine-lost');
    await settle();
    expect(page.comparisonStore.getState().ended).toBe('engine-lost');
    const given = await ordersSince(() => page.actions.comparison.start());
    expect(given).toHaveLength(4);
    expect(page.status()).toBe('training');
  });

  it('go on without one that diverged', async () => {
    const runIds = begin();
    engine.emit({ type: 'diverged', runId: runIds[1] ?? 0, step: 9, restoredStep: 0, cause: 'sparsity' });
    expect(page.status()).toBe('training');
    page.actions.comparison.pause();
    const given = await ordersSince(() => page.actions.comparison.toggle());
    expect(given.map(([, runId]) => runId)).not.toContain(runIds[1]);
    expect(page.runStore.getState().marks).toEqual([]);
  });

  it('show nothing of a drawing once the pad is cleared', () => {
    const [runId = 0] = begin();
    const ink = { width: 28, height: 28, alpha: new Uint8ClampedArray(784).fill(255, 300, 310) };
    page.actions.draw(ink);
    expect(page.actions.drawnInk()).toBe(ink);
    const pixels = new Float32Array(784);
    const answer = {
      type: 'drawing',
      runId,
      step: 0,
      drawingId: 1,
      original: pixels,
      noisy: pixels,
      reconstructed: pixels,
      code: new Float32Array(16),
      codeDeviation: null,
      point: null,
    } as const;
    engine.emit(answer);
    expect(page.comparisonStore.getState().runs?.undercomplete.run.drawing).not.toBeNull();
    page.actions.draw(null);
    engine.emit(answer);
    expect(page.comparisonStore.getState().runs?.undercomplete.run.drawing).toBeNull();
  });

  it('leave the main run’s pictures alone', () => {
    const [runId = 0] = begin();
    engine.emit(snapshotEvent(runId, 7));
    expect(page.runStore.getState().snapshot).toBeNull();
  });
});
