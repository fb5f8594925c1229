// For tests only: lessons, played to their end on the real engine by the actions that the controls call: what is claimed comes out, and
// a wrong turn does not count. Two files play half of them each, so that two browsers share the work.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DoStep, Help, Lesson } from '../../../catalog/lessons/lesson';
import { openAnalysis } from '../../analysis/analysis-client';
import { createAnomalies } from '../../anomalies/anomalies';
import { createDatasets } from '../../datasets/datasets';
import { openEngine } from '../../engine/engine-client';
import { createInpainting } from '../../inpainting/create-inpainting';
import { createLimits } from '../../limits/limits';
import type { Session } from '../../session';
import { createTestSession } from '../../testing/test-session';
import { drawExample } from '../drawn-example';
import { newRecord, progressOf } from '../lesson-records';
import { createLessons, type Lessons } from '../lessons';
import { openLessonStore } from '../open-lesson';

const patience = { timeout: 60_000, interval: 30 };

let session: Session;
let room: Lessons;
let hash = '#train';
const listeners = new Set<() => void>();
/** A view that is shown asks for what it shows. */
let closeView: () => void = () => undefined;

function goTo(next: string): void {
  hash = next;
  closeView();
  const { applications } = session;
  const views: Readonly<Record<string, () => () => void>> = {
    '#apply/anomalies': () => applications.open(createAnomalies).lookAt(),
    '#apply/inpainting': () => applications.open(createInpainting).open(),
  };
  closeView = views[next]?.() ?? (() => undefined);
  listeners.forEach((listener) => listener());
}

function openSession(): void {
  const datasets = createDatasets(() => Promise.reject(new Error('no storage')));
  ({ session } = createTestSession({ openEngine, datasets, analysis: openAnalysis(datasets.lent) }));
  void session.engine.choose('wasm');
  session.lookAt('drawing', 'pictures');
  session.start();
  room = createLessons(session, {
    storage: null,
    hash: () => hash,
    goTo,
    onHash(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}

/** What is claimed to come, of each comparison. Far from the borders at which a lesson would say otherwise. */
const usual: Readonly<Record<string, (answer: string | number | undefined) => boolean>> = {
  'autoencoder took': (answer) => answer === 'seconds' || answer === 'minutes',
  'encoder-decoder got': (answer) => answer === '8',
  'reconstruction-error fell': (answer) => Number(answer) > 0.015 && Number(answer) < 0.03,
  'reconstruction-error differed': (answer) => answer === 'worse',
  'bottleneck narrowed': (answer) => answer === 'double',
  'bottleneck widened': (answer) => answer === 'pca',
  'pca linear-came': (answer) => answer === 'equal',
  'pca curved-came': (answer) => answer === 'network',
  'depth-width deep-came': (answer) => answer === 'worse',
  'depth-width thin-came': (answer) => answer === 'worse',
  'sparse priced-came': (answer) => Number(answer) >= 8 && Number(answer) <= 22,
  'sparse dear-came': (answer) => answer === 'worse',
  'denoising came': (answer) => answer === 'fifth',
  'variational came': (answer) => answer === 'both',
  'anomalies zero-came': (answer) => answer === 'good',
  'anomalies one-came': (answer) => answer === 'chance',
  'inpainting came': (answer) => answer === 'lower',
  'limits came': (answer) => answer === 'worse',
  'limits patches-came': (answer) => answer === 'better',
  'beyond-images came': (answer) => answer === 'better',
};

const recordOf = ({ id }: Lesson) => room.store.getState().records[id] ?? newRecord;

/** What a person does with the controls. */
async function act(help: Help): Promise<void> {
  const { run, applications, explore } = session;
  if (help.kind === 'change') run.change(help.patch);
  if (help.kind === 'reset') run.reset();
  if (help.kind === 'open') goTo(`#${help.place}`);
  if (help.kind === 'draw') drawExample(session);
  if (help.kind === 'generate') explore.drawAgain();
  if (help.kind === 'normal') applications.open(createAnomalies).chooseNormal(help.classes);
  if (help.kind === 'train-on-normal') applications.open(createAnomalies).trainOnNormal('current');
  if (help.kind === 'measure-holes') applications.open(createInpainting).measure('block');
  if (help.kind === 'photograph') {
    await applications.open(createLimits).photograph.choose('french-alpine-landscape');
  }
}

async function play(lesson: Lesson, step: DoStep): Promise<void> {
  const { run } = session;
  await expect.poll(() => run.store.getState().stage, patience).toBe('ready');
  // A wrong turn: a step of training, in whatever way the network is now. Nothing that was asked for has happened.
  const before = run.store.getState().step;
  if (step.trainFor !== undefined) {
    run.step();
    await expect.poll(() => run.store.getState().step, patience).toBe(before + 1);
  }
  await expect.poll(() => room.store.getState().missing, patience).not.toBeNull();
  room.next();
  expect([lesson.steps[recordOf(lesson).at]?.id, recordOf(lesson).outcomes[step.id]]).toEqual([
    step.id,
    undefined,
  ]);
  for (const help of step.help) await act(help);
  await expect.poll(() => run.store.getState().stage, patience).toBe('ready');
  if (step.trainFor !== undefined && !run.store.getState().wantsTraining) run.toggle();
  await expect.poll(() => recordOf(lesson).outcomes[step.id], { ...patience, message: step.id }).toBe('self');
  if (step.trainFor !== undefined) expect(run.store.getState().wantsTraining).toBe(false);
}

/** Plays these lessons one after the other in one session, a test for each. */
export function playLessons(lessons: readonly Lesson[]): void {
  beforeAll(openSession);
  afterAll(() => {
    room.dispose();
    session.dispose();
  });
  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    'plays %s',
    { timeout: 180_000 },
    (_, lesson) => playLesson(lesson),
  );
}

async function playLesson(lesson: Lesson): Promise<void> {
  await expect.poll(() => session.run.store.getState().stage, patience).toBe('ready');
  await room.open(lesson.id);
  expect(openLessonStore.getState().open?.id).toBe(lesson.id);
  for (const step of lesson.steps) {
    if (step.kind === 'predict') {
      room.next();
      expect(lesson.steps[recordOf(lesson).at]).toBe(step);
      room.predict(step.id, null);
    }
    if (step.kind === 'do') await play(lesson, step);
    if (step.kind === 'compare') {
      const came = step.came(recordOf(lesson).results);
      expect(came?.answer, step.id).toSatisfy(usual[`${lesson.id} ${step.id}`] ?? (() => false));
    }
    room.next();
  }
  expect(progressOf(lesson, recordOf(lesson))).toBe(1);
}
