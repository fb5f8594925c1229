// A long series thinned for drawing: no peak is lost, however many points share a pixel.
import type { Trace } from '../../../core/import/series-import';

/** @param channels each as long as the recording */
export function thinSeries(
  channels: readonly Float32Array[],
  mostColumns: number,
): Pick<Trace, 'columns' | 'lows' | 'highs'> {
  const length = channels[0]?.length ?? 0;
  const columns = Math.min(length, mostColumns);
  const lows = new Float32Array(channels.length * columns);
  const highs = new Float32Array(channels.length * columns);
  for (const [channel, values] of channels.entries()) {
    for (let column = 0; column < columns; column++) {
      const [start, end] = [column, column + 1].map((edge) => Math.floor((edge * length) / columns));
      let [low, high] = [Infinity, -Infinity];
      for (let at = start!; at < end!; at++) {
        low = Math.min(low, values[at]!);
        high = Math.max(high, values[at]!);
      }
      lows[channel * columns + column] = low;
      highs[channel * columns + column] = high;
    }
  }
  return { columns, lows, highs };
}
