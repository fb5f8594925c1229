// How the page runs training in the worker. Types only: `engine/` and `session/` import these files, never each other.
import type { DatasetId, OwnDatasetId } from '../experiment/dataset-id';
import type { Experiment, ExperimentPatch } from '../experiment/experiment';
import type { AskPage, OwnDataset } from '../samples/own-dataset';
import type { Checkpoint } from '../run/checkpoint';
import type { Goal } from '../run/goal/goal';
import type { RunId } from '../run/stamp';
import type { AskingApi } from './asking';
import type { BackendChoice, BackendReport, MeasurementWish } from './backend';
import type { TrainingEvent } from './events';
import type { LookingApi } from './looking';
import type { ScoringApi } from './scoring';
import type { TracingApi } from './tracing';
import type { UnitsApi } from './units';

/** What `openEngine` needs. */
export interface EngineOptions {
  backend: BackendChoice;
  /** A known measurement; without it `auto` measures when several backends might be the fastest. */
  measurement?: MeasurementWish;
  /** Absolute address of the page's own folder; data is fetched from below it. */
  baseUrl: string;
  /** The Web Lock that the worker holds while it lives, so that the page learns of its death. */
  lifeLock: string;
  /** What will be trained on first: it is fetched while the backend starts. */
  dataset?: DatasetId;
}

/**
 * Commands run in order, between two training steps. A run whose data set is not there yet gets its commands once it is built;
 * a command for a run that does not exist is dropped.
 */
export interface RunningApi {
  /**
   * Chooses and starts a backend. Events go to `onEvent`, typed arrays transferred.
   * @param askPage for the data sets that the page makes; without it they are not here
   */
  open(
    options: EngineOptions,
    onEvent: (event: TrainingEvent) => void,
    askPage?: AskPage,
  ): Promise<BackendReport>;
  /** Switches to another backend; the run continues from the same weights. `auto` measures again. */
  setBackend(choice: BackendChoice): Promise<BackendReport>;
  /**
   * Starts run `runId`: loads the data set if it is a different one, builds the network (from `checkpoint` if given),
   * warms it up and sends `started`, then a snapshot, an evaluation and a map. Ends every earlier run.
   */
  build(runId: RunId, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void>;
  /**
   * Starts another run beside the others; they take turns at training. All runs must share one data set: a run on
   * another is refused. `build` ends them all.
   */
  buildBeside(runId: RunId, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void>;
  /** Ends one run. */
  end(runId: RunId): void;
  /**
   * Trains until paused, until `lastStep` steps have been made in total, or until `goal` is reached: at the very step for epochs, at
   * the measurement of the whole test set for its error. Seconds are counted by the page.
   */
  play(runId: RunId, lastStep?: number, goal?: Goal | null): void;
  pause(runId: RunId): void;
  /** One training step, then pause. */
  step(runId: RunId): void;
  /** Applies a live or surgical change. Pending changes are merged. Answers with `changed`. */
  change(runId: RunId, patch: ExperimentPatch): void;
  /** Hands over a person's own data set that the browser does not keep, before a run on it is built. */
  lend(id: OwnDatasetId, dataset: OwnDataset): void;
  /** Fetches the failed shards again. */
  retryData(): void;
  /** Number of live tensors in the worker, for tests and the bench: it must not grow. */
  countTensors(): Promise<number>;
}

/** The worker's side of the conversation (called through comlink). */
export interface EngineApi extends RunningApi, LookingApi, AskingApi, ScoringApi, TracingApi, UnitsApi {}
