import { beforeEach, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { Session } from '../session';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { checkpointAt, settle, startTestSession } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
beforeEach(async () => {
  ({ session, engine } = await startTestSession());
  engine.emit(startedEvent('1', defaultExperiment));
});

const notices = () => session.notices.store.getState();

function trainTo(step: number): void {
  session.run.toggle();
  engine.emit(progressEvent('1', step, Array<number>(step).fill(0.02)));
}

it('a reset can be undone: the run goes on from its checkpoint, under its own id and settings', async () => {
  trainTo(900);
  const checkpoint = checkpointAt(880, defaultExperiment);
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint });
  session.run.reset();
  expect(session.run.store.getState()).toMatchObject({ step: 0, wantsTraining: false });
  session.run.change({ learningRate: 0.5 });
  await settle();
  const [notice] = notices();
  expect(notice?.action?.label).toBe('Undo: back to step 880');
  engine.commands.length = 0;
  notice?.action?.onClick();
  await settle();
  expect(engine.commands).toEqual([['build', '1', defaultExperiment, checkpoint]]);
  const run = session.run.store.getState();
  expect(run).toMatchObject({ runId: '1', step: 880, wantsTraining: false });
  expect(run.curves.train.steps.at(-1)).toBeLessThanOrEqual(880);
  expect(session.run.experiment.getState().learningRate).toBe(defaultExperiment.learningRate);
  expect(notices()).toEqual([]);
});

it('nothing is offered where nothing was learned', () => {
  session.run.reset();
  expect(notices()).toEqual([]);
});

it('the offer goes when the new network trains', () => {
  trainTo(900);
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(880, defaultExperiment) });
  session.run.reset();
  expect(notices()).toHaveLength(1);
  session.run.toggle();
  expect(notices()).toEqual([]);
});
