// Lessons on the real playground: one is open at a time, sets its experiment, and follows the live state until what it asks for has
// happened. What the person had is kept, and comes back when the lesson is left.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DoStep, Lesson, Prediction, Step } from '../../catalog/lessons/lesson';
import { hasTrainedEnough, missingOf } from '../../catalog/lessons/missing';
import { lessonOf } from '../../catalog/lessons/registry';
import type { Session } from '../session';
import { createDoing } from './doing';
import {
  keepRecords,
  newRecord,
  readRecords,
  type LessonRecord,
  type LessonRecords,
  type Outcome,
} from './lesson-records';
import { createLessonRuns } from './lesson-runs';
import type { LessonPorts } from './lesson-ports';
import { createLiveState } from './live-state';
import { openLessonStore, setOpenLesson } from './open-lesson';

export interface LessonsState {
  readonly records: LessonRecords;
  /** What the step that is shown still needs; null: it is done, or asks for nothing. */
  readonly missing: string | null;
  /** Whether the page is doing the step for the person. */
  readonly isHelping: boolean;
}

export interface Lessons {
  readonly store: StoreApi<LessonsState>;
  /** Opens a lesson where it was left, or at its beginning. */
  readonly open: (id: string) => Promise<void>;
  /** Forgets what was done of a lesson, and opens it at its beginning. */
  readonly startOver: (id: string) => Promise<void>;
  /** Closes it, and brings back what the person had. */
  readonly leave: () => Promise<void>;
  /** Closes it; its network stays the main run. */
  readonly keepNetwork: () => void;
  readonly fold: (isFolded: boolean) => void;
  readonly back: () => void;
  /** Goes on, where nothing is missing. */
  readonly next: () => void;
  readonly predict: (stepId: string, prediction: Prediction) => void;
  readonly skip: () => void;
  readonly doItForMe: () => Promise<void>;
  /** Forgets what was done of all lessons. */
  readonly forgetAll: () => void;
  readonly dispose: () => void;
}

export function createLessons(session: Session, page: LessonPorts): Lessons {
  const { run } = session;
  const live = createLiveState(session, page.hash);
  const runs = createLessonRuns(session, page);
  const doing = createDoing(session, page);
  const store = createStore<LessonsState>()(() => ({
    records: readRecords(page.storage),
    missing: null,
    isHelping: false,
  }));
  let stopFollowing: () => void = () => undefined;
  /** The step that the page has helped with. */
  let helpedWith: DoStep | null = null;

  const opened = (): Lesson | null => lessonOf(openLessonStore.getState().open?.id ?? '');
  const recordOf = (id: string): LessonRecord => store.getState().records[id] ?? newRecord;
  const stepNow = (): Step | null => {
    const lesson = opened();
    return lesson?.steps[recordOf(lesson.id).at] ?? null;
  };

  function note(id: string, patch: Partial<LessonRecord>): void {
    const records = { ...store.getState().records, [id]: { ...recordOf(id), ...patch } };
    store.setState({ records });
    keepRecords(page.storage, records);
  }

  function noteOutcome(lesson: Lesson, step: DoStep, outcome: Outcome): void {
    const { outcomes, results } = recordOf(lesson.id);
    const before = outcomes[step.id];
    if (before === 'self' || before === outcome) return;
    const measured = outcome === 'skipped' ? {} : step.note?.(live.read());
    note(lesson.id, { outcomes: { ...outcomes, [step.id]: outcome }, results: { ...results, ...measured } });
  }

  /** Looks at the live state: pauses training where the step asks for no more of it, and notes what is done. */
  function look(): void {
    const lesson = opened();
    const step = stepNow();
    if (lesson === null || step?.kind !== 'do') {
      if (store.getState().missing !== null) store.setState({ missing: null });
      return;
    }
    const outcome = recordOf(lesson.id).outcomes[step.id];
    if (outcome === 'self' || outcome === 'helped') {
      show(null);
      return;
    }
    const state = live.read();
    if (state.isTraining && hasTrainedEnough(step, state)) {
      run.toggle();
      return;
    }
    const missing = missingOf(step, state);
    if (missing === null) noteOutcome(lesson, step, helpedWith === step ? 'helped' : 'self');
    show(missing);
  }

  function show(missing: string | null): void {
    if (store.getState().missing !== missing) store.setState({ missing });
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Events come by the hundred while a network trains. */
  const lookSoon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      look();
    }, 60);
  };

  /** Follows the live state anew: another view has other state. */
  function follow(): void {
    stopFollowing();
    stopFollowing = opened() === null ? () => undefined : live.follow(lookSoon);
    look();
  }

  function goTo(at: number): void {
    const lesson = opened();
    if (lesson === null) return;
    helpedWith = null;
    const isEnd = at >= lesson.steps.length;
    const { endedAt } = recordOf(lesson.id);
    note(lesson.id, { at, ...(isEnd && endedAt === null && { endedAt: Date.now() }) });
    look();
  }

  async function begin(id: string, isNew: boolean): Promise<void> {
    const lesson = lessonOf(id);
    if (lesson === null) return;
    closeLesson();
    const before = openLessonStore.getState().open?.before ?? (await runs.setAside());
    if (isNew || recordOf(id).at >= lesson.steps.length) {
      const { endedAt } = recordOf(id);
      note(id, { ...newRecord, endedAt: isNew ? null : endedAt });
    }
    await runs.begin(lesson, recordOf(id));
    live.begin();
    setOpenLesson({ id, isFolded: false, before });
    helpedWith = null;
    page.goTo(`#${lesson.place}`);
    follow();
  }

  /** Notes the network that the open lesson is left with. */
  function closeLesson(): void {
    const lesson = opened();
    if (lesson !== null) note(lesson.id, runs.network());
    doing.stop();
    stopFollowing();
    stopFollowing = () => undefined;
  }

  const stopAddress = page.onHash(follow);
  follow();

  return {
    store,
    open: (id) => begin(id, false),
    startOver: (id) => begin(id, true),
    async leave() {
      const { open } = openLessonStore.getState();
      closeLesson();
      setOpenLesson(null);
      if (open?.before) await runs.restore(open.before);
    },
    keepNetwork() {
      closeLesson();
      setOpenLesson(null);
    },
    fold(isFolded) {
      const { open } = openLessonStore.getState();
      if (open !== null) setOpenLesson({ ...open, isFolded });
    },
    back() {
      const lesson = opened();
      if (lesson !== null) goTo(Math.max(0, recordOf(lesson.id).at - 1));
    },
    next() {
      const lesson = opened();
      if (lesson === null) return;
      const { at, outcomes, predictions } = recordOf(lesson.id);
      const step = lesson.steps[at];
      if (step?.kind === 'do' && outcomes[step.id] === undefined) return;
      if (step?.kind === 'predict' && predictions[step.id] === undefined) return;
      goTo(Math.min(lesson.steps.length, at + 1));
    },
    predict(stepId, prediction) {
      const lesson = opened();
      if (lesson === null) return;
      note(lesson.id, { predictions: { ...recordOf(lesson.id).predictions, [stepId]: prediction } });
    },
    skip() {
      const lesson = opened();
      const step = stepNow();
      if (lesson === null || step?.kind !== 'do') return;
      doing.stop();
      noteOutcome(lesson, step, 'skipped');
      goTo(recordOf(lesson.id).at + 1);
    },
    async doItForMe() {
      const step = stepNow();
      if (step?.kind !== 'do') return;
      helpedWith = step;
      store.setState({ isHelping: true });
      try {
        await doing.run(step, live.read);
      } finally {
        store.setState({ isHelping: false });
        look();
      }
    },
    forgetAll() {
      store.setState({ records: {} });
      keepRecords(page.storage, {});
      look();
    },
    dispose() {
      stopAddress();
      closeLesson();
      clearTimeout(waiting);
    },
  };
}
