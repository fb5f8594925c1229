// The contract of an observer: the events it emits, before the run adds its id, and the state of the views that it follows.
import type {
  CodeStatistics,
  DrawingAnswer,
  Evaluation,
  Focus,
  LatentMap,
  Snapshot,
  TestCodes,
  View,
} from '../../core/engine-api/looking';

export type ViewEvent =
  | Omit<Evaluation, 'runId'>
  | Omit<CodeStatistics, 'runId'>
  | Omit<Snapshot, 'runId'>
  | Omit<LatentMap, 'runId'>
  | Omit<TestCodes, 'runId'>
  | Omit<DrawingAnswer, 'runId'>;

/** A drawing in the data set's format, `[sampleSize]` bytes. */
export interface Drawing {
  id: number;
  /** Bytes, or floats as the data's are scaled. */
  pixels: Uint8Array | Float32Array;
}

/** The person's choice of what the views show, shared by all runs. */
export interface ViewState {
  /** Null for the first of the ten images. */
  focus: Focus | null;
  drawing: Drawing | null;
  /** How many times the person has asked for other test images. */
  pick: number;
  /** The visible views. */
  seen: ReadonlySet<View>;
}
