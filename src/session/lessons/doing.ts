// "Do it for me": what a step asks for, done by the page with the same actions that the controls call.
import type { DoStep, Help } from '../../catalog/lessons/lesson';
import type { LessonState } from '../../catalog/lessons/lesson-state';
import { hasTrainedEnough, missingOf } from '../../catalog/lessons/missing';
import { createAnomalies } from '../anomalies/anomalies';
import { createInpainting } from '../inpainting/create-inpainting';
import { createLimits } from '../limits/limits';
import type { Session } from '../session';
import type { LessonPorts } from './lesson-ports';
import { drawExample } from './drawn-example';

export interface Doing {
  /** Resolves when the step is done, or it was stopped. */
  readonly run: (step: DoStep, read: () => LessonState) => Promise<void>;
  readonly stop: () => void;
}

/** How long a view may take to load and to answer. */
const patienceMs = 60_000;
const lookEveryMs = 100;

export function createDoing(session: Session, page: Pick<LessonPorts, 'goTo'>): Doing {
  const { run, applications, explore } = session;
  let latest = 0;

  async function doOne(help: Help): Promise<void> {
    if (help.kind === 'change') run.change(help.patch);
    else if (help.kind === 'open') page.goTo(`#${help.place}`);
    else if (help.kind === 'draw') drawExample(session);
    else if (help.kind === 'reset') run.reset();
    else if (help.kind === 'generate') explore.drawAgain();
    else if (help.kind === 'normal') applications.open(createAnomalies).chooseNormal(help.classes);
    else if (help.kind === 'measure-holes') applications.open(createInpainting).measure('block');
    else if (help.kind === 'train-on-normal') {
      const anomalies = applications.open(createAnomalies);
      anomalies.chooseScore('mse');
      anomalies.trainOnNormal('current');
    } else await applications.open(createLimits).photograph.choose('french-alpine-landscape');
  }

  return {
    async run(step, read) {
      const mine = ++latest;
      for (const help of step.help) await doOne(help);
      const since = performance.now();
      while (mine === latest && missingOf(step, read()) !== null) {
        const state = read();
        const wantsMore = step.trainFor !== undefined && !hasTrainedEnough(step, state);
        if (wantsMore && !state.isTraining && (step.needs?.(state) ?? null) === null) run.trainOn();
        if (!wantsMore && performance.now() - since > patienceMs) return;
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    },
    stop() {
      latest++;
    },
  };
}
