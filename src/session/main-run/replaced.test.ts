import { beforeEach, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
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

function keepAt(step: number, experiment: Experiment = defaultExperiment): void {
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(step, experiment) });
}

it('a reset can be undone: the run goes on from its checkpoint, under its own id and settings', async () => {
  trainTo(900);
  keepAt(880);
  session.run.reset();
  expect(session.run.store.getState()).toMatchObject({ step: 0, wantsTraining: false });
  session.run.change({ learningRate: 0.5 });
  await settle();
  const [notice] = notices();
  expect(notice?.action?.label).toBe('Back to it');
  expect(notice?.detail).toContain('at step 880');
  engine.commands.length = 0;
  notice?.action?.onClick();
  await settle();
  const checkpoint = checkpointAt(880, defaultExperiment);
  expect(engine.commands).toEqual([['build', '1', defaultExperiment, checkpoint]]);
  const run = session.run.store.getState();
  expect(run).toMatchObject({ runId: '1', step: 880, wantsTraining: false });
  expect(run.curves.train.steps.at(-1)).toBeLessThanOrEqual(880);
  expect(session.run.experiment.getState().learningRate).toBe(defaultExperiment.learningRate);
  expect(notices()).toEqual([]);
});

it('so can every change that begins a new network, another data set included, however many follow', async () => {
  trainTo(900);
  keepAt(900);
  session.run.change({ dataset: 'quickdraw' });
  session.run.change({ architecture: 'convolutional' });
  await settle();
  expect(session.run.store.getState().runId).not.toBe('1');
  expect(notices()).toHaveLength(1);
  engine.commands.length = 0;
  notices()[0]?.action?.onClick();
  await settle();
  expect(engine.commands).toEqual([['build', '1', defaultExperiment, checkpointAt(900, defaultExperiment)]]);
  expect(session.run.experiment.getState()).toEqual(defaultExperiment);
  expect(session.run.store.getState()).toMatchObject({ runId: '1', step: 900, data: null });
});

it('nothing is offered where nothing was learned', () => {
  session.run.reset();
  session.run.change({ architecture: 'convolutional' });
  expect(notices()).toEqual([]);
});

it('the offer stays while the new network trains, until it has trained for as long', async () => {
  trainTo(900);
  keepAt(900);
  session.run.reset();
  await settle();
  const { runId } = session.run.store.getState();
  engine.emit(startedEvent(runId, defaultExperiment));
  session.run.toggle();
  engine.emit(progressEvent(runId, 899, Array<number>(899).fill(0.02)));
  expect(notices()).toHaveLength(1);
  engine.emit(progressEvent(runId, 900, [0.02]));
  expect(notices()).toEqual([]);
});
