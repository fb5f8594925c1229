// The training samples nearest to damaged ones by their known pixels. For one sample a search; for many, products of matrices:
// over known pixels |x - t|^2 = |x|^2 - 2 x . t + m . t^2, where x is 0 in its hole and m is 1 outside of it.
import { pause } from '../../core/browser/pause';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { NearestList } from '../neighbours/nearest-list';
import { imagesAt } from '../pca/picked-images';
import { openProducts } from '../products/open-products';
import type { Hole } from './hole';

const neighbourCount = 10;

/** The samples that are searched. */
export interface Searched {
  readonly train: Samples;
  /** Indices of those that are trained on; null for all. */
  readonly picked: Uint32Array | null;
}

/** Numbers compared before the next check whether a training sample is already too far. */
const numbersAtOnce = 32;

/** Indices of the nearest training samples of one sample `[D]`, pixels in [0, 1]. */
export function nearestByKnown(
  { train, picked }: Searched,
  sample: ArrayLike<number>,
  { known }: Hole,
): number[] {
  const size = sampleSize(train.shape);
  const scale = valueScale(train);
  const { values } = train;
  // The brightest first: there samples differ most, so that most are soon too far.
  const order = known.toSorted((a, b) => (sample[b] ?? 0) - (sample[a] ?? 0));
  const wanted = Float32Array.from(order, (at) => (sample[at] ?? 0) / scale);
  const list = new NearestList(neighbourCount);
  const count = picked?.length ?? train.count;
  for (let place = 0; place < count; place++) {
    const index = picked === null ? place : picked[place]!;
    const from = index * size;
    const { farthest } = list;
    let distance = 0;
    for (let first = 0; first < wanted.length && distance < farthest; first += numbersAtOnce) {
      const end = Math.min(wanted.length, first + numbersAtOnce);
      for (let i = first; i < end; i++) {
        const difference = wanted[i]! - values[from + order[i]!]!;
        distance += difference * difference;
      }
    }
    list.offer(index, distance);
  }
  return list.indices;
}

/** Training samples multiplied at once, between two pauses. */
const rowsAtOnce = 500;

/**
 * The same for many samples.
 * @param damaged `[n, D]`, 0 in the holes, pixels in [0, 1]
 * @param knownOf for each sample, which of `patterns` it has
 * @param patterns distinct holes, `[h, D]`: 1 where a number is known, 0 where it is missing
 * @returns the indices of the nearest samples; null when cancelled
 */
export async function nearestOfMany(
  { train, picked }: Searched,
  damaged: Float32Array,
  knownOf: ArrayLike<number>,
  patterns: Float32Array,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number[][] | null> {
  const size = sampleSize(train.shape);
  const scale = valueScale(train);
  const asked = damaged.length / size;
  const holes = patterns.length / size;
  const ofSamples = await openProducts(size, asked, rowsAtOnce);
  const ofHoles = await openProducts(size, holes, rowsAtOnce);
  ofSamples.directions.set(damaged);
  ofHoles.directions.set(patterns);
  const lists = Array.from({ length: asked }, () => new NearestList(neighbourCount));
  const count = picked?.length ?? train.count;
  for (let first = 0; first < count; first += rowsAtOnce) {
    onShare(first / count);
    await pause();
    if (isCancelled()) return null;
    const stored = imagesAt(train, picked, first, rowsAtOnce);
    for (let at = 0; at < stored.length; at++) {
      const value = stored[at]! * scale;
      ofSamples.rows[at] = value;
      ofHoles.rows[at] = value * value;
    }
    const rows = stored.length / size;
    const products = ofSamples.project(rows);
    const squares = ofHoles.project(rows);
    for (let row = 0; row < rows; row++) {
      const index = picked === null ? first + row : picked[first + row]!;
      for (let sample = 0; sample < asked; sample++) {
        // Less |x|^2, which is the same for all training samples.
        const distance = squares[row * holes + knownOf[sample]!]! - 2 * products[row * asked + sample]!;
        const list = lists[sample]!;
        if (distance < list.farthest) list.offer(index, distance);
      }
    }
  }
  return lists.map(({ indices }) => indices);
}

/** Mean of training samples at the missing numbers of a hole, pixels in [0, 1]. */
export function meanAt(train: Samples, indices: readonly number[], { missing }: Hole): Float64Array {
  const size = sampleSize(train.shape);
  const scale = valueScale(train) / indices.length;
  return Float64Array.from(missing, (at) => {
    let sum = 0;
    for (const index of indices) sum += train.values[index * size + at] ?? 0;
    return sum * scale;
  });
}
