// The events of a run.
import type { TrainingEvent } from '../../core/engine-api/events';
import type { RunId } from '../../core/run/stamp';

export type Emit = (event: TrainingEvent) => void;

/** An event before the run adds its id. Distributes over the union. */
export type Unstamped = TrainingEvent extends infer E
  ? E extends { runId: RunId }
    ? Omit<E, 'runId'>
    : never
  : never;
