// Samples in slices, as floats about a mean: a data set of bytes is never copied to floats as a whole.
import { valueScale, type Samples } from '../../../core/samples/samples';
import { pause } from '../../../core/browser/pause';

/** Samples of a slice. For 12,288 numbers each, one takes 12.6 MB, and a product with 160 directions about 50 ms. */
export const rowsAtOnce = 256;

/** Which samples to read: every `stride`-th of those picked, from the first on. */
export interface Selection {
  readonly count: number;
  readonly stride: number;
  /** Indices of the samples that count; null for all. */
  readonly picked: Uint32Array | null;
}

export function every({ count }: Samples, picked: Uint32Array | null): Selection {
  return { count: picked?.length ?? count, stride: 1, picked };
}

/** At most `most` of them, evenly spread, so that a set sorted by class gives all classes. */
export function spread({ count, picked }: Selection, most: number): Selection {
  const stride = Math.max(1, Math.floor(count / most));
  return { count: Math.min(most, Math.ceil(count / stride)), stride, picked };
}

/** The index in the data set of the sample at a place of the selection. */
function sampleAt({ picked, stride }: Selection, place: number): number {
  return picked ? (picked[place * stride] ?? 0) : place * stride;
}

/**
 * Calls `use` for each slice after writing it into `rows`, and pauses in between.
 * @param mean `[D]`, subtracted from each sample
 * @param rows room for `rowsAtOnce` samples
 * @param use gets the number of rows and the place of the first
 * @returns whether all were read: false when cancelled
 */
export async function readSlices(
  { values, count: all }: Samples,
  selection: Selection,
  mean: Float32Array,
  rows: Float32Array,
  use: (count: number, first: number) => void,
  isCancelled: () => boolean = () => false,
): Promise<boolean> {
  const size = values.length / all;
  const scale = valueScale({ values });
  const { count } = selection;
  for (let first = 0; first < count; first += rowsAtOnce) {
    const inSlice = Math.min(rowsAtOnce, count - first);
    for (let row = 0, to = 0; row < inSlice; row++) {
      const from = sampleAt(selection, first + row) * size;
      for (let i = 0; i < size; i++, to++) rows[to] = values[from + i]! * scale - mean[i]!;
    }
    use(inSlice, first);
    await pause();
    if (isCancelled()) return false;
  }
  return true;
}

/** Mean of the samples, `[D]`, and their variance about it, summed over the numbers of a sample. In double precision. */
export async function meanAndVariance(
  { values, count: all }: Samples,
  selection: Selection,
): Promise<{ mean: Float64Array; variance: number }> {
  const size = values.length / all;
  const scale = valueScale({ values });
  const { count } = selection;
  const sums = new Float64Array(size);
  let squares = 0;
  for (let first = 0; first < count; first += rowsAtOnce) {
    const end = Math.min(first + rowsAtOnce, count);
    for (let row = first; row < end; row++) {
      const from = sampleAt(selection, row) * size;
      for (let i = 0; i < size; i++) {
        const value = values[from + i]!;
        sums[i]! += value;
        squares += value * value;
      }
    }
    await pause();
  }
  const mean = sums.map((sum) => (sum / count) * scale);
  const ofMean = mean.reduce((sum, value) => sum + value * value, 0);
  return { mean, variance: Math.max(0, (squares / count) * scale * scale - ofMean) };
}
