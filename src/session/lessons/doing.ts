// "Do it for me": what a step asks for, done by the page with the same actions that the controls call.
import type { DoStep, Help } from '../../catalog/lessons/lesson';
import type { LessonState } from '../../catalog/lessons/lesson-state';
import { hasTrainedEnough, missingOf } from '../../catalog/lessons/missing';
import { createAnomalies } from '../anomalies/anomalies';
import { createInpainting } from '../inpainting/create-inpainting';
import { createLimits } from '../limits/limits';
import type { Session } from '../session';
import type { LessonPorts } from './lesson-ports';
import { drawnSeven } from './drawn-seven';

export interface Doing {
  /** Resolves when the step is done, or it was stopped. */
  readonly run: (step: DoStep, read: () => LessonState) => Promise<void>;
  readonly stop: () => void;
}

/** How long a view may take to load and to answer. */
const patienceMs = 60_000;
const lookEveryMs = 100;

export function createDoing(session: Session, page: Pick<LessonPorts, 'goTo'>): Doing {
  const { run, applications, explore, pointing, drawing } = session;
  let latest = 0;

  function doOne(help: Help): void | Promise<void> {
    switch (help.kind) {
      case 'change':
        return run.change(help.patch);
      case 'open':
        return page.goTo(`#${help.place}`);
      case 'draw':
        return drawing.draw(drawnSeven());
      case 'point':
        return pointSomewhere();
      case 'generate':
        return explore.drawAgain();
      case 'normal':
        return applications.open(createAnomalies).chooseNormal(help.classes);
      case 'hole':
        return applications.open(createInpainting).measure('block');
      case 'photograph':
        return applications.open(createLimits).photograph.choose('french-alpine-landscape');
    }
  }

  /** The middle of the map. */
  function pointSomewhere(): void {
    const { testCodes } = run.store.getState();
    if (testCodes !== null) pointing.atCode({ x: 0, y: 0 }, testCodes.plane.mean);
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
        // A view that has just been opened had nothing to point at yet.
        if (step.help.some(({ kind }) => kind === 'point')) pointSomewhere();
        if (!wantsMore && performance.now() - since > patienceMs) return;
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    },
    stop: () => void latest++,
  };
}
