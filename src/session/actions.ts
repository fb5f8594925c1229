// What a person can do, and what follows from it. The only file that touches both the stores and the engine.
import { datasets } from '../catalog/datasets/registry';
import { familyPatch, type FamilyId } from '../catalog/families/registry';
import { changeBetween } from '../core/change';
import type { Ink } from '../core/drawing';
import type { BackendChoice, Checkpoint, Focus, TrainingEvent, View } from '../core/engine-api';
import { difference, type ExperimentPatch } from '../core/experiment';
import { withPatch } from '../core/rules';
import type { AnalysisCalls } from './analysis-client';
import { createAnalysisQuestions } from './analysis-questions';
import { applyEvent } from './apply-event';
import { createComparisonRunner } from './comparison-runner';
import { createDrawingFeed } from './drawing-feed';
import {
  giveOrder,
  openEngine,
  type EngineCalls,
  type EngineLink,
  type EngineListeners,
  type OpenEngine,
} from './engine-client';
import { createEngineQuestions } from './engine-questions';
import { engineStore } from './engine-store';
import { experimentStore } from './experiment-store';
import { createLatestWins } from './latest-wins';
import { forgetMeasurement, keepMeasurement, keptMeasurement } from './measured-backends';
import { dismissNotice } from './notice-store';
import {
  divergedNotice,
  tellDiverged,
  tellFailure,
  tellNotKept,
  tellOtherBackend,
  tellRestarted,
  tellStopped,
  tellSweepInterrupted,
} from './engine-notices';
import { createPatchThrottle } from './patch-throttle';
import { judgeStop, type Stop, type StopCause } from './restart-policy';
import { continuedRun, newRun, type Run } from './run';
import { createPcaFeed } from './pca-feed';
import { runStore } from './run-store';
import { createSeenViews } from './seen-views';
import { heldSweeps, holdSweep } from './held-sweeps';
import { createSweepArchive } from './sweep-archive';
import { createSweepRunner } from './sweep-runner';
import { emptySelection, selectionStore } from './selection-store';

let open: OpenEngine = openEngine;
let link: EngineLink | null = null;
/** The engine once it has a backend; orders given before are part of the run that is then built. */
let engine: EngineCalls | null = null;
/** What analyses the data set beside the engine; null where there is none, as in tests. */
let analysisCalls: AnalysisCalls | null = null;
let lastRunId = 0;
let stops: readonly Stop[] = [];
/** The choice before a move to another backend that is under way. */
let choiceBefore: BackendChoice | null = null;

/** Starts the engine and the first run. */
export function startSession(
  openWith: OpenEngine = openEngine,
  analysisWith: AnalysisCalls | null = null,
): void {
  open = openWith;
  analysisCalls = analysisWith;
  void launch();
}

async function launch(checkpoint: Checkpoint | null = null): Promise<void> {
  link?.dispose();
  engine = null;
  comparison.lost('engine-lost');
  engineStore.setState({ phase: 'starting' });
  runStore.setState({ stage: 'backend', stageMessage: 'Starting the engine' });
  const listeners: EngineListeners = {
    onEvent: (event) => {
      if (started === link) onEvent(event);
    },
    onDeath: (message) => {
      if (started === link) onStop('died', message);
    },
  };
  // After a stop nothing is measured: it may be what the engine stopped of.
  const measurement = keptMeasurement() ?? (stops.length > 0 ? 'unwanted' : null);
  const started: EngineLink = open(engineStore.getState().choice, listeners, measurement);
  link = started;
  try {
    const backend = await started.opened;
    if (started !== link) return;
    engine = started.calls;
    engineStore.setState({ phase: 'running', backend });
    if (backend.measured) keepMeasurement(backend.measured);
    seenViews.tellAnother();
    begin(checkpoint);
  } catch (error) {
    if (started === link) onStop('died', error instanceof Error ? error.message : String(error));
  }
}

/** Begins a run of the chosen experiment: a new one, or the one of `checkpoint` going on. Every view is emptied. */
function begin(checkpoint: Checkpoint | null): void {
  const chosen = experimentStore.getState();
  const runId = ++lastRunId;
  const before = runStore.getState();
  const run = checkpoint ? continuedRun(runId, checkpoint, before) : newRun(runId, chosen, before);
  runStore.setState(run, true);
  // Of the run before.
  dismissNotice(divergedNotice);
  patches.drop();
  inspections.forget();
  const { hasDrawing, focus } = selectionStore.getState();
  // Test images of another data set, or none of the ten any more: the engine picks.
  const keptFocus = checkpoint !== null || focus?.kind === 'drawing' ? focus : null;
  selectionStore.setState({ ...emptySelection, hasDrawing, focus: keptFocus });
  if (engine === null) return;
  comparison.lost('rebuilt');
  order((calls) => calls.build(runId, run.experiment, checkpoint));
  const ahead = difference(run.experiment, chosen);
  if (Object.keys(ahead).length > 0) order((calls) => calls.change(runId, ahead));
  if (keptFocus) order((calls) => calls.setFocus(keptFocus));
  if (run.wantsTraining) order((calls) => calls.play(runId));
}

function order(give: (calls: EngineCalls) => Promise<unknown>): void {
  giveOrder(engine, give);
}

const patches = createPatchThrottle((patch) => {
  const { runId } = runStore.getState();
  order((calls) => calls.change(runId, patch));
});

const pcaFeed = createPcaFeed(() => analysisCalls);

/** What panels ask the analysis. */
export const analysis = createAnalysisQuestions(() => analysisCalls, pcaFeed.retry);

/** What the panels of Explore ask the network. */
export const { decode, encode, encodeTraining, testImages } = createEngineQuestions(() => engine);

/** The four families side by side: runs beside the main one. */
export const comparison = createComparisonRunner({ calls: () => engine, newRunId: () => ++lastRunId });

/** Sweeps, each in an engine of its own. */
export const sweeps = createSweepRunner({
  open: (listeners) => open(engineStore.getState().choice, listeners, keptMeasurement() ?? 'unwanted'),
  archive: createSweepArchive(),
  onNotKept: tellNotKept,
  onInterrupted: tellSweepInterrupted,
  hold: holdSweep,
  heldElsewhere: heldSweeps,
});

const drawings = createDrawingFeed((id, pixels) => {
  order((calls) => calls.setDrawing(id, pixels));
});

const seenViews = createSeenViews((views) => {
  order((calls) => calls.setSeen(views));
});

const inspections = createLatestWins(
  (index: number) => (engine ? engine.inspect(index) : Promise.resolve(null)),
  (index, answer) => {
    const isCurrent = selectionStore.getState().hovered === index;
    if (answer && isCurrent) selectionStore.setState({ inspected: { ...answer, index } });
  },
);

function onEvent(event: TrainingEvent): void {
  if (event.type === 'failed') {
    if (event.fatal) onStop(event.kind, event.message);
    else tellFailure(event.message);
    return;
  }
  if (event.type === 'backends-found') {
    const { backend } = engineStore.getState();
    if (backend) engineStore.setState({ backend: { ...backend, available: event.available } });
    return;
  }
  // An answer that was on its way when the pad was cleared.
  if (event.type === 'drawing' && !selectionStore.getState().hasDrawing) return;
  comparison.onEvent(event);
  const before = runStore.getState();
  const run = applyEvent(before, event);
  if (run === before) return;
  runStore.setState(run, true);
  if (event.type === 'started' || event.type === 'data-progress') followData(run);
  if (event.type === 'started') retargetDrawing(run);
  if (event.type === 'drawing') drawings.answered(event.drawingId);
  if (event.type === 'snapshot') inspectAgain(event.step);
  if (event.type === 'diverged') tellDiverged(event, run.experiment.learningRate, trainOnAt);
}

/** The engine is of no more use: another goes on from the last checkpoint, unless that has been tried too often. */
function onStop(cause: StopCause, message: string): void {
  const stop: Stop = { cause, atMs: Date.now() };
  const verdict = judgeStop(stops, stop, engineStore.getState().backend?.name);
  stops = [...stops, stop].slice(-10);
  if (choiceBefore !== null) takeBackChoice(choiceBefore, message);
  const { checkpoint } = runStore.getState();
  if (!verdict.restart) {
    link?.dispose();
    link = null;
    engine = null;
    comparison.lost('engine-lost');
    engineStore.setState({ phase: 'stopped' });
    tellStopped(message, restartEngine);
    return;
  }
  if (verdict.backend !== 'same') engineStore.setState({ choice: verdict.backend });
  tellRestarted({ cause, message, step: checkpoint?.step ?? 0, to: verdict.backend });
  void launch(checkpoint);
}

/** The person asks for the engine that was given up. */
function restartEngine(): void {
  stops = [];
  dismissNotice('engine');
  void launch(runStore.getState().checkpoint);
}

/** Changes the experiment; what follows for the run is in the table of `core/change.ts`. */
export function changeExperiment(patch: ExperimentPatch): void {
  const before = experimentStore.getState();
  const after = withPatch(before, patch);
  const kind = changeBetween(before, after);
  if (kind === 'none') return;
  experimentStore.setState(after, true);
  if (kind === 'rebuild') begin(null);
  else patches.push(difference(before, after));
}

export function chooseFamily(family: FamilyId): void {
  changeExperiment(familyPatch(family, experimentStore.getState()));
}

function train(): void {
  const { runId } = runStore.getState();
  runStore.setState({ wantsTraining: true });
  dismissNotice(divergedNotice);
  patches.flush();
  order((calls) => calls.play(runId));
}

/** Goes on training with another learning rate, after a run that diverged. */
function trainOnAt(learningRate: number): void {
  changeExperiment({ learningRate });
  train();
}

function pause(): void {
  const { runId } = runStore.getState();
  runStore.setState({ wantsTraining: false, waiting: false });
  order((calls) => calls.pause(runId));
}

export function toggleTraining(): void {
  if (runStore.getState().wantsTraining) pause();
  else train();
}

/** One training step, then pause. */
export function stepOnce(): void {
  const { runId } = runStore.getState();
  runStore.setState({ wantsTraining: false, waiting: false });
  patches.flush();
  order((calls) => calls.step(runId));
}

/** The same experiment from the beginning, not training. */
export function reset(): void {
  runStore.setState({ wantsTraining: false });
  begin(null);
}

/** Moves to another backend; the run goes on from the same weights. `auto` measures anew. */
export async function chooseBackend(choice: BackendChoice): Promise<void> {
  const { choice: before } = engineStore.getState();
  if (choice === before || engine === null) return;
  const asked = engine;
  choiceBefore = before;
  engineStore.setState({ choice });
  if (choice === 'auto') forgetMeasurement();
  try {
    const backend = await asked.setBackend(choice);
    if (asked !== engine) return;
    choiceBefore = null;
    engineStore.setState({ backend });
    if (backend.measured) keepMeasurement(backend.measured);
  } catch {
    // Whatever broke has ended the engine as well, which is told by an event (`onStop`).
  }
}

/** The next engine starts on what worked before. */
function takeBackChoice(choice: BackendChoice, message: string): void {
  tellOtherBackend(engineStore.getState().choice, message);
  engineStore.setState({ choice });
  choiceBefore = null;
}

/** Draws ten other test images. */
export function showOthers(): void {
  selectionStore.setState({ focus: null });
  order((calls) => calls.showOthers());
}

/** Chooses the image that flows through the diagram. */
export function setFocus(focus: Focus): void {
  selectionStore.setState({ focus });
  order((calls) => calls.setFocus(focus));
}

/** The pointer is over a test image on the map, or over none. */
export function hoverSample(index: number | null): void {
  if (selectionStore.getState().hovered === index) return;
  inspections.forget();
  selectionStore.setState({ hovered: index, inspected: null });
  if (index !== null) inspections.ask(index);
}

function inspectAgain(step: number): void {
  const { hovered, inspected } = selectionStore.getState();
  if (hovered !== null && inspected?.step !== step) inspections.ask(hovered);
}

/** The ink on the pad, or null when it was cleared. What is being drawn flows through the diagram. */
export function draw(ink: Ink | null): void {
  const { hasDrawing, focus } = selectionStore.getState();
  drawings.draw(ink);
  if (ink === null) {
    runStore.setState({ drawing: null });
    comparison.clearDrawings();
    selectionStore.setState({ hasDrawing: false });
    const first = runStore.getState().snapshot?.indices[0];
    if (focus?.kind === 'drawing' && first !== undefined) setFocus({ kind: 'sample', index: first });
  } else if (!hasDrawing) {
    selectionStore.setState({ hasDrawing: true });
    setFocus({ kind: 'drawing' });
  }
}

/** Somebody looks at a view from now on, until the function that is returned is called. */
export function lookAt(view: View): () => void {
  return seenViews.lookAt(view);
}

/** What is on the pad, for a pad that is shown again. */
export function drawnInk(): Ink | null {
  return drawings.ink();
}

function followData({ experiment, facts, data }: Run): void {
  pcaFeed.follow(experiment.dataset, facts !== null && data !== null && data.trainReady === data.trainTotal);
}

function retargetDrawing({ facts, experiment }: Run): void {
  if (facts) drawings.retarget({ shape: facts.sampleShape, form: datasets[experiment.dataset].drawing });
}

/** Fetches again the shards that failed. */
export function retryData(): void {
  runStore.setState({ failedShards: [] });
  order((calls) => calls.retryData());
}
