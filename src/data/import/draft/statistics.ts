// What has to be known of all values before they can be brought to [0, 1].
import { sampleSize } from '../../../core/samples/samples';
import type { Breather } from '../breather';
import type { RawSamples } from './form/raw-samples';

export interface Statistics {
  readonly least: number;
  readonly greatest: number;
  /** Whether every value is a whole number. */
  readonly isWhole: boolean;
  /** For each place in a sample, `[sampleSize]`. */
  readonly leastAt: Float32Array;
  readonly greatestAt: Float32Array;
}

/** @param onSamples told how many samples have been gone through */
export async function measure(
  raw: RawSamples,
  breathe: Breather,
  onSamples: (done: number) => void,
): Promise<Statistics> {
  const size = sampleSize(raw.shape);
  const sample = new Float32Array(size);
  const leastAt = new Float32Array(size).fill(Infinity);
  const greatestAt = new Float32Array(size).fill(-Infinity);
  let isWhole = true;
  for (let index = 0; index < raw.count; index++) {
    raw.read(index, sample);
    for (let place = 0; place < size; place++) {
      const value = sample[place]!;
      if (value < leastAt[place]!) leastAt[place] = value;
      if (value > greatestAt[place]!) greatestAt[place] = value;
      if (isWhole && Math.floor(value) !== value) isWhole = false;
    }
    if (index % 16 === 0) {
      onSamples(index);
      await breathe();
    }
  }
  const least = leastAt.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = greatestAt.reduce((a, b) => Math.max(a, b), -Infinity);
  return { least, greatest, isWhole, leastAt, greatestAt };
}
