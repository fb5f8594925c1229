// What an observer finds out of a run, before the run puts its id on it.
import type { DrawingAnswer, CodeStatistics, Evaluation, LatentMap, Snapshot } from '../core/engine-api';

export type Observed =
  | Omit<Evaluation, 'runId'>
  | Omit<CodeStatistics, 'runId'>
  | Omit<Snapshot, 'runId'>
  | Omit<LatentMap, 'runId'>
  | Omit<DrawingAnswer, 'runId'>;

/** A drawing in the data set's form, `[sampleSize]` bytes. */
export interface Drawing {
  id: number;
  pixels: Uint8Array;
}
