// The whole session: what the page knows and what a person can do, by room. Made once by the page and once by each test, from
// what reaches outside of it. This file only joins the rooms; what follows from an event or from an action is in them.
import type { StoreApi } from 'zustand/vanilla';
import type { View } from '../core/engine-api/looking';
import { defaultExperiment } from '../core/experiment/experiment';
import { createRunId } from '../core/run/stamp';
import { createAnalysis, type Analysis } from './analysis/analysis';
import { createApplications, type Applications } from './applications';
import { createArchivist, type Archivist } from './archive/archivist';
import { createComparisonRunner, type ComparisonRunner } from './comparison/comparison-runner';
import { createComparisonTrial } from './comparison-trial';
import type { TrialRunner } from './comparison/trial/trial';
import { statusOf } from './comparison/comparison';
import { createFamilyComparison, type FamilyComparison } from './comparison/family-comparison';
import { createDrawing, type Drawing } from './drawing/drawing';
import {
  divergedNotice,
  tellFailure,
  tellNotKept,
  tellOtherBackend,
  tellRestarted,
  tellStopped,
  tellSweepInterrupted,
} from './engine/notices/engine-notices';
import { watchForSlowness } from './engine/notices/slow-notice';
import { createEngineQuestions, type EngineQuestions } from './engine/engine-questions';
import { unattendedLimits, watchedLimits } from './engine/restart-policy';
import { createEngineSupervisor } from './engine/supervisor';
import type { EngineSupervisor } from './engine/supervisor-ports';
import { createExplore, type Explore } from './explore/explore';
import { createOwnData, type Importing } from './own-data';
import { createPointing, type Pointing } from './explore/pointing';
import { createNotices, pausedNotice, type Notices } from './page/notices';
import { createSeenViews } from './page/seen-views';
import { createSelection, type SelectionRoom } from './selection/selection';
import { createMainRun, type MainRun } from './main-run/main-run';
import type { MeasuredSpeed } from './runs/timing/measured-speed';
import { hasAllData } from './runs/run';
import { tellRunNotKept } from './archive/archive-notices';
import { createRunKeeper, type RunKeeper } from './reload/run-keeper';
import type { Datasets } from './datasets/datasets';
import { watchMissingData } from './main-run/missing-data';
import { createNarrowingOffer, tellOfTraining, tellReplaced } from './main-run/training-notices';
import type { SessionPorts } from './session-ports';
import { createSpeed } from './speed';
import { createSweepRunner, type SweepPorts, type SweepRunner } from './sweeps/sweep-runner';

export interface Session {
  readonly engine: Pick<EngineSupervisor, 'store' | 'choose'>;
  readonly run: MainRun;
  /** The person's own data sets. */
  readonly datasets: Datasets;
  /** How fast the main run trains alone; null before it has. */
  readonly speed: StoreApi<MeasuredSpeed | null>;
  /** What can be asked of the main run's network. */
  readonly questions: EngineQuestions;
  readonly comparison: ComparisonRunner;
  readonly families: FamilyComparison;
  /** The same inputs for all compared runs. */
  readonly trial: TrialRunner;
  readonly sweeps: SweepRunner;
  readonly analysis: Analysis;
  /** What is open in Apply. */
  readonly applications: Applications;
  readonly explore: Explore;
  readonly pointing: Pointing;
  readonly selection: SelectionRoom;
  readonly drawing: Drawing;
  readonly notices: Notices;
  /** Own data, from files. */
  readonly importing: Importing;
  /** The runs that are kept. */
  readonly archivist: Archivist;
  /** What a reload does to the main run. */
  readonly runKeeper: RunKeeper;
  /** Somebody looks at these views from now on, until the function that is returned is called. */
  readonly lookAt: (...views: readonly View[]) => () => void;
  /** Starts the engine and the first run. */
  readonly start: () => void;
  /** Ends the engines. */
  readonly dispose: () => void;
}

/** Nothing is started before `start`. */
export function createSession(ports: SessionPorts): Session {
  const { openEngine, datasets, newRunId = createRunId, analysis: analysisCalls = null } = ports;
  const notices = createNotices();
  let stopWatching: () => void = () => undefined;

  const engine: EngineSupervisor = createEngineSupervisor({
    open: openEngine,
    lent: datasets.lent,
    choice: 'auto',
    limits: watchedLimits,
    mayMeasure: true,
    onOpened: () => seenViews.tellAnother(),
    // An answer that was on its way when the pad was cleared.
    isStale: ({ type }) => type === 'drawing' && !selection.store.getState().hasDrawing,
    onFailure: (message) => tellFailure(notices, message),
    onRestart: (restart) => tellRestarted(notices, restart, run.store.getState().checkpoint?.step ?? 0),
    onGivenUp(message) {
      comparison.lose('engine-lost');
      tellStopped(notices, message, () => {
        notices.dismiss('engine');
        engine.start();
      });
    },
    onChoiceFailed: (choice, message) => tellOtherBackend(notices, choice, message),
  });
  const seenViews = createSeenViews((views) => engine.send((calls) => calls.setSeen(views)));

  const run: MainRun = createMainRun({
    engine,
    experiment: ports.experiment ?? defaultExperiment,
    resumed: ports.resumed ?? null,
    newRunId,
    onRebuild: () => comparison.lose('rebuilt'),
    onViewsEmptied(isSameRun) {
      notices.dismiss(divergedNotice);
      selection.empty(isSameRun);
    },
    onBuilt: () => selection.tellFocus(),
    onTrain: () => [divergedNotice, pausedNotice].forEach(notices.dismiss),
    onReplaced: (before) => tellReplaced(notices, before, run),
    onNarrowed: createNarrowingOffer(notices, () => run),
    onEvent(after, event, before) {
      const { experiment } = after;
      if (event.type === 'started' || event.type === 'data-progress' || event.type === 'changed') {
        analysis.pca.follow(experiment, hasAllData(after));
        followNoise();
      }
      if (event.type === 'started') {
        drawing.retarget(after);
        void datasets.hold(experiment.dataset);
      }
      if (event.type === 'drawing') drawing.answered(event.drawingId);
      if (event.type === 'snapshot') selection.inspectAgain(event.step);
      if (event.type === 'progress') speed.note(after, event.imagesPerSecond);
      tellOfTraining(notices, after, event, run, before);
    },
  });
  const speed = createSpeed(
    engine,
    () =>
      statusOf(comparison.store.getState()) !== 'training' &&
      !sweeps.store.getState().running &&
      !applications.isTraining(),
  );
  const archivist = createArchivist({
    archive: ports.runArchive ?? null,
    run: run.store,
    backend: () => engine.store.getState().backend,
    holds: ports.runHolds,
    newRunId,
    putBack: run.putBack,
    onNotKept: (why) => tellRunNotKept(notices, why),
  });
  const mainRunId = () => run.store.getState().runId;
  const questions = createEngineQuestions(engine, mainRunId);
  const selection = createSelection(engine, mainRunId);
  const comparison = createComparisonRunner({ engine, newRunId, mainRun: run.store.getState });
  const drawing = createDrawing({
    engine,
    run: run.store,
    selection,
    onCleared: comparison.clearDrawings,
  });

  /** An engine of its own, for what trains while the person does something else. */
  const supervise: SweepPorts['supervise'] = (given) =>
    createEngineSupervisor({
      open: openEngine,
      lent: datasets.lent,
      choice: engine.store.getState().choice,
      limits: unattendedLimits,
      mayMeasure: false,
      ...given,
    });
  const sweeps = createSweepRunner({
    supervise,
    newRunId,
    analysis: analysisCalls,
    archive: ports.archive,
    keepRun: archivist.keepInGroup,
    onNotKept: () => tellNotKept(notices),
    onInterrupted: (reason) => tellSweepInterrupted(notices, reason),
    ...ports.holds,
  });

  const analysis = createAnalysis(analysisCalls, questions, run.store);
  const followNoise = () =>
    analysis.noisy.follow(run.experiment.getState(), hasAllData(run.store.getState()));
  run.experiment.subscribe(followNoise);
  const shared = { engine, questions, mainRun: run, supervise, newRunId, drawing, readRun: archivist.read };
  const applications = createApplications({ analysis: analysisCalls, ...shared });
  const pointing = createPointing(questions);
  const explore = createExplore({
    run: run.store,
    onOtherImages: () => pointing.pick(null),
    onOtherRun: analysis.umap.forget,
  });

  return {
    engine,
    run,
    datasets,
    speed: speed.store,
    questions,
    comparison,
    families: createFamilyComparison(comparison, run.experiment),
    trial: createComparisonTrial(comparison, engine, analysis),
    sweeps,
    analysis,
    applications,
    explore,
    pointing,
    selection,
    drawing,
    notices,
    importing: createOwnData({ calls: ports.imports ?? null, datasets, run, notices }),
    archivist,
    runKeeper: createRunKeeper({ engine, run: run.store, archivist }),
    lookAt(...views) {
      const stops = views.map(seenViews.lookAt);
      return () => stops.forEach((stop) => stop());
    },
    start() {
      run.place();
      engine.start();
      const stops = [
        watchForSlowness({ run: run.store, engine: engine.store, notices }),
        watchMissingData(run, datasets),
      ];
      stopWatching = () => stops.forEach((stop) => stop());
    },
    dispose() {
      stopWatching();
      sweeps.cancel();
      applications.dispose();
      archivist.dispose();
      engine.dispose();
    },
  };
}
