// The record of a comparison: four runs side by side, made from events alone. Pure: the same events give the same record.
import type { FamilyId } from '../catalog/families/registry';
import type { Diverged, TrainingEvent } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import { appendValues, emptySeries, truncateAfter, type MetricSeries } from '../core/metric-series';
import { applyEvent } from './apply-event';
import {
  comparedExperiments,
  familyIds,
  forFamilies,
  sharedCodeSize,
  trainsTheSame,
} from './comparison-experiments';
import { stepsPerSecond, withMoment, type Pace } from './comparison-pace';
import { newRun, type Run } from './run';

export const passChoices = [1, 2, 5] as const;
export type Passes = (typeof passChoices)[number];

/** One of the four. */
export interface ComparedRun {
  readonly run: Run;
  /** Mean squared error on the test set or its subset: in the same unit for all four, unlike their losses. */
  readonly testMse: MetricSeries;
  readonly diverged: Pick<Diverged, 'step' | 'restoredStep' | 'cause'> | null;
  /** Why the engine did not build it. */
  readonly refusal: string | null;
}

export type ComparedRuns = Readonly<Record<FamilyId, ComparedRun>>;

/** Why the four are no more in the engine; their last pictures and numbers are kept. */
export type EndReason = 'stopped' | 'rebuilt' | 'engine-lost';

export interface Comparison {
  readonly passes: Passes;
  /** The code size chosen for the next four; null follows the experiment. */
  readonly codeSize: number | null;
  /** Null before the first start. */
  readonly runs: ComparedRuns | null;
  readonly wantsTraining: boolean;
  readonly ended: EndReason | null;
  /** The ten test images that are shown: those of the newest snapshot. */
  readonly indices: Uint32Array | null;
  readonly pace: Pace;
  /** Images per second that any run here has reached, to tell how long four will take; null before any has trained. */
  readonly knownSpeed: number | null;
}

export type ComparisonStatus = 'none' | 'training' | 'paused' | 'finished' | 'ended';

export const noComparison: Comparison = {
  passes: 1,
  codeSize: null,
  runs: null,
  wantsTraining: false,
  ended: null,
  indices: null,
  pace: [],
  knownSpeed: null,
};

/** Four runs about to be built. What is known of the data is taken from the main run. */
export function begun(
  comparison: Comparison,
  runIds: Readonly<Record<FamilyId, number>>,
  experiments: Readonly<Record<FamilyId, Experiment>>,
  main: Run,
): Comparison {
  const record = (id: FamilyId): ComparedRun => ({
    run: { ...newRun(runIds[id], experiments[id], main), wantsTraining: true },
    testMse: emptySeries,
    diverged: null,
    refusal: null,
  });
  return {
    ...comparison,
    runs: forFamilies(record),
    wantsTraining: true,
    ended: null,
    indices: null,
    pace: [],
  };
}

/** The comparison after an event; one that is of none of the four changes at most what is known of the speed here. */
export function applyToComparison(comparison: Comparison, event: TrainingEvent, atMs: number): Comparison {
  const known = withKnownSpeed(comparison, event);
  const { runs, ended } = known;
  if (runs === null || ended !== null) return known;
  const changed = forFamilies((id) => recordAfter(runs[id], event));
  if (familyIds.every((id) => changed[id] === runs[id])) return known;
  const next = { ...known, runs: changed };
  if (event.type === 'snapshot') return { ...next, indices: event.indices };
  if (event.type !== 'progress') return next;
  return { ...next, pace: withMoment(known.pace, atMs, stepsMade(changed)) };
}

function withKnownSpeed(comparison: Comparison, event: TrainingEvent): Comparison {
  if (event.type !== 'progress' || event.imagesPerSecond <= 0) return comparison;
  const isOfTheFour = familyIds.some((id) => comparison.runs?.[id].run.runId === event.runId);
  // In turns each of the four says what it reaches beside the others.
  if (isOfTheFour || comparison.wantsTraining) return comparison;
  return { ...comparison, knownSpeed: event.imagesPerSecond };
}

function recordAfter(record: ComparedRun, event: TrainingEvent): ComparedRun {
  const run = applyEvent(record.run, event);
  if (run === record.run) return record;
  const next = { ...record, run };
  if (event.type === 'diverged') {
    const { step, restoredStep, cause } = event;
    return {
      ...next,
      diverged: { step, restoredStep, cause },
      testMse: truncateAfter(record.testMse, restoredStep),
    };
  }
  if (event.type !== 'evaluation') return next;
  // The whole test set and its subset are often measured at the same step: one of them is enough.
  const counts = event.step > (record.testMse.steps.at(-1) ?? -1);
  return counts ? { ...next, testMse: appendValues(record.testMse, event.step, [event.mse]) } : next;
}

/** The four are no longer in the engine. */
export function endedBy(comparison: Comparison, reason: EndReason): Comparison {
  const { runs, ended } = comparison;
  if (runs === null || ended !== null) return comparison;
  return { ...stilled(comparison), ended: reason };
}

/** Not training, at least for now. */
export function stilled(comparison: Comparison): Comparison {
  const { runs } = comparison;
  return {
    ...comparison,
    wantsTraining: false,
    pace: [],
    runs:
      runs &&
      forFamilies((id) => ({
        ...runs[id],
        run: { ...runs[id].run, wantsTraining: false, waiting: false, imagesPerSecond: 0 },
      })),
  };
}

export function statusOf(comparison: Comparison): ComparisonStatus {
  const { runs, ended, wantsTraining } = comparison;
  if (runs === null) return 'none';
  if (ended !== null) return 'ended';
  if (isSettled(comparison)) return 'finished';
  return wantsTraining ? 'training' : 'paused';
}

/** The step at which a run has made its passes; null before the number of training images is known. */
export function lastStep({ run }: Pick<ComparedRun, 'run'>, passes: number): number | null {
  return run.facts && Math.ceil((passes * run.facts.trainCount) / run.experiment.batchSize);
}

/** Whether a run has nothing more to do: its steps are made, or it cannot make them. */
export function isDone(record: ComparedRun, passes: number): boolean {
  const last = lastStep(record, passes);
  return record.refusal !== null || record.diverged !== null || (last !== null && record.run.step >= last);
}

function isSettled({ runs, passes }: Comparison): boolean {
  return runs !== null && familyIds.every((id) => isDone(runs[id], passes));
}

/** How much of its steps a run has made, in [0, 1]. */
export function shareDone(record: ComparedRun, passes: number): number {
  const last = lastStep(record, passes);
  return last === null ? 0 : Math.min(1, record.run.step / last);
}

/** How far the four are together, in [0, 1], and how long the rest will take; null while that is not known. */
export function overallProgress({ runs, passes, pace }: Comparison): {
  share: number;
  secondsLeft: number | null;
} {
  if (runs === null) return { share: 0, secondsLeft: null };
  const records = familyIds.map((id) => runs[id]);
  const share = records.reduce((sum, one) => sum + (isDone(one, passes) ? 1 : shareDone(one, passes)), 0) / 4;
  const left = records.map((one) => (isDone(one, passes) ? 0 : stepsLeft(one, passes)));
  const rate = stepsPerSecond(pace);
  if (rate === null || !left.every((steps) => steps !== null)) return { share, secondsLeft: null };
  return { share, secondsLeft: left.reduce((sum, steps) => sum + steps, 0) / rate };
}

function stepsLeft(record: ComparedRun, passes: number): number | null {
  const last = lastStep(record, passes);
  return last === null ? null : Math.max(0, last - record.run.step);
}

/** Training images in a second, all four together; null while it is not known. */
export function imagesPerSecond({ runs, pace }: Comparison): number | null {
  const rate = stepsPerSecond(pace);
  return runs === null || rate === null ? null : rate * runs.undercomplete.run.experiment.batchSize;
}

/** The four experiments that a start would train now. */
export function nextExperiments(
  { codeSize }: Pick<Comparison, 'codeSize'>,
  chosen: Experiment,
): Record<FamilyId, Experiment> {
  return comparedExperiments(chosen, codeSize ?? sharedCodeSize(chosen));
}

/** Whether what is shown was trained with other settings than a start would train with now. */
export function isOfOtherSettings(comparison: Comparison, chosen: Experiment): boolean {
  const { runs } = comparison;
  if (runs === null) return false;
  const next = nextExperiments(comparison, chosen);
  return familyIds.some((id) => !trainsTheSame(runs[id].run.experiment, next[id]));
}

function stepsMade(runs: ComparedRuns): number {
  return familyIds.reduce((sum, id) => sum + runs[id].run.step, 0);
}
