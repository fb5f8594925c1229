// Whether the rows of a table look like points of a long series, and not like samples. A guess only decides what is offered first.

const leastRows = 2000;
const mostChannels = 3;
/** With a column that tells the time. */
const timed = { leastRows: 500, mostChannels: 16 } as const;
/** Neighbours of a series are alike; rows of a table in no order are not. */
const leastLikeness = 0.2;
const looked = 20_000;

/** @param columns the numbers that are neither the label nor the time */
export function looksLikeSeries(columns: readonly Float32Array[], isTimed: boolean): boolean {
  const rows = columns[0]?.length ?? 0;
  if (isTimed && rows >= timed.leastRows && columns.length <= timed.mostChannels) return true;
  if (rows < leastRows || columns.length > mostChannels) return false;
  return columns.some((column) => [1, 2].some((lag) => Math.abs(correlation(column, lag)) >= leastLikeness));
}

/** Autocorrelation at a lag, of the first points; 0 for a constant. */
function correlation(values: Float32Array, lag: number): number {
  const count = Math.min(values.length, looked);
  let mean = 0;
  for (let at = 0; at < count; at++) mean += values[at]! / count;
  let [variance, covariance] = [0, 0];
  for (let at = 0; at < count; at++) {
    variance += (values[at]! - mean) ** 2;
    if (at >= lag) covariance += (values[at]! - mean) * (values[at - lag]! - mean);
  }
  return variance > 0 ? covariance / variance : 0;
}
