// What an engine supervisor does, what it needs, and what it tells those who run jobs on it.
import type { StoreApi } from 'zustand/vanilla';
import type { BackendChoice } from '../../core/engine-api/backend';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Failure } from '../../core/failure';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { RunId } from '../../core/run/stamp';
import type { EngineCalls, OpenEngine } from './engine-client';
import type { EngineState } from './engine-state';
import type { RunJob } from './run-job';
import type { RestartLimits, StopCause, Verdict } from './restart-policy';

export interface Restart {
  readonly cause: StopCause;
  readonly message: Failure;
  /** The backend that it goes on with. */
  readonly to: Verdict['backend'];
}

export interface SupervisorPorts {
  readonly open: OpenEngine;
  readonly choice: BackendChoice;
  readonly limits: RestartLimits;
  /** Whether `auto` may spend time on measuring backends. */
  readonly mayMeasure: boolean;
  /** What the engine cannot be sure to find in the browser's storage; it is handed over before each build. */
  readonly lent?: (id: DatasetId) => OwnDataset | null;
  /** An engine has opened; jobs are built after this. */
  readonly onOpened: () => void;
  /** After every event but failures, once the jobs have taken it. */
  readonly onEvent?: (event: TrainingEvent) => void;
  /** An event that says nothing any more: it reaches no job. */
  readonly isStale?: (event: TrainingEvent) => boolean;
  /** Something went wrong, and the engine goes on. */
  readonly onFailure?: (message: Failure) => void;
  /** Called before the jobs move to the new engine. */
  readonly onRestart?: (restart: Restart) => void;
  /** Too many restarts: `start` tries again. @param hasOpened false: since `start` no engine has opened at all */
  readonly onGivenUp: (message: Failure, hasOpened: boolean) => void;
  /** The backend that `choose` was asked for broke the engine; the next one starts on the one before. */
  readonly onChoiceFailed?: (choice: BackendChoice, message: Failure) => void;
}

export interface EngineSupervisor {
  readonly store: StoreApi<EngineState>;
  /** Starts the engine, also after it was given up, and builds the jobs there are. */
  readonly start: () => void;
  /** Builds a job in place of all others. Without an engine it waits for one. */
  readonly run: (job: RunJob) => void;
  /** Builds a job beside the others. */
  readonly runBeside: (job: RunJob) => void;
  readonly end: (id: RunId) => void;
  /** Trains a job to its last step, if it is to be trained and that is known. */
  readonly train: (id: RunId) => void;
  /** Lends the engine a data set that it asked for in vain, and lets it try again. */
  readonly retryData: (id: DatasetId) => void;
  /** Sends a command; dropped without an engine. An event or the worker's death reports a failure. */
  readonly send: (give: (calls: EngineCalls) => Promise<unknown>) => void;
  /** Null without an engine, and when the engine is lost before it answers. */
  readonly ask: <T>(question: (calls: EngineCalls) => Promise<T | null>) => Promise<T | null>;
  /**
   * Moves all jobs to another backend with their weights. `auto` measures again. An engine that is starting, was given up or is
   * too busy to answer is replaced, and the jobs go on from their checkpoints.
   */
  readonly choose: (choice: BackendChoice) => Promise<void>;
  /** Progress was made: earlier stops no longer count. */
  readonly forgetStops: () => void;
  /** Ends the engine and releases the jobs. */
  readonly dispose: () => void;
}
