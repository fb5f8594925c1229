// Which run a result belongs to, and which weights it was computed with.

/** Identifies a run for as long as it is kept, across workers and visits. */
export type RunId = string;

/** A unique run id. */
export function createRunId(): RunId {
  // Not `randomUUID`: it exists on secure origins only.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-');
}

export interface Stamp {
  runId: RunId;
  /** Number of updates that led to the weights. */
  step: number;
}
