// Mean and standard deviation of many samples at each of their places.

export interface Moments {
  /** `[D]` */
  readonly mean: Float32Array;
  /** `[D]` */
  readonly deviation: Float32Array;
}

/** @param samples `[n, width]`, at least one */
export function momentsOf(samples: Float32Array, width: number): Moments {
  const count = samples.length / width;
  const sums = new Float64Array(width);
  samples.forEach((value, at) => (sums[at % width]! += value));
  const mean = sums.map((sum) => sum / count);
  const squares = new Float64Array(width);
  samples.forEach((value, at) => (squares[at % width]! += (value - mean[at % width]!) ** 2));
  return {
    mean: Float32Array.from(mean),
    deviation: Float32Array.from(squares, (sum) => Math.sqrt(sum / count)),
  };
}

/** The largest differences at any place, in the scale of the data: as shares of its range. */
export function largestDifferences(a: Moments, b: Moments): { mean: number; deviation: number } {
  const largest = (one: Float32Array, other: Float32Array) =>
    one.reduce((most, value, place) => Math.max(most, Math.abs(value - (other[place] ?? 0))), 0);
  return { mean: largest(a.mean, b.mean), deviation: largest(a.deviation, b.deviation) };
}
