import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paused } from '../../../core/engine-api/events';
import type { Session } from '../../session';
import { evaluationEvent, progressEvent, startedEvent, type FakeEngine } from '../../testing/fake-engine';
import { settle, startTestSession } from '../../testing/test-session';

let session: Session;
let engine: FakeEngine;
beforeEach(async () => {
  ({ session, engine } = await startTestSession());
});

const run = () => session.run.store.getState();
const goals = () => session.run.goals;
const notices = () => session.notices.store.getState();
/** Its words are loaded when they are needed. */
const firstNotice = () =>
  vi.waitFor(() => {
    const [notice] = notices();
    if (notice === undefined) throw new Error('nothing is said');
    return notice;
  });
const named = (name: string) => engine.commands.filter(([command]) => command === name);
const lastPlay = () => named('play').at(-1);

function trainTo(step: number): void {
  const made = step - run().step;
  engine.emit(progressEvent(run().runId, step, Array<number>(made).fill(0.02)));
}
const pausedAt = (step: number, reason: Paused['reason']) =>
  engine.emit({ type: 'paused', runId: run().runId, step, reason });

describe('a goal', () => {
  it('goes with the command to train, and what reaches it is said once', async () => {
    goals().set({ kind: 'epochs', value: 2 });
    session.run.toggle();
    await settle();
    expect(lastPlay()).toEqual(['play', '1', Infinity, { kind: 'epochs', value: 2 }]);
    trainTo(938);
    pausedAt(938, 'finished');
    expect(run().wantsTraining).toBe(false);
    expect((await firstNotice()).message).toBe(
      'Goal reached: 2 epochs. Training paused at step 938, after 10 s of training.',
    );

    // Train goes on past it.
    session.run.toggle();
    await settle();
    expect(notices()).toEqual([]);
    expect(lastPlay()).toEqual(['play', '1']);
    trainTo(1000);
    session.run.toggle();
    pausedAt(1000, 'asked');
    expect(notices()).toEqual([]);
  });

  it('in seconds of training pauses at the report that completes them', async () => {
    goals().set({ kind: 'seconds', value: 3 });
    session.run.toggle();
    // The fake engine takes 10 ms for a step.
    trainTo(299);
    await settle();
    expect(named('pause')).toEqual([]);
    trainTo(300);
    await settle();
    expect(named('pause')).toEqual([['pause', '1']]);
    expect(run().wantsTraining).toBe(false);
    pausedAt(303, 'asked');
    expect((await firstNotice()).message).toContain('at step 303');
    expect((await firstNotice()).message).toContain('Goal reached: 3 s of training.');
    expect((await firstNotice()).message).not.toContain('after');
  });

  it('in test MSE says on which images it was measured', async () => {
    goals().set({ kind: 'testMse', value: 0.02 });
    session.run.toggle();
    trainTo(500);
    engine.emit(evaluationEvent('1', { step: 500, mse: 0.0199 }));
    pausedAt(500, 'finished');
    expect((await firstNotice()).message).toContain('a test MSE of 0.02.');
    expect((await firstNotice()).detail).toContain('0.0199, measured on the whole test set (10,000)');
  });

  it('that is set while training reaches the engine at once, and so does none', async () => {
    session.run.toggle();
    goals().set({ kind: 'epochs', value: 5 });
    await settle();
    expect(lastPlay()[3]).toEqual({ kind: 'epochs', value: 5 });
    goals().set(null);
    await settle();
    expect(lastPlay()).toEqual(['play', '1']);
  });

  it('that the run has passed when it is set does not hold it up', async () => {
    session.run.toggle();
    trainTo(938);
    goals().set({ kind: 'epochs', value: 1 });
    await settle();
    expect(goals().store.getState().doneBy).toBe('1');
    expect(lastPlay()).toEqual(['play', '1']);
  });

  it('stands again for the next run', async () => {
    goals().set({ kind: 'epochs', value: 1 });
    session.run.toggle();
    trainTo(469);
    pausedAt(469, 'finished');
    session.run.reset();
    engine.emit(startedEvent('2'));
    session.run.toggle();
    await settle();
    expect(lastPlay()).toEqual(['play', '2', Infinity, { kind: 'epochs', value: 1 }]);
  });

  it('comes from a link and goes into one; nonsense is told', () => {
    expect(goals().takeFromLink('60seconds')).toEqual([]);
    expect(goals().inLink()).toBe('60seconds');
    expect(goals().takeFromLink('soon')).toHaveLength(1);
    expect(goals().inLink()).toBeNull();
    goals().takeFromLink('60seconds');
    expect(goals().takeFromLink(undefined)).toEqual([]);
    expect(goals().inLink()).toBeNull();
  });
});
