// A run as the page knows it: the record, which is kept, and the views, which are only shown. Changed by events
// (apply-event.ts), apart from what the person asks for.
import type {
  BestTaken,
  DataFailed,
  DataProgress,
  Diverged,
  DrawingFormMeasured,
  RunNote,
  Stage,
  Started,
} from '../../core/engine-api/events';
import type {
  CodeStatistics,
  DrawingAnswer,
  Evaluation,
  LatentMap,
  Snapshot,
  TestCodes,
} from '../../core/engine-api/looking';
import type { StageMessage } from '../../core/engine-api/messages';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Experiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';
import { newClock, rewindClock, type RunClock } from '../../core/run/run-clock';
import type { RunMark } from '../../core/run/run-mark';
import { emptyCurves, truncateCurves, type RunCurves } from '../../core/run/run-curves';

export type RunStatus = 'loading' | 'paused' | 'training' | 'waiting';

/** What is known of the network and its data once the run has started. */
export type RunFacts = Pick<
  Started,
  'dataset' | 'parameters' | 'trainCount' | 'validationCount' | 'testCount'
>;

/** An evaluation, and whether what it measured has been changed since. */
export interface Measured {
  readonly evaluation: Evaluation;
  readonly outdated: boolean;
}

/** Why and where training went wrong, and the step it went back to. */
export type Divergence = Pick<Diverged, 'step' | 'restoredStep' | 'cause'>;

/** What is worth keeping of a run: plain data, from which it can be shown and go on in another engine or on another day. */
export interface RunRecord {
  /** The same for as long as the run is kept, in whichever engine it goes on. */
  readonly runId: RunId;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What the engine runs with. The experiment chosen may be ahead of it for a moment. */
  readonly experiment: Experiment;
  readonly facts: RunFacts | null;
  /** What there is to know of how the experiment is computed. */
  readonly notes: readonly RunNote[];
  readonly step: number;
  /** Passes over the training set, of which a run may train on a part; fractional. */
  readonly epoch: number;
  /** Null for a run that was kept before there were clocks: what its first steps took is not known. */
  readonly clock: RunClock | null;
  readonly curves: RunCurves;
  /** The step from which the curves count: losses before it were measured in another unit. */
  readonly curvesFrom: number;
  readonly marks: readonly RunMark[];
  /** The latest measurement on the whole test set. */
  readonly testAll: Measured | null;
  /** The latest measurement on the subset. */
  readonly testSubset: Measured | null;
  /** The latest measurement on held-out samples; null where none are held out. */
  readonly validation: Measured | null;
  /** Null unless training has stopped because it diverged. */
  readonly diverged: Divergence | null;
  readonly checkpoint: Checkpoint | null;
  /** The weights of the best validation loss; null where early stopping is off. */
  readonly best: BestWeights | null;
}

type BestWeights = Pick<BestTaken, 'loss' | 'checkpoint'>;

/** What is only shown of a run, and what the person wants of it now: gone when the page is closed. */
export interface RunViews {
  readonly stage: Stage['stage'];
  readonly stageMessage: StageMessage;
  /** The person has pressed Train and not Pause. */
  readonly wantsTraining: boolean;
  /** Training waits for the next shard. */
  readonly waiting: boolean;
  readonly imagesPerSecond: number;
  /** Objective of the last `recentBatches` training batches, oldest first. */
  readonly recentLosses: readonly number[];
  /** What the code's units do over the whole test set, as last measured with a code of today's size. */
  readonly codeStatistics: CodeStatistics | null;
  readonly snapshot: Snapshot | null;
  readonly map: LatentMap | null;
  /** The codes of all test images, as last sent; sent only while the view `codes` is visible. */
  readonly testCodes: TestCodes | null;
  readonly drawing: DrawingAnswer | null;
  /** The form of a drawing, as measured on the data; null where it is not, or not yet. */
  readonly drawingForm: Pick<DrawingFormMeasured, 'form'> | null;
  readonly data: DataProgress | null;
  readonly failedShards: readonly DataFailed[];
}

export interface Run extends RunRecord, RunViews {}

/** Batches that the train loss read-out averages. */
export const recentBatches = 50;

const nothingShown: Omit<
  RunViews,
  'stage' | 'stageMessage' | 'wantsTraining' | 'data' | 'drawingForm' | 'failedShards'
> = {
  waiting: false,
  imagesPerSecond: 0,
  recentLosses: [],
  codeStatistics: null,
  snapshot: null,
  map: null,
  testCodes: null,
  drawing: null,
};

/**
 * A run of which nothing is known yet. The state of the data is taken over where it is the same data set.
 * @param startedAt milliseconds since 1970
 */
export function newRun(
  runId: RunId,
  experiment: Experiment,
  before: Run | null,
  startedAt: number = Date.now(),
): Run {
  const sameData = before?.experiment.dataset === experiment.dataset;
  const starting = before === null || before.stage === 'backend';
  return {
    ...nothingShown,
    runId,
    startedAt,
    experiment,
    facts: null,
    notes: [],
    step: 0,
    epoch: 0,
    clock: newClock,
    curves: emptyCurves,
    curvesFrom: 0,
    marks: [],
    testAll: null,
    testSubset: null,
    validation: null,
    diverged: null,
    checkpoint: null,
    best: null,
    stage: starting ? 'backend' : 'network',
    stageMessage: { code: starting ? 'stage.starting' : 'stage.building-network' },
    wantsTraining: before?.wantsTraining ?? false,
    data: sameData ? before.data : null,
    drawingForm: sameData ? before.drawingForm : null,
    failedShards: sameData ? before.failedShards : [],
  };
}

/**
 * The run as another engine takes it over: it goes on from its checkpoint, and what came after that is forgotten. Without a
 * checkpoint it begins again.
 * @param chosen what it is trained with when it begins again
 */
export function resumeRun(run: Run, chosen: Experiment): Run {
  const { checkpoint, runId, startedAt, wantsTraining } = run;
  if (checkpoint === null) return newRun(runId, chosen, run, startedAt);
  return {
    ...recordOf(run.step === checkpoint.step ? run : rewindRun(run, checkpoint.step)),
    ...nothingShown,
    experiment: checkpoint.experiment,
    epoch: run.facts ? checkpoint.samplesPassed / run.facts.dataset.trainCount : 0,
    stage: 'backend',
    stageMessage: { code: 'stage.restarting' },
    wantsTraining,
    drawingForm: run.drawingForm,
    // The new worker fetches the data again, and says so.
    data: null,
    failedShards: [],
  };
}

/** What is kept of a run, without what is only shown. */
export function recordOf(run: RunRecord): RunRecord {
  const { runId, startedAt, experiment, facts, notes, step, epoch, clock, curves, curvesFrom } = run;
  const { marks, testAll, testSubset, validation, diverged, checkpoint, best } = run;
  return {
    runId,
    startedAt,
    experiment,
    facts,
    notes,
    step,
    epoch,
    clock,
    curves,
    curvesFrom,
    marks,
    testAll,
    testSubset,
    validation,
    diverged,
    checkpoint,
    best,
  };
}

/** The run set back to `step`. Later measurements are dropped; the next progress report corrects the epoch. */
export function rewindRun(run: Run, step: number): Run {
  const kept = (measured: Measured | null) =>
    measured !== null && measured.evaluation.step <= step ? measured : null;
  return {
    ...run,
    step,
    epoch: run.step > step ? (run.epoch * step) / run.step : run.epoch,
    recentLosses: [],
    clock: run.clock && rewindClock(run.clock, step),
    curves: truncateCurves(run.curves, step),
    marks: [...run.marks.filter((mark) => mark.step <= step), { kind: 'restored', step }],
    testAll: kept(run.testAll),
    testSubset: kept(run.testSubset),
    validation: kept(run.validation),
    best: run.best !== null && run.best.checkpoint.step <= step ? run.best : null,
    codeStatistics:
      run.codeStatistics !== null && run.codeStatistics.step <= step ? run.codeStatistics : null,
  };
}

export function runStatus(run: Pick<Run, 'stage' | 'wantsTraining' | 'waiting'>): RunStatus {
  if (run.stage !== 'ready') return 'loading';
  if (!run.wantsTraining) return 'paused';
  return run.waiting ? 'waiting' : 'training';
}

/** Mean objective of the latest training batches, or null before the first. */
export function recentTrainLoss(run: Pick<Run, 'recentLosses'>): number | null {
  const { recentLosses } = run;
  return recentLosses.length === 0 ? null : recentLosses.reduce((a, b) => a + b, 0) / recentLosses.length;
}

/** Every shard of the training set has arrived. */
export function hasAllData({ facts, data }: Run): boolean {
  return facts !== null && data !== null && data.trainReady === data.trainTotal;
}
