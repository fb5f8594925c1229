// A run that an engine is to train: what a policy (the main run, a comparison, a sweep) hands to the supervisor.
import type { Failure } from '../../core/failure';
import type { TrainingEvent } from '../../core/engine-api/events';
import type { Experiment } from '../../core/experiment/experiment';
import type { Goal } from '../../core/run/goal';
import type { RunId } from '../../core/run/stamp';
import type { Run } from '../runs/run';

export interface RunJob {
  readonly id: RunId;
  /** The run as it is known now. It is trained while `wantsTraining` says so. */
  readonly read: () => Run;
  /** Keeps the run as it is after an event; null: it is about to be built in another engine, with empty views. */
  readonly keep: (run: Run, event: TrainingEvent | null) => void;
  /** What it is to be trained with; what the engine trains it with may be behind for a moment. */
  readonly experiment: () => Experiment;
  /** Train up to this step: `Infinity` for as long as the person wants; null while it is not known. */
  readonly lastStep: () => number | null;
  /** Or up to this goal; null: there is none. */
  readonly goal?: () => Goal | null;
  /** It has been built, and is about to be trained. */
  readonly onBuilt?: () => void;
  /** The engine would not build it; the engine itself is well. */
  readonly onRefused: (reason: Failure) => void;
}
