// What the worker tells the page about a run, unasked. Every event of a run carries its id; one that depends on the weights
// also carries their step, so that no view can show an old result as a new one.
import type { Experiment, ExperimentPatch, KindSetting } from '../experiment/experiment';
import type { Failure } from '../failure';
import type { Checkpoint } from '../run/checkpoint';
import type { TermId, Terms } from '../run/objective-terms';
import type { RunId, Stamp } from '../run/stamp';
import type { DrawingForm } from '../samples/drawing';
import type { DataFailure } from '../samples/data-failure';
import type { DatasetInfo } from '../samples/dataset-info';
import type { BackendsFound } from './backend';
import type { CodeStatistics, DrawingAnswer, Evaluation, LatentMap, Snapshot, TestCodes } from './looking';
import type { StageMessage } from './messages';

/** A stage of start-up that keeps a person waiting. */
export interface Stage {
  type: 'stage';
  /** Null before the first run. */
  runId: RunId | null;
  stage: 'backend' | 'data' | 'network' | 'warm-up' | 'ready';
  message: StageMessage;
}

/** Download progress, in compressed bytes. */
export interface DataProgress {
  type: 'data-progress';
  dataset: string;
  loadedBytes: number;
  totalBytes: number;
  /** Training images that are ready, and their final number. */
  trainReady: number;
  trainTotal: number;
}

/** A shard failed to load. The others go on loading; `retryData` tries again. */
export interface DataFailed {
  type: 'data-failed';
  dataset: string;
  shard: string;
  message: DataFailure;
}

/** A fact about how a run is computed. The page has the words for each code. */
export type RunNote = PlainPathNote | NoSuchClassNote;

export interface PlainPathNote {
  /** The backend has no kernel for this kind: plain JavaScript computes it, which is slower. */
  code: 'kind.plain-path';
  setting: Extract<KindSetting, 'noise' | 'loss' | 'sparsity'>;
  /** Its id in the catalog's registry. */
  kind: string;
}

export interface NoSuchClassNote {
  /** The data set does not have these classes, so they are left out; without any other, all classes are trained on. */
  code: 'subset.no-such-class';
  setting: 'classes';
  classes: readonly number[];
}

/** What follows from the experiment of a run and the data set. */
export interface RunFacts {
  /** Weights and biases of the whole network. */
  parameters: number;
  /**
   * Samples that are trained on: those of the data set, or fewer where the experiment leaves some out. Samples whose labels
   * have not arrived count; `subset-counted` follows when all have.
   */
  trainCount: number;
  /** Samples that are held out for validation, of the classes that are trained on; left out where there are none. */
  validationCount?: number;
  /** Left out where there is nothing to note. */
  notes?: readonly RunNote[];
}

/** A run begins, or resumes from a checkpoint. */
export interface Started extends Stamp, RunFacts {
  type: 'started';
  experiment: Experiment;
  dataset: DatasetInfo;
  /** Samples that are tested on, of all classes. */
  testCount: number;
}

/** All labels have arrived: the numbers of samples of an experiment that leaves some out are final. */
export interface SubsetCounted extends Stamp, Pick<RunFacts, 'trainCount' | 'validationCount'> {
  type: 'subset-counted';
}

/** What a drawing has to become, measured on the first training images of a data set whose form is not known beforehand. */
export interface DrawingFormMeasured extends Stamp {
  type: 'drawing-form';
  /** Null where its images are no drawings, such as photographs. */
  form: DrawingForm | null;
}

/** Training made some steps; `step` is the last of them. */
export interface Progress extends Stamp {
  type: 'progress';
  /** Objective (the weighted sum of its terms) for each training batch since the last report, oldest first; the last belongs to `step`. */
  trainLosses: Float32Array;
  /** The terms of the same batches. */
  trainTerms: Terms<Float32Array>;
  /** Epochs so far; fractional. */
  epoch: number;
  /** Milliseconds that computing these batches took; what else the worker did meanwhile does not count. */
  trainMs: number;
  /** Averaged over about the last second of training. */
  imagesPerSecond: number;
}

/** A copy of the weights for the page to keep in case the worker dies. */
export interface CheckpointTaken {
  type: 'checkpoint';
  runId: RunId;
  checkpoint: Checkpoint;
}

/** The validation loss at the end of an epoch is the best so far: the weights to go back to. Sent where early stopping is on. */
export interface BestTaken {
  type: 'best';
  runId: RunId;
  /** Objective on the held-out samples. */
  loss: number;
  checkpoint: Checkpoint;
}

/** A change took effect; `step` is the last step without it. */
export interface Changed extends Stamp, RunFacts {
  type: 'changed';
  patch: ExperimentPatch;
  experiment: Experiment;
}

/** Training stopped, by itself or on request. */
export interface Paused extends Stamp {
  type: 'paused';
  /**
   * `waiting`: the next shard has not arrived; training resumes by itself when it does.
   * `finished`: training reached the last step or the goal passed to `play`.
   * `no-better`: early stopping; the best weights were sent as `best`.
   */
  reason: 'asked' | 'stepped' | 'waiting' | 'finished' | 'no-better';
}

/** Training has failed. The weights are back at the last good checkpoint, `restoredStep`, and training is paused. */
export interface Diverged extends Stamp {
  type: 'diverged';
  restoredStep: number;
  /**
   * - a term of the objective, or the `weights` after an update: not finite.
   * - `high-loss`: for many steps the loss was finite, but far above its best, or above that of untrained weights.
   * - `dead-hidden`, `dead-code`, `dead-output`: training is flat, and all units of a hidden layer, of the code or of the output
   *   are exactly the same for nearly every test image. The first such layer counts.
   */
  cause: TermId | 'weights' | 'high-loss' | `dead-${'hidden' | 'code' | 'output'}`;
}

/** Something broke. After a `fatal` failure the worker is unusable, and the page starts another from its checkpoint. */
export interface Failed {
  type: 'failed';
  runId: RunId | null;
  /** `refused`: the backend does not support an operation, and retrying would not help. */
  kind: 'context-lost' | 'refused' | 'internal';
  fatal: boolean;
  message: Failure;
}

export type TrainingEvent =
  | Stage
  | BackendsFound
  | DataProgress
  | DataFailed
  | Started
  | SubsetCounted
  | DrawingFormMeasured
  | Progress
  | Evaluation
  | CodeStatistics
  | Snapshot
  | LatentMap
  | TestCodes
  | DrawingAnswer
  | CheckpointTaken
  | BestTaken
  | Changed
  | Paused
  | Diverged
  | Failed;
