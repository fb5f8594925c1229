// The networks of lessons: what the person had is set aside before a lesson begins its own, and comes back when it is left. Nothing
// is lost on the way: the archive keeps every run that has trained.
import type { Lesson } from '../../catalog/lessons/lesson';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import { createRunId } from '../../core/run/stamp';
import { newRun, type Run } from '../runs/run';
import type { Session } from '../session';
import type { LessonRecord } from './lesson-records';
import type { LessonPorts } from './lesson-ports';
import type { HadBefore } from './open-lesson';

export interface LessonRuns {
  /** Keeps the main run at its very step. */
  readonly setAside: () => Promise<HadBefore>;
  /** The lesson's own network: that with which it was left, or a new one. */
  readonly begin: (lesson: Lesson, record: LessonRecord) => Promise<void>;
  /** The main run, for the record of a lesson. */
  readonly network: () => Pick<LessonRecord, 'runId' | 'experiment'>;
  readonly restore: (before: HadBefore) => Promise<void>;
}

export function createLessonRuns(
  { run, runKeeper, archivist, notices }: Session,
  page: Pick<LessonPorts, 'hash' | 'goTo'>,
): LessonRuns {
  /** The run itself, for as long as the page stands: also where the browser keeps nothing. */
  let aside: Run | null = null;

  function start(experiment: Experiment): void {
    run.putBack(newRun(createRunId(), experiment, null));
  }

  async function pause(): Promise<void> {
    await runKeeper.atItsStep().catch(() => null);
    if (run.store.getState().wantsTraining) run.toggle();
  }

  return {
    async setAside() {
      await pause();
      aside = run.store.getState();
      await archivist.keepNow();
      const hasTrained = (aside.checkpoint?.step ?? 0) > 0;
      const experiment = run.experiment.getState();
      return { experiment, runId: hasTrained ? aside.runId : null, hash: page.hash() };
    },
    async begin(lesson, { at, runId, experiment }) {
      await pause();
      if (at > 0 && runId !== null && (await archivist.open(runId)) === 'opened') return;
      start(at > 0 && experiment !== null ? experiment : withPatch(defaultExperiment, lesson.experiment));
      // The network before is set aside, and offered again by the lesson itself.
      notices.dismiss('replaced');
      notices.dismiss('narrowed');
    },
    network() {
      const { runId, checkpoint } = run.store.getState();
      const experiment = run.experiment.getState();
      return { runId: (checkpoint?.step ?? 0) > 0 ? runId : null, experiment };
    },
    async restore({ experiment, runId, hash }) {
      await pause();
      notices.dismiss('narrowed');
      notices.dismiss('replaced');
      const isOpened = runId !== null && runId !== aside?.runId && (await archivist.open(runId)) === 'opened';
      if (runId !== null && aside?.runId === runId) run.putBack(aside);
      else if (!isOpened) start(experiment);
      // Most lessons are opened from Learn: what is back is seen in Train.
      page.goTo(hash === '' || hash.startsWith('#learn') ? '#train' : hash);
      aside = null;
    },
  };
}
