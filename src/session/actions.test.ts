import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint, Diverged } from '../core/engine-api';
import { defaultExperiment, ranges, type Experiment } from '../core/experiment';
import { smallerLearningRate } from './engine-notices';
import {
  createFakeEngine,
  fakeBackend,
  snapshotEvent,
  startedEvent,
  type FakeEngine,
} from './testing/fake-engine';

// The session is one per page: each test loads it anew.
async function openPage() {
  vi.resetModules();
  const [actions, { runStore }, { experimentStore }, { engineStore }, { noticeStore }, { selectionStore }] =
    await Promise.all([
      import('./actions'),
      import('./run-store'),
      import('./experiment-store'),
      import('./engine-store'),
      import('./notice-store'),
      import('./selection-store'),
    ]);
  return { actions, runStore, experimentStore, engineStore, noticeStore, selectionStore };
}

type Page = Awaited<ReturnType<typeof openPage>>;

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the session', () => {
  let page: Page;
  let engine: FakeEngine;

  const orders = () => engine.orders.map(([name]) => name);
  const ordersSince = async (act: () => void) => {
    engine.orders.length = 0;
    act();
    await settle();
    return engine.orders;
  };
  const checkpoint = (step: number, experiment: Experiment = defaultExperiment): Checkpoint => ({
    experiment,
    step,
    samplesSeen: 128 * step,
    weights: [],
    optimizer: { updates: step, slots: [] },
  });
  const notices = () => page.noticeStore.getState().map(({ message }) => message);

  beforeEach(async () => {
    page = await openPage();
    engine = createFakeEngine();
    page.actions.startSession(engine.open);
    await settle();
    engine.emit(startedEvent(engine.runId()));
    engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: 'Ready' });
  });

  it('builds the chosen experiment once the engine has a backend', () => {
    expect(engine.orders).toEqual([['build', 1, defaultExperiment, null]]);
    expect(page.engineStore.getState()).toMatchObject({ phase: 'running', backend: fakeBackend });
  });

  it('bends a running network where it can and does not build it anew', async () => {
    const given = await ordersSince(() => page.actions.changeExperiment({ codeSize: 8, noise: 'gaussian' }));
    expect(given).toEqual([['change', 1, { codeSize: 8, noise: 'gaussian' }]]);
    expect(page.experimentStore.getState().codeSize).toBe(8);
  });

  it('builds anew with another data set, shows nothing of the old run, and goes on training', async () => {
    page.actions.toggleTraining();
    engine.emit(snapshotEvent(1, 12));
    const given = await ordersSince(() => page.actions.changeExperiment({ dataset: 'quickdraw' }));
    expect(given.map(([name, runId]) => [name, runId])).toEqual([
      ['build', 2],
      ['play', 2],
    ]);
    expect(page.runStore.getState()).toMatchObject({ runId: 2, snapshot: null, step: 0 });
    engine.emit(snapshotEvent(1, 13));
    expect(page.runStore.getState().snapshot).toBeNull();
  });

  it('says nothing to the engine about a choice that is none', async () => {
    expect(await ordersSince(() => page.actions.changeExperiment({ codeSize: 16 }))).toEqual([]);
  });

  it('resets to step 0 and does not train', async () => {
    page.actions.toggleTraining();
    const given = await ordersSince(() => page.actions.reset());
    expect(given.map(([name]) => name)).toEqual(['build']);
    expect(page.runStore.getState()).toMatchObject({ step: 0, wantsTraining: false });
  });

  it('keeps a change before the step that was asked after it', async () => {
    const given = await ordersSince(() => {
      page.actions.changeExperiment({ learningRate: 0.01 });
      page.actions.changeExperiment({ learningRate: 0.02 });
      page.actions.stepOnce();
    });
    expect(given.map(([name]) => name)).toEqual(['change', 'change', 'step']);
  });

  it('goes on from the checkpoint when the worker dies, with what was changed since, training if it was', async () => {
    page.actions.toggleTraining();
    engine.emit({ type: 'checkpoint', runId: 1, checkpoint: checkpoint(1870) });
    page.actions.changeExperiment({ codeSize: 9 });
    const given = await ordersSince(() => engine.die());
    expect(given).toEqual([
      ['build', 2, defaultExperiment, checkpoint(1870)],
      ['change', 2, { codeSize: 9 }],
      ['play', 2],
    ]);
    expect(page.runStore.getState().step).toBe(1870);
    expect(notices()).toEqual(['The engine stopped and was restarted from step 1,870.']);
  });

  it('takes a new worker after a lost context, and WebAssembly after the second', async () => {
    const lose = () =>
      engine.emit({ type: 'failed', runId: 0, kind: 'context-lost', fatal: true, message: 'lost' });
    lose();
    await settle();
    lose();
    await settle();
    expect(engine.opened).toEqual(['auto', 'auto', 'wasm']);
    expect(engine.disposed()).toBe(2);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('WebAssembly');
  });

  it('leaves the restart to the person when the engine keeps dying', async () => {
    for (let death = 0; death < 4; death++) {
      engine.die();
      await settle();
    }
    expect(engine.opened).toHaveLength(4);
    expect(page.engineStore.getState().phase).toBe('stopped');
    const [notice] = page.noticeStore.getState();
    expect(notice?.action?.label).toBe('Restart');
    notice?.action?.onClick();
    await settle();
    expect(engine.opened).toHaveLength(5);
    expect(page.engineStore.getState().phase).toBe('running');
    expect(notices()).toEqual([]);
  });

  it('tries again when no backend could be opened', async () => {
    engine.refuseNext('no backend works');
    await ordersSince(() => engine.die());
    await settle();
    expect(engine.opened).toHaveLength(3);
    expect(orders()).toContain('build');
  });

  it('goes back to the backend that worked when another breaks the engine', async () => {
    void page.actions.chooseBackend('webgl');
    engine.emit({ type: 'failed', runId: 1, kind: 'internal', fatal: true, message: 'no shader compiles' });
    await settle();
    expect(engine.opened).toEqual(['auto', 'auto']);
    expect(page.engineStore.getState().choice).toBe('auto');
    expect(notices()[0]).toContain('webgl could not be started');
  });

  it('offers a backend that was found after the start', () => {
    expect(page.engineStore.getState().backend?.available).toEqual(['wasm', 'cpu']);
    engine.emit({ type: 'backends-found', available: ['webgpu', 'wasm', 'cpu'] });
    expect(page.engineStore.getState().backend).toEqual({
      ...fakeBackend,
      available: ['webgpu', 'wasm', 'cpu'],
    });
  });

  it('goes on on WebAssembly when the graphics card refuses the work, and says so', async () => {
    engine.emit({ type: 'checkpoint', runId: 1, checkpoint: checkpoint(1870) });
    const message = 'WebGPU refused a piece of the work: too many buffers';
    page.engineStore.setState({ backend: { ...fakeBackend, name: 'webgpu' } });
    engine.emit({ type: 'failed', runId: 1, kind: 'refused', fatal: true, message });
    await settle();
    expect(engine.opened).toEqual(['auto', 'wasm']);
    const [notice] = page.noticeStore.getState();
    expect(notice).toMatchObject({
      message:
        'The graphics card cannot compute this network: the engine was restarted from step 1,870 on WebAssembly, which needs no graphics card.',
      detail: message,
    });
  });

  it('hears nothing from an engine it has given up', async () => {
    const listeners: { onEvent: (event: ReturnType<typeof snapshotEvent>) => void }[] = [];
    page = await openPage();
    page.actions.startSession((backend, given) => {
      listeners.push(given);
      return engine.open(backend, given, null);
    });
    await settle();
    engine.die();
    await settle();
    listeners[0]?.onEvent(snapshotEvent(page.runStore.getState().runId, 5));
    expect(page.runStore.getState().snapshot).toBeNull();
  });

  it('remembers what was pressed before there was an engine', async () => {
    page = await openPage();
    engine = createFakeEngine();
    page.actions.startSession(engine.open);
    page.actions.changeExperiment({ codeSize: 4, seed: 3 });
    page.actions.toggleTraining();
    await settle();
    expect(engine.orders.map(([name]) => name)).toEqual(['build', 'play']);
    expect(engine.orders[0]?.[2]).toMatchObject({ codeSize: 4, seed: 3 });
  });

  it('lets a drawing flow through the diagram, and a test image again when the pad is cleared', async () => {
    engine.emit(snapshotEvent(1));
    const ink = { width: 28, height: 28, alpha: new Uint8ClampedArray(784).fill(255, 300, 310) };
    const drawn = await ordersSince(() => page.actions.draw(ink));
    expect(drawn.map(([name]) => name)).toEqual(['setDrawing', 'setFocus']);
    expect(drawn[1]?.[1]).toEqual({ kind: 'drawing' });
    const cleared = await ordersSince(() => page.actions.draw(null));
    expect(cleared.map(([name]) => name)).toEqual(['setDrawing', 'setFocus']);
    expect(cleared[0]?.[2]).toBeNull();
  });

  it('asks again about the hovered image when the weights have changed', async () => {
    const given = await ordersSince(() => page.actions.hoverSample(123));
    expect(given).toEqual([['inspect', 123]]);
    expect(await ordersSince(() => engine.emit(snapshotEvent(1, 50)))).toEqual([['inspect', 123]]);
    page.actions.hoverSample(null);
    expect(await ordersSince(() => engine.emit(snapshotEvent(1, 60)))).toEqual([]);
  });

  const diverge = (cause: Diverged['cause'] = 'reconstruction') => {
    page.actions.toggleTraining();
    engine.emit({ type: 'diverged', runId: engine.runId(), step: 1234, restoredStep: 1000, cause });
  };

  it('stops when the loss diverges, and says at which step, why, and where the network is', () => {
    diverge();
    expect(page.runStore.getState().wantsTraining).toBe(false);
    const [notice] = page.noticeStore.getState();
    expect(notice?.message).toContain('step 1,234: the reconstruction loss');
    expect(notice?.message).toContain('back at step 1,000');
    expect(notice?.detail).toContain('steps were so large');
  });

  it.each([
    ['kl', 'the KL term'],
    ['sparsity', 'the sparsity penalty'],
    ['weights', 'an update left weights'],
  ] as const)('names what was not finite: %s', (cause, words) => {
    diverge(cause);
    expect(notices()[0]).toContain(words);
  });

  it('trains on with a tenth of the learning rate when asked to, the new rate first', async () => {
    diverge();
    const [notice] = page.noticeStore.getState();
    expect(notice?.action?.label).toBe('Train on at 0.0002');
    const given = await ordersSince(() => notice?.action?.onClick());
    expect(given).toEqual([
      ['change', 1, { learningRate: 0.0002 }],
      ['play', 1],
    ]);
    expect(page.experimentStore.getState().learningRate).toBe(0.0002);
    expect(page.runStore.getState().wantsTraining).toBe(true);
    expect(notices()).toEqual([]);
  });

  it('stops offering it when the person trains on or starts over', () => {
    diverge();
    page.actions.toggleTraining();
    expect(notices()).toEqual([]);
    page.actions.toggleTraining();
    diverge();
    page.actions.reset();
    expect(notices()).toEqual([]);
  });

  it('offers no learning rate below the least one', async () => {
    page.actions.changeExperiment({ learningRate: ranges.learningRate.min });
    const experiment = page.experimentStore.getState();
    await settle();
    engine.emit({ type: 'changed', runId: 1, step: 0, patch: {}, experiment, parameters: 1 });
    diverge();
    const [notice] = page.noticeStore.getState();
    expect(notice?.action).toBeUndefined();
    expect(notice?.detail).toContain('clip the gradient');
  });
});

describe('a smaller learning rate', () => {
  it('is a tenth in two digits, and never below the range', () => {
    expect([1, 0.002, 0.000157, 0.00005].map(smallerLearningRate)).toEqual([0.1, 0.0002, 0.000016, 0.00001]);
    expect(smallerLearningRate(ranges.learningRate.min)).toBeNull();
  });
});
