// A curve that can grow forever in bounded memory without skipping a value. A short series has one point per value; when
// it gets too long, pairs of points are averaged and the bucket size doubles.

/** Points that a series holds before its buckets double; more than a chart of this size can show. */
export const seriesCapacity = 600;

/**
 * Values over steps. Point `i` is the mean of `bucket` consecutive values, at the mean of their steps. The values of a
 * bucket that is not yet full are in `open`, not in a point.
 */
export interface MetricSeries {
  /** Values averaged in each point: 1, 2, 4, … */
  readonly bucket: number;
  readonly steps: readonly number[];
  readonly means: readonly number[];
  readonly open: OpenBucket;
}

interface OpenBucket {
  readonly count: number;
  readonly stepSum: number;
  readonly valueSum: number;
}

const emptyBucket: OpenBucket = { count: 0, stepSum: 0, valueSum: 0 };

export const emptySeries: MetricSeries = { bucket: 1, steps: [], means: [], open: emptyBucket };

/** Appends the values of steps `firstStep`, `firstStep + 1`, …. Skips values that are not finite. */
export function appendValues(
  series: MetricSeries,
  firstStep: number,
  values: ArrayLike<number>,
): MetricSeries {
  const steps = [...series.steps];
  const means = [...series.means];
  let { bucket, open } = series;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    open = {
      count: open.count + 1,
      stepSum: open.stepSum + firstStep + i,
      valueSum: open.valueSum + value,
    };
    if (open.count < bucket) continue;
    steps.push(open.stepSum / bucket);
    means.push(open.valueSum / bucket);
    open = emptyBucket;
    if (steps.length < seriesCapacity) continue;
    averagePairs(steps);
    averagePairs(means);
    bucket *= 2;
  }
  return { bucket, steps, means, open };
}

/** The series up to and including `step`, for a run that rolls back. Drops a half-filled bucket. */
export function truncateAfter(series: MetricSeries, step: number): MetricSeries {
  const kept = series.steps.findLastIndex((at) => at <= step) + 1;
  return {
    bucket: series.bucket,
    steps: series.steps.slice(0, kept),
    means: series.means.slice(0, kept),
    open: emptyBucket,
  };
}

/** Turns `[a, b, c, d]` into `[(a + b) / 2, (c + d) / 2]`, in place. The capacity is even, so nothing is left over. */
function averagePairs(numbers: number[]): void {
  const pairs = numbers.length / 2;
  for (let pair = 0; pair < pairs; pair++) {
    numbers[pair] = ((numbers[2 * pair] ?? 0) + (numbers[2 * pair + 1] ?? 0)) / 2;
  }
  numbers.length = pairs;
}
