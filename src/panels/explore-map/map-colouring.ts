// The colours of the points: by class, or by a number of each image on a ramp of a few steps.

export interface Colouring {
  /** Index of each point into `colours`, `[n]`. */
  readonly categories: Uint8Array;
  readonly colours: readonly string[];
}

/** Steps of a ramp. More could not be told apart. */
export const rampSteps = 24;

/** The middle of some numbers, from which a ramp runs: a few far ones shall not leave all others in one colour. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** The 1st and the 99th percentile of those that are finite; 0 to 1 where none is. */
export function valueRange(values: Float32Array): ValueRange {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return { low: at(0.01) ?? 0, high: at(0.99) ?? 1 };
}

/** The step of each number, `[n]`, in 0 to `rampSteps - 1`; what lies outside the range, or is no number, at its ends. */
export function rampCategories(values: Float32Array, { low, high }: ValueRange): Uint8Array {
  const scale = high > low ? rampSteps / (high - low) : 0;
  return Uint8Array.from(values, (value) =>
    Math.min(rampSteps - 1, Math.max(0, Math.floor((value - low) * scale) || 0)),
  );
}
