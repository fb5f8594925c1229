// What an observer finds out of a run, before the run puts its id on it.
import type {
  CodeStatistics,
  DrawingAnswer,
  Evaluation,
  Focus,
  LatentMap,
  Snapshot,
  TestCodes,
  View,
} from '../core/engine-api';

export type Observed =
  | Omit<Evaluation, 'runId'>
  | Omit<CodeStatistics, 'runId'>
  | Omit<Snapshot, 'runId'>
  | Omit<LatentMap, 'runId'>
  | Omit<TestCodes, 'runId'>
  | Omit<DrawingAnswer, 'runId'>;

/** A drawing in the data set's form, `[sampleSize]` bytes. */
export interface Drawing {
  id: number;
  pixels: Uint8Array;
}

/** What the person has chosen to see, of every run. */
export interface Shown {
  /** Null: the first of the ten. */
  focus: Focus | null;
  drawing: Drawing | null;
  /** How often other ten test images were asked for. */
  pick: number;
  /** The views that somebody looks at. */
  seen: ReadonlySet<View>;
}
