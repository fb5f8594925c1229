// When the main run stops by itself. A goal is no part of the experiment: it says how far to train, and changes no loss.

export const goalKinds = ['epochs', 'seconds', 'testMse'] as const;
export type GoalKind = (typeof goalKinds)[number];

export interface Goal {
  /**
   * - `epochs`: passes over the training set, counted from the first step of the run.
   * - `seconds`: what the steps of the run took, as its clock counts them.
   * - `testMse`: mean squared error per value, measured on the whole test set.
   */
  readonly kind: GoalKind;
  readonly value: number;
}

/** Inclusive ranges of the values. */
export const goalRanges = {
  epochs: { min: 0.1, max: 10_000 },
  seconds: { min: 1, max: 86_400 },
  testMse: { min: 0.000001, max: 1 },
} as const satisfies Record<GoalKind, { readonly min: number; readonly max: number }>;

/** Whether what the engine has just measured reaches a goal. A subset of the test set says too little to stop by. */
export function isReachedBy(
  goal: Goal | null,
  { scope, mse }: { readonly scope: string; readonly mse: number },
): boolean {
  return goal?.kind === 'testMse' && scope === 'all' && mse <= goal.value;
}

/** How far a run is. */
export interface RunProgress {
  readonly epoch: number;
  /** Of training; null where that is not known. */
  readonly seconds: number | null;
  /** The latest measurement on the whole test set, if it is one of these weights; null otherwise. */
  readonly testMse: number | null;
}

export function isReached({ kind, value }: Goal, run: RunProgress): boolean {
  if (kind === 'epochs') return run.epoch >= value;
  if (kind === 'seconds') return run.seconds !== null && run.seconds >= value;
  return run.testMse !== null && run.testMse <= value;
}
