// A long series in as many columns as there are pixels: the least and the greatest value in each, so that a short spike is
// seen however far one zooms out.

export interface Thinned {
  /** `[columns]` each; not a number where a column has no values. */
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** One channel of `[length, channels]`. */
export interface Channel {
  readonly values: ArrayLike<number>;
  readonly channels: number;
  readonly channel: number;
}

/** Columns of equal width over the points `from` to `to`, which may lie outside of the series. A column holds at least the point it is in. */
export function thinned(
  { values, channels, channel }: Channel,
  from: number,
  to: number,
  columns: number,
): Thinned {
  const length = Math.floor(values.length / channels);
  const low = new Float32Array(columns).fill(NaN);
  const high = new Float32Array(columns).fill(NaN);
  const width = (to - from) / columns;
  for (let column = 0; column < columns; column++) {
    const begin = Math.floor(from + column * width);
    const end = Math.max(begin + 1, Math.floor(from + (column + 1) * width));
    let [least, greatest] = [Infinity, -Infinity];
    for (let point = Math.max(0, begin); point < Math.min(length, end); point++) {
      const value = values[point * channels + channel]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (least > greatest) continue;
    low[column] = least;
    high[column] = greatest;
  }
  return { low, high };
}
