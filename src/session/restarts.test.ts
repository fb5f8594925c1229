import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment } from '../core/experiment/experiment';
import { failureText } from './engine/notices/words';
import type { EngineListeners } from './engine/engine-client';
import type { Session } from './session';
import { fakeBackend, type FakeEngine } from './testing/fake-engine';
import { snapshotEvent } from './testing/snapshot-event';
import { checkpointAt, createTestSession, settle, startTestSession } from './testing/test-session';

describe('an engine that stops', () => {
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

  it('goes on from the checkpoint when the worker dies, with what was changed since, training if it was', async () => {
    session.run.toggle();
    engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(1870) });
    session.run.change({ codeSize: 48 });
    const given = await commandsSince(() => engine.die());
    expect(given).toEqual([
      ['build', '1', defaultExperiment, checkpointAt(1870)],
      ['change', '1', { codeSize: 48 }],
      ['play', '1'],
    ]);
    expect(session.run.store.getState()).toMatchObject({ runId: '1', step: 1870 });
    expect(notices()).toEqual(['The engine stopped and was restarted from step 1,870.']);
  });

  it('takes a new worker after a lost context, and WebAssembly after the second', async () => {
    const lose = () =>
      engine.emit({
        type: 'failed',
        runId: '0',
        kind: 'context-lost',
        fatal: true,
        message: { code: 'engine.context-lost' },
      });
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
    expect(session.engine.store.getState().phase).toBe('stopped');
    const [notice] = session.notices.store.getState();
    expect(notice?.action?.label).toBe('Restart');
    notice?.action?.onClick();
    await settle();
    expect(engine.opened).toHaveLength(5);
    expect(session.engine.store.getState().phase).toBe('running');
    expect(notices()).toEqual([]);
  });

  it('tries again when no backend could be opened', async () => {
    engine.refuseNext('no backend works');
    await commandsSince(() => engine.die());
    await settle();
    expect(engine.opened).toHaveLength(3);
    expect(commands()).toContain('build');
  });

  it('goes back to the backend that worked when another breaks the engine', async () => {
    void session.engine.choose('webgl');
    engine.emit({
      type: 'failed',
      runId: '1',
      kind: 'internal',
      fatal: true,
      message: { code: 'unexpected', detail: 'no shader compiles' },
    });
    await settle();
    expect(engine.opened).toEqual(['auto', 'auto']);
    expect(session.engine.store.getState().choice).toBe('auto');
    expect(notices()[0]).toContain('WebGL could not be started');
  });

  it('offers a backend that was found after the start', () => {
    expect(session.engine.store.getState().backend?.available).toEqual(['wasm', 'cpu']);
    engine.emit({ type: 'backends-found', available: ['webgpu', 'wasm', 'cpu'] });
    expect(session.engine.store.getState().backend).toEqual({
      ...fakeBackend,
      available: ['webgpu', 'wasm', 'cpu'],
    });
  });

  it('goes on on WebAssembly when the graphics card refuses the work, and says so', async () => {
    engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(1870) });
    const message = { code: 'engine.work-refused', backend: 'webgpu', detail: 'too many buffers' } as const;
    session.engine.store.setState({ backend: { ...fakeBackend, name: 'webgpu' } });
    engine.emit({ type: 'failed', runId: '1', kind: 'refused', fatal: true, message });
    await settle();
    expect(engine.opened).toEqual(['auto', 'wasm']);
    const [notice] = session.notices.store.getState();
    expect(notice).toMatchObject({
      message:
        'The graphics card cannot compute this network: the engine was restarted from step 1,870 on WebAssembly, which needs no graphics card.',
      detail: failureText(message),
    });
  });

  it('hears nothing from an engine it has given up', async () => {
    const listeners: EngineListeners[] = [];
    ({ session } = createTestSession({
      openEngine(backend, given) {
        listeners.push(given);
        return engine.open(backend, given, null);
      },
    }));
    session.start();
    await settle();
    engine.die();
    await settle();
    expect(listeners).toHaveLength(2);
    const { runId } = session.run.store.getState();
    listeners[0]?.onEvent(snapshotEvent(runId, 5));
    expect(session.run.store.getState().snapshot).toBeNull();
    listeners[1]?.onEvent(snapshotEvent(runId, 5));
    expect(session.run.store.getState().snapshot?.step).toBe(5);
  });

  it('begins again when the engine dies before the first checkpoint, and is still the same run', async () => {
    session.run.change({ codeSize: 9 });
    const given = await commandsSince(() => engine.die());
    expect(given).toEqual([['build', '1', { ...defaultExperiment, codeSize: 9 }, null]]);
  });

  it('answers with nothing what an engine was asked that has died since, and asks the next one', async () => {
    engine.answerWith({ decode: () => new Promise(() => undefined) });
    const first = session.questions.decode(Float32Array.of(1));
    session.selection.hover(5);
    engine.die();
    expect(await first).toBeNull();
    await settle();
    const given = await commandsSince(() => session.selection.hover(6));
    expect(given).toEqual([['inspect', '1', 6]]);
  });
});
