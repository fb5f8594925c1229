import { beforeEach, describe, expect, it } from 'vitest';
import type { Diverged } from '../core/engine-api/events';
import type { OptimizerId } from '../catalog/optimizers/registry';
import { defaultExperiment, ranges } from '../core/experiment/experiment';
import { smallerLearningRate } from './engine/notices/engine-notices';
import type { Session } from './session';
import { fakeBackend, type FakeEngine } from './testing/fake-engine';
import { snapshotEvent } from './testing/snapshot-event';
import { createTestSession, settle, startTestSession } from './testing/test-session';

describe('the session', () => {
  let session: Session;
  let engine: FakeEngine;

  const commands = () => engine.commands.map(([name]) => name);
  const commandsSince = async (act: () => void) => {
    engine.commands.length = 0;
    act();
    await settle();
    return engine.commands;
  };
  const notices = () => session.notices.store.getState().map(({ message }) => message);

  beforeEach(async () => {
    ({ session, engine } = await startTestSession());
  });

  it('builds the chosen experiment once the engine has a backend', () => {
    expect(engine.commands).toEqual([['build', '1', defaultExperiment, null]]);
    expect(session.engine.store.getState()).toMatchObject({ phase: 'running', backend: fakeBackend });
  });

  it('bends a running network where it can and does not build it anew', async () => {
    const given = await commandsSince(() => session.run.change({ codeSize: 8, noise: 'gaussian' }));
    expect(given).toEqual([['change', '1', { codeSize: 8, noise: 'gaussian' }]]);
    expect(session.run.experiment.getState().codeSize).toBe(8);
  });

  it('builds anew with another data set, shows nothing of the old run, and goes on training', async () => {
    session.run.toggle();
    engine.emit(snapshotEvent('1', 12));
    const given = await commandsSince(() => session.run.change({ dataset: 'quickdraw' }));
    expect(given.map(([name, runId]) => [name, runId])).toEqual([
      ['build', '2'],
      ['play', '2'],
    ]);
    expect(session.run.store.getState()).toMatchObject({ runId: '2', snapshot: null, step: 0 });
    engine.emit(snapshotEvent('1', 13));
    expect(session.run.store.getState().snapshot).toBeNull();
  });

  it('says nothing to the engine about a choice that is none', async () => {
    expect(await commandsSince(() => session.run.change({ codeSize: 16 }))).toEqual([]);
  });

  it('resets to step 0 and does not train', async () => {
    session.run.toggle();
    const given = await commandsSince(() => session.run.reset());
    expect(given.map(([name]) => name)).toEqual(['build']);
    expect(session.run.store.getState()).toMatchObject({ step: 0, wantsTraining: false });
  });

  it('keeps a change before the step that was asked after it', async () => {
    const given = await commandsSince(() => {
      session.run.change({ learningRate: 0.01 });
      session.run.change({ learningRate: 0.02 });
      session.run.step();
    });
    expect(given.map(([name]) => name)).toEqual(['change', 'change', 'step']);
  });

  it('builds once, and with all that was pressed before there was an engine', async () => {
    ({ session, engine } = createTestSession());
    session.start();
    session.run.change({ seed: 3 });
    session.run.change({ codeSize: 4 });
    session.run.toggle();
    await settle();
    expect(commands()).toEqual(['build', 'play']);
    expect(engine.commands[0]?.[2]).toMatchObject({ codeSize: 4, seed: 3 });
  });

  it('lets a drawing flow through the diagram, and a test image again when the pad is cleared', async () => {
    engine.emit(snapshotEvent('1'));
    const ink = { width: 28, height: 28, alpha: new Uint8ClampedArray(784).fill(255, 300, 310) };
    const drawn = await commandsSince(() => session.drawing.draw(ink));
    expect(drawn.map(([name]) => name)).toEqual(['setDrawing', 'setFocus']);
    expect(drawn[1]?.[1]).toEqual({ kind: 'drawing' });
    const cleared = await commandsSince(() => session.drawing.draw(null));
    expect(cleared.map(([name]) => name)).toEqual(['setDrawing', 'setFocus']);
    expect(cleared[0]?.[2]).toBeNull();
  });

  it('asks again about the hovered image when the weights have changed', async () => {
    const given = await commandsSince(() => session.selection.hover(123));
    expect(given).toEqual([['inspect', '1', 123]]);
    expect(await commandsSince(() => engine.emit(snapshotEvent('1', 50)))).toEqual([['inspect', '1', 123]]);
    session.selection.hover(null);
    expect(await commandsSince(() => engine.emit(snapshotEvent('1', 60)))).toEqual([]);
  });

  const diverge = (cause: Diverged['cause'] = 'reconstruction') => {
    session.run.toggle();
    engine.emit({ type: 'diverged', runId: engine.runId(), step: 1234, restoredStep: 1000, cause });
  };

  it('stops when the loss diverges, and says at which step, why, and where the network is', () => {
    diverge();
    expect(session.run.store.getState().wantsTraining).toBe(false);
    const [notice] = session.notices.store.getState();
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
    const [notice] = session.notices.store.getState();
    expect(notice?.action?.label).toBe('Train on at 0.0002');
    const given = await commandsSince(() => notice?.action?.onClick());
    expect(given).toEqual([
      ['change', '1', { learningRate: 0.0002 }],
      ['play', '1'],
    ]);
    expect(session.run.experiment.getState().learningRate).toBe(0.0002);
    expect(session.run.store.getState().wantsTraining).toBe(true);
    expect(notices()).toEqual([]);
  });

  it('offers other weights when the network has died, and to train on from weights that had learned something', async () => {
    const { seed } = session.run.experiment.getState();
    diverge('dead-hidden');
    const [notice] = session.notices.store.getState();
    expect(notice?.otherAction?.label).toBe('Train on at 0.0002');
    expect(notice?.action?.label).toBe('Reset with new weights at 0.0002');
    const given = await commandsSince(() => notice?.action?.onClick());
    expect(given.map(([name]) => name)).toEqual(['build']);
    expect(session.run.experiment.getState()).toMatchObject({ learningRate: 0.0002, seed: seed + 1 });
    expect(session.run.store.getState()).toMatchObject({ step: 0, wantsTraining: false });
    expect(notices()).toEqual([]);
  });

  it('offers only other weights when the network died before it had learned anything', () => {
    session.run.toggle();
    const died = { type: 'diverged', step: 300, restoredStep: 0, cause: 'dead-output' } as const;
    engine.emit({ ...died, runId: engine.runId() });
    const [notice] = session.notices.store.getState();
    expect(notice?.action?.label).toBe('Reset with new weights at 0.0002');
    expect(notice?.otherAction).toBeUndefined();
  });

  it('stops offering it when the person trains on or starts over', () => {
    diverge();
    session.run.toggle();
    expect(notices()).toEqual([]);
    session.run.toggle();
    diverge();
    session.run.reset();
    expect(notices()).toEqual([]);
  });

  it('offers no learning rate below the least one', async () => {
    session.run.change({ learningRate: ranges.learningRate.min });
    const experiment = session.run.experiment.getState();
    await settle();
    engine.emit({
      type: 'changed',
      runId: '1',
      step: 0,
      patch: {},
      experiment,
      trainCount: 60_000,
      parameters: 1,
    });
    diverge();
    const [notice] = session.notices.store.getState();
    expect(notice?.action).toBeUndefined();
    expect(notice?.detail).toContain('clip the gradient');
  });
});

describe('a smaller learning rate', () => {
  it('is a tenth in two digits, never below the range, and no more than 0.01 under Adam and RMSProp', () => {
    const smaller = (learningRate: number, optimizer: OptimizerId = 'sgd') =>
      smallerLearningRate({ learningRate, optimizer, codeKind: 'deterministic' }, 784);
    expect([1, 0.002, 0.000157, 0.00005].map((rate) => smaller(rate))).toEqual([
      0.1, 0.0002, 0.000016, 0.00001,
    ]);
    expect(smaller(ranges.learningRate.min)).toBeNull();
    // where every weight moves by the learning rate
    expect([1, 0.2, 0.05].map((rate) => smaller(rate, 'adam'))).toEqual([0.01, 0.01, 0.005]);
    expect(smaller(1, 'rmsprop')).toBe(0.01);
  });

  it('is smaller by the size of a sample where SGD follows a loss that is summed over it', () => {
    const smaller = (learningRate: number, optimizer: OptimizerId) =>
      smallerLearningRate({ learningRate, optimizer, codeKind: 'gaussian' }, 784);
    expect(smaller(1, 'sgd')).toBe(0.00013);
    expect(smaller(0.001, 'sgd')).toBe(0.0001);
    expect(smaller(1, 'adam')).toBe(0.01);
  });
});
