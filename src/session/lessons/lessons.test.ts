// Lessons on an engine that only notes its commands: what is kept of the person's own network, and what counts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lesson } from '../../catalog/lessons/lesson';
import { lessonOf } from '../../catalog/lessons/registry';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { Session } from '../session';
import { evaluationEvent, progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { memoryRunArchive } from '../testing/memory-run-archive';
import { checkpointAt, settle, startTestSession } from '../testing/test-session';
import { isFinished, newRecord, progressOf, readRecords } from './lesson-records';
import { createLessons, type Lessons } from './lessons';
import { openLessonStore, setOpenLesson } from './open-lesson';

const bottleneck = lessonOf('bottleneck') as Lesson;
const mine = { ...defaultExperiment, codeSize: 9 };

let session: Session;
let engine: FakeEngine;
let room: Lessons;
let hash: string;
let kept: Map<string, string>;
const archive = memoryRunArchive();

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
const page = {
  storage,
  hash: () => hash,
  goTo: (next: string) => (hash = next),
  onHash: () => () => undefined,
};
const record = () => room.store.getState().records['bottleneck'] ?? newRecord;
const runId = () => session.run.store.getState().runId;
/** The store is looked at a moment after an event. */
const look = () => new Promise((resolve) => setTimeout(resolve, 80));

function stand(): void {
  engine.emit(startedEvent(runId(), session.run.experiment.getState()));
  engine.emit({ type: 'stage', runId: runId(), stage: 'ready', message: { code: 'stage.ready' } });
}

/** The engine has trained to this step, and measured there. */
function trainTo(step: number): void {
  const from = session.run.store.getState().step;
  engine.emit(progressEvent(runId(), step, Array<number>(step - from).fill(0.02)));
  engine.emit({
    type: 'checkpoint',
    runId: runId(),
    checkpoint: checkpointAt(step, session.run.experiment.getState()),
  });
}

async function takeStep(): Promise<void> {
  room.next();
  await look();
}

beforeEach(async () => {
  kept = new Map();
  hash = '#explore/sliders';
  ({ session, engine } = await startTestSession({
    experiment: mine,
    runArchive: () => Promise.resolve(archive),
  }));
  room = createLessons(session, page);
});
afterEach(() => {
  room.dispose();
  setOpenLesson(null);
  session.dispose();
});

describe('what the person had', () => {
  it('is set aside for the experiment of the lesson, and comes back, trained as it was', async () => {
    stand();
    trainTo(1870);
    const before = runId();
    await room.open('bottleneck');
    expect(session.run.experiment.getState()).toEqual({ ...defaultExperiment, ...bottleneck.experiment });
    expect(runId()).not.toBe(before);
    expect(hash).toBe('#train');
    await room.leave();
    expect(session.run.store.getState()).toMatchObject({ runId: before, step: 1870, wantsTraining: false });
    expect(session.run.experiment.getState()).toEqual(mine);
    expect(hash).toBe('#explore/sliders');
    expect(openLessonStore.getState().open).toBeNull();
  });

  it('comes back after a reload of the page, from the runs that are kept', async () => {
    stand();
    trainTo(1870);
    const before = runId();
    await room.open('bottleneck');
    await settle();
    // Another page: nothing is known but what the browser keeps.
    room.dispose();
    ({ session, engine } = await startTestSession({ runArchive: () => Promise.resolve(archive) }));
    room = createLessons(session, page);
    await room.leave();
    expect(session.run.store.getState()).toMatchObject({ runId: before, step: 1870 });
    expect(session.run.experiment.getState()).toEqual(mine);
  });

  it('is what it was before the first of several lessons', async () => {
    await room.open('bottleneck');
    await room.open('sparse');
    await room.leave();
    expect(session.run.experiment.getState()).toEqual(mine);
  });
});

describe('a step', () => {
  const toDo = async () => {
    await room.open('bottleneck');
    stand();
    await takeStep();
    expect(room.store.getState().missing).toBe('Press Train: it takes 300 steps.');
  };

  it('is no button away: it stays until it has happened, and pauses there', async () => {
    await toDo();
    room.next();
    expect(record().at).toBe(1);
    session.run.toggle();
    trainTo(299);
    await look();
    expect(room.store.getState().missing).toBe('Training: 1 step to go.');
    trainTo(300);
    await look();
    expect(session.run.store.getState().wantsTraining).toBe(false);
    engine.emit(evaluationEvent(runId(), { step: 300 }));
    await look();
    expect(record().outcomes).toEqual({ wide: 'self' });
    expect(record().results['wideMse']).toBe(0.231);
    await takeStep();
    expect(record().at).toBe(2);
  });

  it('does not count with another bottleneck, nor before the engine has taken the change on', async () => {
    await toDo();
    session.run.change({ codeSize: 3 });
    trainTo(400);
    await look();
    expect(room.store.getState().missing).toBe('Bottleneck size is 3 now; it needs to be 16.');
    session.run.change({ codeSize: 16 });
    const patch = { codeSize: 3 };
    const at = { runId: runId(), step: 400, trainCount: 60_000, parameters: 9 };
    const experiment = { ...session.run.experiment.getState(), codeSize: 3 };
    engine.emit({ type: 'changed', ...at, patch, experiment });
    await look();
    expect(room.store.getState().missing).toBe('Press Train: it takes 300 steps.');
    expect(record().outcomes).toEqual({});
  });

  it('that is skipped, or done by the page, does not make a lesson finished', async () => {
    await toDo();
    room.skip();
    expect(record()).toMatchObject({ at: 2, outcomes: { wide: 'skipped' } });
    room.predict('narrow', 'double');
    await takeStep();
    const helping = room.doItForMe();
    expect(session.run.experiment.getState().codeSize).toBe(2);
    room.skip();
    await helping;
    const ended = { ...record(), at: bottleneck.steps.length, endedAt: 1 };
    expect(progressOf(bottleneck, ended)).toBeLessThan(1);
    expect(isFinished(bottleneck, ended)).toBe(false);
  });

  it('waits for a prediction, and “I don’t know” is one', async () => {
    await toDo();
    room.skip();
    room.next();
    expect(record().at).toBe(2);
    room.predict('narrow', null);
    room.next();
    expect(record().at).toBe(3);
  });
});

describe('what was done', () => {
  it('is there again on another visit, and a lesson is taken up where it was left', async () => {
    await room.open('bottleneck');
    room.next();
    await room.leave();
    room.dispose();
    room = createLessons(session, page);
    await room.open('bottleneck');
    expect(record().at).toBe(1);
    await room.startOver('bottleneck');
    expect(record().at).toBe(0);
  });

  it('is forgotten when the person asks for it', async () => {
    await room.open('bottleneck');
    room.next();
    room.forgetAll();
    expect(readRecords(storage)).toEqual({});
  });

  it('of nonsense in the storage is nothing', () => {
    const read = (text: string) => readRecords({ getItem: () => text, setItem: () => undefined });
    expect(read('{')).toEqual({});
    expect(read('[1]')).toEqual({});
    expect(read('{"bottleneck": {"at": "two"}}')).toEqual({});
    expect(readRecords(null)).toEqual({});
  });
});
