// In which order the training images are shown. A function of the seed alone, not of when the data arrives: the first
// epoch goes through the shards as they come, shuffled within each, so that training starts on the first one; later
// epochs shuffle everything.
import { permutation, streams } from '../core/random';

/** Gives the indices of any stretch of the endless sequence of shuffled epochs. */
export interface SampleOrder {
  /** Training-set indices of samples number `seen .. seen + count - 1` of the run, `[count]`. */
  take(seen: number, count: number): Uint32Array;
}

/**
 * @param shardCounts samples in each shard of the training set, in order
 * @param seed of the experiment
 */
export function sampleOrder(shardCounts: readonly number[], seed: number): SampleOrder {
  const total = shardCounts.reduce((sum, count) => sum + count, 0);
  let epoch = -1;
  let order = new Uint32Array(0);

  const prepare = (wanted: number) => {
    if (wanted === epoch) return;
    epoch = wanted;
    order = wanted === 0 ? firstEpoch(shardCounts, seed) : permutation(total, seed, streams.order, wanted);
  };

  return {
    take(seen, count) {
      const indices = new Uint32Array(count);
      for (let filled = 0; filled < count;) {
        const at = seen + filled;
        prepare(Math.floor(at / total));
        const start = at % total;
        const part = order.subarray(start, start + count - filled);
        indices.set(part, filled);
        filled += part.length;
      }
      return indices;
    },
  };
}

function firstEpoch(shardCounts: readonly number[], seed: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(shardCounts.reduce((sum, count) => sum + count, 0));
  let start = 0;
  shardCounts.forEach((count, shard) => {
    // Salts from 2^31 up belong to the shards of the first epoch; below, to the later epochs.
    const within = permutation(count, seed, streams.order, 2 ** 31 + shard);
    order.set(
      within.map((index) => index + start),
      start,
    );
    start += count;
  });
  return order;
}
