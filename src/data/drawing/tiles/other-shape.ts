// Samples of one data set in the shape of another's, so that a network can be given what it was not made for.
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';
import { cutTiles, joinTiles } from './tiles';

/** Whether samples have to be changed at all. */
export function isSameShape(a: SampleShape, b: SampleShape): boolean {
  return a.length === b.length && a.every((side, place) => side === b[place]);
}

/**
 * Samples `[n, ...from]` as `[n, ...to]`. An image is scaled until it fills the other shape and what sticks out is cut off,
 * colour becomes grey by its brightness and grey becomes three equal channels; a signal is stretched to the other length. From
 * image to signal and back, pixels are read row by row. All of it is linear: the mean of samples becomes their mean.
 */
export function inShape(samples: Float32Array, from: SampleShape, to: SampleShape): Float32Array {
  if (isSameShape(from, to)) return samples;
  const [size, newSize] = [sampleSize(from), sampleSize(to)];
  const changed = new Float32Array((samples.length / size) * newSize);
  const areSignals = sampleKind(from) === 'signal' && sampleKind(to) === 'signal';
  for (let at = 0; at * size < samples.length; at++) {
    const values = samples.subarray(at * size, (at + 1) * size);
    const other = areSignals
      ? stretched(values, from, to)
      : cutTiles(joinTiles({ columns: 1, rows: 1, values }, from), to, { columns: 1, rows: 1 }).values;
    changed.set(other, at * newSize);
  }
  return changed;
}

/** By linear interpolation; channels that the other does not have are averaged. */
function stretched(
  signal: Float32Array,
  [length = 1, channels = 1]: SampleShape,
  [newLength = 1, newChannels = 1]: SampleShape,
): Float32Array {
  const at = (point: number, channel: number) => {
    if (channels === newChannels) return signal[point * channels + channel] ?? 0;
    return (
      signal.subarray(point * channels, (point + 1) * channels).reduce((sum, x) => sum + x, 0) / channels
    );
  };
  return Float32Array.from({ length: newLength * newChannels }, (_, place) => {
    const channel = place % newChannels;
    const exact = newLength === 1 ? 0 : (Math.floor(place / newChannels) * (length - 1)) / (newLength - 1);
    const before = Math.floor(exact);
    const share = exact - before;
    return (1 - share) * at(before, channel) + share * at(Math.min(length - 1, before + 1), channel);
  });
}
