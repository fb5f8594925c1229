// One half of a data set, train or test, while it arrives: samples allocated at full size at once, shards that fill them
// in any order, and people who wait for the first so many.
import type { Manifest } from '../core/manifest';
import { sampleSize, type Samples } from '../core/samples';
import { ShardError } from './shard-error';

interface Waiter {
  count: number;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

export interface Split {
  readonly samples: Samples;
  /** How many leading samples are filled: shards count in order, however they arrive. */
  ready: () => number;
  /** Resolves when the first `count` samples are filled; rejects when a shard among them has failed. */
  whenReady: (count: number) => Promise<void>;
  /** Puts an unpacked shard (pixels, then 16-bit labels) in its place. Throws a ShardError for a label out of range. */
  fill: (shard: number, unpacked: Uint8Array) => void;
  /** Notes that a shard could not be had, or (with null) that it is being fetched again. */
  setFailure: (shard: number, error: ShardError | null) => void;
  /** Rejects everyone who waits, now and later. */
  close: (reason: unknown) => void;
}

/** Throws a ShardError naming the manifest when the shards' counts do not add up. */
export function createSplit(manifest: Manifest, part: 'train' | 'test'): Split {
  const { count, shards } = manifest[part];
  const shape = manifest.sampleShape;
  const size = sampleSize(shape);
  const starts = [0];
  for (const shard of shards) starts.push((starts.at(-1) ?? 0) + shard.count);
  if (starts.at(-1) !== count) {
    throw new ShardError(
      'manifest.json',
      'format',
      `says ${count} ${part} samples but lists ${starts.at(-1)}`,
    );
  }
  const values = new Uint8Array(count * size);
  const labels = new Uint16Array(count);
  const samples: Samples = { values, shape, count, labels, classNames: manifest.classNames };
  const filled = shards.map(() => false);
  const failures: (ShardError | null)[] = shards.map(() => null);
  let waiters: Waiter[] = [];
  let closed: { reason: unknown } | null = null;

  function ready(): number {
    const gap = filled.indexOf(false);
    return gap === -1 ? count : (starts[gap] ?? 0);
  }

  /** The first failure among the shards that hold the first `wanted` samples. */
  function failureBefore(wanted: number): ShardError | null {
    return failures.find((failure, shard) => failure !== null && (starts[shard] ?? 0) < wanted) ?? null;
  }

  function settle(): void {
    const waiting = waiters;
    waiters = [];
    for (const waiter of waiting) {
      const failure = failureBefore(waiter.count);
      if (closed !== null) waiter.reject(closed.reason);
      else if (ready() >= waiter.count) waiter.resolve();
      else if (failure !== null) waiter.reject(failure);
      else waiters.push(waiter);
    }
  }

  return {
    samples,
    ready,
    whenReady(wanted) {
      const promise = new Promise<void>((resolve, reject) => {
        waiters.push({ count: Math.min(wanted, count), resolve, reject });
      });
      // Whoever awaits it hears of a rejection; if nobody does, it is not an unhandled one.
      promise.catch(() => undefined);
      settle();
      return promise;
    },
    fill(shard, unpacked) {
      const start = starts[shard] ?? 0;
      const shardCount = (starts[shard + 1] ?? 0) - start;
      const view = new DataView(unpacked.buffer, unpacked.byteOffset + shardCount * size, shardCount * 2);
      for (let index = 0; index < shardCount; index++) {
        const label = view.getUint16(index * 2, true);
        if (label >= manifest.classNames.length) {
          const file = shards[shard]?.file ?? '';
          throw new ShardError(
            file,
            'format',
            `has a label ${label} of ${manifest.classNames.length} classes`,
          );
        }
        labels[start + index] = label;
      }
      values.set(unpacked.subarray(0, shardCount * size), start * size);
      filled[shard] = true;
      settle();
    },
    setFailure(shard, error) {
      failures[shard] = error;
      settle();
    },
    close(reason) {
      closed = { reason };
      settle();
    },
  };
}
