// Reads what lessons check from the live session. What Apply knows is read from its own rooms, which load with its views.
import type { LessonState } from '../../catalog/lessons/lesson-state';
import { difference } from '../../core/experiment/experiment';
import { meanActive } from '../../core/run/objective-terms';
import { secondsAt } from '../../core/run/run-clock';
import { createAnomalies } from '../anomalies/anomalies';
import { createInpainting } from '../inpainting/create-inpainting';
import type { Run } from '../runs/run';
import type { Session } from '../session';
import { createPhotographReading } from './photograph-reading';

/** The view that an address shows. */
function placeOf(hash: string): string {
  const place = hash.replace(/^#/, '').split('?')[0] ?? '';
  const [workspace = '', subView] = place.split('/');
  const first: Readonly<Record<string, string>> = {
    explore: 'sliders',
    apply: 'anomalies',
    compare: 'families',
  };
  if (workspace === '') return 'train';
  return subView === undefined && first[workspace] ? `${workspace}/${first[workspace]}` : place;
}

export interface LiveState {
  /** A lesson begins: what was drawn before does not count. */
  readonly begin: () => void;
  readonly read: () => LessonState;
  /** Calls `listener` when something of it may have changed, until the function that is returned is called. */
  readonly follow: (listener: () => void) => () => void;
}

/** @param hash of the address */
export function createLiveState(session: Session, hash: () => string): LiveState {
  const { run, analysis, selection, pointing, explore, drawing, applications } = session;
  const photograph = createPhotographReading(session);
  let drawnBefore: unknown = null;
  let drawsBefore = 0;

  function anomaliesNow(): LessonState['anomalies'] {
    if (placeOf(hash()) !== 'apply/anomalies') return null;
    const { normalClasses, score, network, detection } = applications.open(createAnomalies).store.getState();
    const { runId, step } = run.store.getState();
    // Scores of the weights as they are: those of a step before may be on the way still.
    const isOfNow = network?.runId === runId && network.step === step;
    return {
      normalClasses,
      score,
      trainedOn: isOfNow ? network.trainedOn.classes : null,
      auroc: isOfNow ? (detection?.auroc.value ?? null) : null,
    };
  }

  function inpaintingNow(): LessonState['inpainting'] {
    if (placeOf(hash()) !== 'apply/inpainting') return null;
    const { networkError } = applications.open(createInpainting).store.getState();
    const { step } = run.store.getState();
    return { testHoleMse: networkError?.step === step ? networkError.mse : null };
  }

  return {
    begin() {
      drawnBefore = drawing.drawn();
      drawsBefore = explore.store.getState().draws;
    },
    read() {
      const now = run.store.getState();
      const experiment = run.experiment.getState();
      // The engine takes a change on a moment after it was chosen: until then its steps and numbers are of the settings before.
      const isSettled =
        now.stage === 'ready' && Object.keys(difference(now.experiment, experiment)).length === 0;
      return {
        experiment,
        place: placeOf(hash()),
        isTraining: now.wantsTraining,
        step: now.step,
        stepsAsIs: isSettled ? now.step - lastChange(now) : 0,
        seconds: now.clock && secondsAt(now.clock, now.step),
        test: isSettled ? testOf(now) : null,
        pcaMse: analysis.pca.store.getState().model?.testMse[experiment.codeSize] ?? null,
        code: isSettled ? codeOf(now) : null,
        hasDrawing: drawing.drawn() !== null && drawing.drawn() !== drawnBefore && now.drawing !== null,
        isPointing: pointing.store.getState().place !== null && pointing.store.getState().image !== null,
        draws: explore.store.getState().draws - drawsBefore,
        anomalies: anomaliesNow(),
        inpainting: inpaintingNow(),
        photograph: placeOf(hash()) === 'apply/limits' ? photograph.read() : null,
      };
    },
    follow(listener) {
      const stores = [
        run.store,
        run.experiment,
        analysis.pca.store,
        selection.store,
        pointing.store,
        explore.store,
      ];
      const stops: (() => void)[] = stores.map((store) => store.subscribe(listener));
      const place = placeOf(hash());
      if (place === 'apply/anomalies')
        stops.push(applications.open(createAnomalies).store.subscribe(listener));
      if (place === 'apply/inpainting')
        stops.push(applications.open(createInpainting).store.subscribe(listener));
      if (place === 'apply/limits') stops.push(photograph.follow(listener));
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** The step at which a setting was last changed. */
function lastChange({ marks }: Run): number {
  return marks.findLast(({ kind }) => kind === 'changed')?.step ?? 0;
}

function testOf({ testAll, step }: Run): LessonState['test'] {
  if (testAll === null || testAll.outdated || testAll.evaluation.step !== step) return null;
  const { mse, inputMse, meanImageMse, terms } = testAll.evaluation;
  return { mse, inputMse, meanImageMse, kl: terms.kl ?? null };
}

function codeOf({ codeStatistics, step }: Run): LessonState['code'] {
  if (codeStatistics?.step !== step) return null;
  return { units: codeStatistics.activeShare.length, active: meanActive(codeStatistics) };
}
