// The order of the training images. It depends only on the seed, not on when the data arrives. The first epoch visits the
// shards in order, shuffled within each, so that training can start on the first one; later epochs shuffle everything.
import { permutation, streams } from '../../core/random';

/** Indices for any span of the infinite sequence of shuffled epochs. */
export interface SampleOrder {
  /** Training-set indices at positions `passed .. passed + count - 1`, `[count]`. */
  take(passed: number, count: number): Uint32Array;
}

export interface WalkedSamples {
  readonly indices: Uint32Array;
  /** The position to go on from. */
  readonly next: number;
}

/**
 * @param shardCounts samples in each shard of the training set, in order
 * @param seed the experiment's seed
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
    take(passed, count) {
      const indices = new Uint32Array(count);
      for (let filled = 0; filled < count;) {
        const at = passed + filled;
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
    // Salts from 2^31 up are for the shards of the first epoch, those below for later epochs.
    const within = permutation(count, seed, streams.order, 2 ** 31 + shard);
    order.set(
      within.map((index) => index + start),
      start,
    );
    start += count;
  });
  return order;
}

/**
 * The first `count` samples from position `passed` on that are taken. Others are passed over: an epoch stays one pass over the
 * whole set, in which every sample that is taken has its turn once, and what comes after a position does not depend on what was
 * taken before it.
 * @param isTaken must hold for at least one sample of the set
 */
export function walk(
  order: SampleOrder,
  passed: number,
  count: number,
  isTaken: (index: number) => boolean,
): WalkedSamples {
  const indices = new Uint32Array(count);
  let [filled, next] = [0, passed];
  while (filled < count) {
    for (const index of order.take(next, count)) {
      if (filled === count) break;
      next++;
      if (isTaken(index)) indices[filled++] = index;
    }
  }
  return { indices, next };
}
