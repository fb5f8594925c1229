// An engine that hangs: while it starts, and when it is asked to move to another backend.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../session';
import type { FakeEngine } from '../testing/fake-engine';
import { checkpointAt, createTestSession } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
const settle = () => vi.advanceTimersByTimeAsync(0);
const builds = () => engine.commands.filter(([name]) => name === 'build');

beforeEach(() => {
  vi.useFakeTimers();
  ({ session, engine } = createTestSession());
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
});

describe('an engine that does not open', () => {
  it('is replaced after a minute of silence, sooner once it has begun, and in the end given up with the reason', async () => {
    engine.hangAlways();
    session.start();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(engine.opened).toHaveLength(1);
    // It says that it does something, and would say so again.
    engine.emit({
      type: 'stage',
      runId: null,
      stage: 'backend',
      message: { code: 'stage.choosing-backend' },
    });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(engine.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine.opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(engine.opened).toHaveLength(4);
    expect(session.engine.store.getState().phase).toBe('stopped');
  });

  it('can be left for another backend at once', async () => {
    engine.hangAlways();
    session.start();
    await settle();
    engine.hangNoMore();
    await session.engine.choose('cpu');
    await settle();
    expect(engine.opened).toEqual(['auto', 'cpu']);
    expect(session.engine.store.getState().phase).toBe('running');
    expect(builds()).toHaveLength(1);
  });
});

describe('an engine that is asked to change its backend', () => {
  beforeEach(async () => {
    session.start();
    await settle();
    engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(300) });
    session.run.toggle();
  });

  it('is replaced when it is too busy to answer, and the run goes on from its checkpoint', async () => {
    engine.keepBusy();
    void session.engine.choose('wasm');
    await vi.advanceTimersByTimeAsync(1_400);
    expect(engine.opened).toEqual(['auto']);
    await vi.advanceTimersByTimeAsync(200);
    expect(engine.opened).toEqual(['auto', 'wasm']);
    expect(builds().at(-1)).toEqual(['build', '1', checkpointAt(300).experiment, checkpointAt(300)]);
    expect(engine.commands.at(-1)).toEqual(['play', '1']);
    expect(session.engine.store.getState()).toMatchObject({ phase: 'running', choice: 'wasm' });
    expect(session.notices.store.getState()).toEqual([]);
  });

  it('may take its time once it has taken the command', async () => {
    engine.keepBusy();
    void session.engine.choose('wasm');
    engine.emit({ type: 'stage', runId: '1', stage: 'backend', message: { code: 'stage.changing-backend' } });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(engine.opened).toEqual(['auto']);
  });

  it('goes back to the backend before when the one that replaced it cannot be opened', async () => {
    engine.keepBusy();
    void session.engine.choose('cpu');
    engine.refuseNext('no');
    await vi.advanceTimersByTimeAsync(1_600);
    expect(engine.opened).toEqual(['auto', 'cpu', 'auto']);
    expect(session.engine.store.getState().choice).toBe('auto');
  });
});

it('one that was given up is started again by choosing a backend', async () => {
  engine.refuseAlways('no backend');
  session.start();
  await settle();
  expect(session.engine.store.getState().phase).toBe('stopped');
  engine.openAgain();
  await session.engine.choose('cpu');
  await settle();
  expect(session.engine.store.getState().phase).toBe('running');
});
