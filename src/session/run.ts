// The record of one run as the page knows it. Made from events alone (apply-event.ts), but for what the person wants of it.
import type {
  Checkpoint,
  CodeStatistics,
  DataFailed,
  DataProgress,
  DrawingAnswer,
  Evaluation,
  LatentMap,
  Snapshot,
  Stage,
  Started,
  TermId,
  TestCodes,
} from '../core/engine-api';
import type { Experiment, ExperimentPatch } from '../core/experiment';
import { emptySeries, truncateAfter, type MetricSeries } from '../core/metric-series';

export type RunStatus = 'loading' | 'paused' | 'training' | 'waiting';

/** Something that happened to the run after `step`. */
export type RunMark =
  | { readonly kind: 'changed'; readonly step: number; readonly patch: ExperimentPatch }
  /** The run went back to the weights of `step`: it diverged, or the engine was lost. */
  | { readonly kind: 'restored'; readonly step: number };

/** What is known of the network and its data once the run has started. */
export type RunFacts = Pick<
  Started,
  'sampleShape' | 'parameters' | 'trainCount' | 'testCount' | 'classNames'
>;

/** An evaluation, and whether what it measured has been changed since. */
export interface Measured {
  readonly evaluation: Evaluation;
  readonly outdated: boolean;
}

export interface RunCurves {
  /** Objective of every training batch. */
  readonly train: MetricSeries;
  /** Objective on the fixed subset of the test set. */
  readonly testSubset: MetricSeries;
  /** Objective on the whole test set. */
  readonly testAll: MetricSeries;
  /**
   * The terms of the objective on the subset: `sparsity` as it counted at the time, penalty times weight, in the unit of
   * the loss; `kl` without its weight, in nats. A term that was never on is empty.
   */
  readonly testTerms: Readonly<Record<TermId, MetricSeries>>;
}

export interface Run {
  readonly runId: number;
  /** What the engine runs with. The experiment chosen may be ahead of it for a moment. */
  readonly experiment: Experiment;
  readonly stage: Stage['stage'];
  readonly stageMessage: string;
  /** The person has pressed Train and not Pause. */
  readonly wantsTraining: boolean;
  /** Training waits for the next shard. */
  readonly waiting: boolean;
  readonly facts: RunFacts | null;
  readonly step: number;
  /** Passes over the training set; fractional. */
  readonly epoch: number;
  readonly imagesPerSecond: number;
  /** Objective of the last `recentBatches` training batches, oldest first. */
  readonly recentLosses: readonly number[];
  readonly curves: RunCurves;
  /** The step from which the curves count: losses before it were measured in another unit. */
  readonly curvesFrom: number;
  readonly marks: readonly RunMark[];
  /** The latest measurement on the whole test set. */
  readonly testAll: Measured | null;
  /** The latest measurement on the subset. */
  readonly testSubset: Measured | null;
  /** What the code's units do over the whole test set, as last measured with a code of today's size. */
  readonly codeStatistics: CodeStatistics | null;
  readonly snapshot: Snapshot | null;
  readonly map: LatentMap | null;
  /** The codes of all test images, as last sent: only while somebody looks at `codes`. */
  readonly testCodes: TestCodes | null;
  readonly drawing: DrawingAnswer | null;
  readonly data: DataProgress | null;
  readonly failedShards: readonly DataFailed[];
  readonly checkpoint: Checkpoint | null;
}

/** Batches that the train loss read-out averages. */
export const recentBatches = 50;

export const emptyCurves: RunCurves = {
  train: emptySeries,
  testSubset: emptySeries,
  testAll: emptySeries,
  testTerms: { reconstruction: emptySeries, sparsity: emptySeries, kl: emptySeries },
};

/** A run of which nothing is known yet. The state of the data is taken over where it is the same data set. */
export function newRun(runId: number, experiment: Experiment, before: Run | null): Run {
  const sameData = before?.experiment.dataset === experiment.dataset;
  const starting = before === null || before.stage === 'backend';
  return {
    runId,
    experiment,
    stage: starting ? 'backend' : 'network',
    stageMessage: starting ? 'Starting the engine' : 'Building the network',
    wantsTraining: before?.wantsTraining ?? false,
    waiting: false,
    facts: null,
    step: 0,
    epoch: 0,
    imagesPerSecond: 0,
    recentLosses: [],
    curves: emptyCurves,
    curvesFrom: 0,
    marks: [],
    testAll: null,
    testSubset: null,
    codeStatistics: null,
    snapshot: null,
    map: null,
    testCodes: null,
    drawing: null,
    data: sameData ? before.data : null,
    failedShards: sameData ? before.failedShards : [],
    checkpoint: null,
  };
}

/** The same run going on in another worker from a checkpoint: what came after it is forgotten, and every view is empty. */
export function continuedRun(runId: number, checkpoint: Checkpoint, before: Run): Run {
  return {
    ...backTo(before, checkpoint.step),
    runId,
    experiment: checkpoint.experiment,
    epoch: before.facts ? checkpoint.samplesSeen / before.facts.trainCount : 0,
    stage: 'backend',
    stageMessage: 'Starting the engine again',
    waiting: false,
    imagesPerSecond: 0,
    codeStatistics: null,
    snapshot: null,
    map: null,
    testCodes: null,
    drawing: null,
    // The new worker fetches the data again, and says so.
    data: null,
    failedShards: [],
    checkpoint,
  };
}

/** The run set back to `step`. Measurements made after it are dropped; the epoch is put right by the next report. */
export function backTo(run: Run, step: number): Run {
  const { train, testSubset, testAll, testTerms } = run.curves;
  const kept = (measured: Measured | null) =>
    measured !== null && measured.evaluation.step <= step ? measured : null;
  return {
    ...run,
    step,
    epoch: run.step > step ? (run.epoch * step) / run.step : run.epoch,
    recentLosses: [],
    curves: {
      train: truncateAfter(train, step),
      testSubset: truncateAfter(testSubset, step),
      testAll: truncateAfter(testAll, step),
      testTerms: {
        reconstruction: truncateAfter(testTerms.reconstruction, step),
        sparsity: truncateAfter(testTerms.sparsity, step),
        kl: truncateAfter(testTerms.kl, step),
      },
    },
    marks: [...run.marks.filter((mark) => mark.step <= step), { kind: 'restored', step }],
    testAll: kept(run.testAll),
    testSubset: kept(run.testSubset),
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
