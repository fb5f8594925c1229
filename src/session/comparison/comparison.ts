// Runs side by side: what is known of them together. Pure: the runs themselves are changed by `applyEvent` alone.
import type { FamilyId } from '../../catalog/families/registry';
import type { Failure } from '../../core/failure';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { Snapshot } from '../../core/engine-api/looking';
import type { Experiment } from '../../core/experiment/experiment';
import type { RunId } from '../../core/run/stamp';
import { noPace, ratePerSecond, rateRange, withMoment, type Pace } from '../runs/timing/pace';
import type { Run } from '../runs/run';
import type { SecondsRange } from '../runs/timing/time-estimate';

export const epochChoices = [1, 2, 5] as const;
export type Epochs = (typeof epochChoices)[number];

/** A run that is to be compared. */
export interface PlannedRun {
  /** What it is called beside the others. */
  readonly label: string;
  /** The family that it stands for, where it stands for one. */
  readonly family: FamilyId | null;
  readonly experiment: Experiment;
}

/** One of the compared runs. */
export interface ComparedRun extends Omit<PlannedRun, 'experiment'> {
  readonly run: Run;
  /** Why the engine did not build it. */
  readonly refusal: Failure | null;
}

export interface PicturedImages {
  /** Places in the test set, `[n]`. */
  readonly indices: Uint32Array;
  /** Clean, `[n, sampleSize]`, pixels in [0, 1]. */
  readonly original: Float32Array;
}

/** Why the runs are no longer in the engine; their last pictures and numbers are kept. */
export type EndReason = 'stopped' | 'rebuilt' | 'engine-lost';

export interface Comparison {
  /** In units of `epochsPerChoice`. */
  readonly epochs: Epochs;
  /** The code size chosen for the families of the next start; null follows the experiment. */
  readonly codeSize: number | null;
  /** Empty before the first start. */
  readonly runs: readonly ComparedRun[];
  readonly wantsTraining: boolean;
  readonly ended: EndReason | null;
  /** The ten test images that are shown: those of the newest snapshot. The same object while they are the same images. */
  readonly pictured: PicturedImages | null;
  /** Of training images, all runs together. */
  readonly pace: Pace;
}

export type ComparisonStatus = 'none' | 'training' | 'paused' | 'finished' | 'ended';

export const noComparison: Comparison = {
  epochs: 1,
  codeSize: null,
  runs: [],
  wantsTraining: false,
  ended: null,
  pictured: null,
  pace: noPace,
};

/** Runs about to be built, in place of those there were. */
export function startRuns(comparison: Comparison, runs: readonly ComparedRun[]): Comparison {
  return { ...comparison, runs, wantsTraining: true, ended: null, pictured: null, pace: noPace };
}

/** The runs go on where they stand, those that have something left to do. */
export function continueRuns(comparison: Comparison): Comparison {
  const { runs, epochs } = comparison;
  return {
    ...comparison,
    wantsTraining: true,
    pace: noPace,
    runs: runs.map((one) => ({ ...one, run: { ...one.run, wantsTraining: !isDone(one, epochs) } })),
  };
}

/** The runs are no longer in the engine. */
export function endRuns(comparison: Comparison, reason: EndReason): Comparison {
  const { runs, ended } = comparison;
  if (runs.length === 0 || ended !== null) return comparison;
  return { ...pauseRuns(comparison), ended: reason };
}

/** Not training, at least for now. */
export function pauseRuns(comparison: Comparison): Comparison {
  return {
    ...comparison,
    wantsTraining: false,
    pace: noPace,
    runs: comparison.runs.map((one) => ({
      ...one,
      run: { ...one.run, wantsTraining: false, waiting: false, imagesPerSecond: 0 },
    })),
  };
}

/** One of the runs as it is after an event. @param event null: another engine is taking it over */
export function keepRun(
  comparison: Comparison,
  run: Run,
  event: TrainingEvent | null,
  atMs: number,
): Comparison {
  const runs = comparison.runs.map((one) => (one.run.runId === run.runId ? { ...one, run } : one));
  const next = { ...comparison, runs };
  // What the next engine makes is another pace, and its steps may lie behind.
  if (event === null) return { ...next, pace: noPace };
  // It is built on another backend.
  if (event.type === 'started') return { ...next, pace: noPace };
  if (event.type === 'snapshot') return { ...next, pictured: picturedBy(event, comparison.pictured) };
  if (event.type !== 'progress') return next;
  return { ...next, pace: withMoment(comparison.pace, atMs, imagesShown(runs)) };
}

function picturedBy({ indices, original }: Snapshot, before: PicturedImages | null): PicturedImages {
  return before && isSameImages(before.indices, indices) ? before : { indices, original };
}

/** Whether two lists name the same images in the same order. */
export function isSameImages(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((index, place) => index === b[place]);
}

/** The engine would not build one of the runs. */
export function refuseRun(comparison: Comparison, runId: RunId, refusal: Failure): Comparison {
  return {
    ...comparison,
    runs: comparison.runs.map((one) =>
      one.run.runId === runId ? { ...one, refusal, run: { ...one.run, wantsTraining: false } } : one,
    ),
  };
}

export function statusOf({ runs, ended, wantsTraining, epochs }: Comparison): ComparisonStatus {
  if (runs.length === 0) return 'none';
  if (ended !== null) return 'ended';
  if (runs.every((one) => isDone(one, epochs))) return 'finished';
  return wantsTraining ? 'training' : 'paused';
}

/** With fewer steps than this there is nothing to compare yet. */
const fewestSteps = 50;

/** How many epochs each of `epochChoices` stands for: 1; or 10, 100, … where one epoch is only a few steps. */
export function epochsPerChoice(trainCount: number, { batchSize }: Pick<Experiment, 'batchSize'>): number {
  const steps = Math.max(1, trainCount / batchSize);
  return 10 ** Math.max(0, Math.ceil(Math.log10(fewestSteps / steps)));
}

/** The step at which a run has made its epochs; null before the number of training images is known. */
export function lastStep({ run }: Pick<ComparedRun, 'run'>, epochs: Epochs): number | null {
  if (run.facts === null) return null;
  const { trainCount } = run.facts;
  const passes = epochs * epochsPerChoice(trainCount, run.experiment);
  return Math.ceil((passes * trainCount) / run.experiment.batchSize);
}

/** Whether a run has nothing more to do: its steps are made, or it cannot make them. */
export function isDone(one: ComparedRun, epochs: Epochs): boolean {
  const last = lastStep(one, epochs);
  return one.refusal !== null || one.run.diverged !== null || (last !== null && one.run.step >= last);
}

/** How much of its steps a run has made, in [0, 1]. */
export function shareDone(one: ComparedRun, epochs: Epochs): number {
  const last = lastStep(one, epochs);
  return last === null ? 0 : Math.min(1, one.run.step / last);
}

/** How far the runs are together, in [0, 1], and how long the rest will take; null while that is not known. */
export function overallProgress({ runs, epochs, pace }: Comparison): {
  share: number;
  secondsLeft: SecondsRange | null;
} {
  if (runs.length === 0) return { share: 0, secondsLeft: null };
  const done = runs.reduce((sum, one) => sum + (isDone(one, epochs) ? 1 : shareDone(one, epochs)), 0);
  const share = done / runs.length;
  const left = runs.map((one) => (isDone(one, epochs) ? 0 : imagesLeft(one, epochs)));
  const rate = rateRange(pace);
  if (rate === null || !left.every((images) => images !== null)) return { share, secondsLeft: null };
  const images = left.reduce((sum, one) => sum + one, 0);
  return { share, secondsLeft: { low: images / rate.fast, high: images / rate.slow } };
}

function imagesLeft(one: ComparedRun, epochs: Epochs): number | null {
  const last = lastStep(one, epochs);
  return last === null ? null : Math.max(0, last - one.run.step) * one.run.experiment.batchSize;
}

/** Training images in a second, all runs together; null while it is not known. */
export function imagesPerSecond({ pace }: Comparison): number | null {
  return ratePerSecond(pace);
}

function imagesShown(runs: readonly ComparedRun[]): number {
  return runs.reduce((sum, { run }) => sum + run.step * run.experiment.batchSize, 0);
}
