// One number per sample as a step of a colour ramp.

/** Steps of a ramp. More would be indistinguishable. */
export const rampSteps = 24;

/** The range that a ramp covers. It excludes outliers, which would squeeze all other values into one colour. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** The 1st and 99th percentiles of the finite values; 0 to 1 if there are none. */
export function valueRange(values: Float32Array): ValueRange {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return { low: at(0.01) ?? 0, high: at(0.99) ?? 1 };
}

/** The ramp step of each value, `[n]`, in 0 to `rampSteps - 1`. Values outside the range, or NaN, map to its ends. */
export function rampCategories(values: Float32Array, { low, high }: ValueRange): Uint8Array {
  const scale = high > low ? rampSteps / (high - low) : 0;
  return Uint8Array.from(values, (value) =>
    Math.min(rampSteps - 1, Math.max(0, Math.floor((value - low) * scale) || 0)),
  );
}
