// One split of a data set, train or test, while it loads: samples allocated in full at once, shards that fill them in any
// order, and promises for the first n samples.
import { bytesPerValue, type Manifest } from '../../core/samples/manifest';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { ShardError } from './shard-error';

interface Waiter {
  count: number;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

export interface Split {
  readonly samples: Samples;
  /** How many leading samples are filled, with no gap. */
  ready: () => number;
  /** Resolves when the first `count` samples are filled; rejects when a shard among them has failed. */
  whenReady: (count: number) => Promise<void>;
  /** Copies an unpacked shard (values, then 16-bit labels) into place. Throws a ShardError for a label out of range. */
  fill: (shard: number, unpacked: Uint8Array) => void;
  /** Records that a shard failed, or (with null) that it is being fetched again. */
  setFailure: (shard: number, error: ShardError | null) => void;
  /** Rejects all pending and future promises. */
  close: (reason: unknown) => void;
}

/** Throws a ShardError naming the manifest when the shard counts do not add up. */
export function createSplit(manifest: Manifest, part: 'train' | 'test'): Split {
  const { count, shards } = manifest[part];
  const shape = manifest.sampleShape;
  const size = sampleSize(shape);
  const starts = [0];
  for (const shard of shards) starts.push((starts.at(-1) ?? 0) + shard.count);
  const listed = starts.at(-1) ?? 0;
  if (listed !== count) {
    throw new ShardError({ code: 'data.bad-count', file: 'manifest.json', split: part, count, listed });
  }
  const valueBytes = bytesPerValue(manifest);
  const values =
    manifest.values === 'float32' ? new Float32Array(count * size) : new Uint8Array(count * size);
  const stored = new Uint8Array(values.buffer);
  // Without classes every label is 0.
  const classes = Math.max(1, manifest.classNames.length);
  const labels = new Uint16Array(count);
  const { classNames, windows } = manifest;
  const samples: Samples = { values, shape, count, labels, classNames, ...(windows && { windows }) };
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
      // Callers that await the promise see the rejection; this keeps it from counting as unhandled if none does.
      promise.catch(() => undefined);
      settle();
      return promise;
    },
    fill(shard, unpacked) {
      const start = starts[shard] ?? 0;
      const shardCount = (starts[shard + 1] ?? 0) - start;
      const labelsFrom = shardCount * size * valueBytes;
      const view = new DataView(unpacked.buffer, unpacked.byteOffset + labelsFrom, shardCount * 2);
      for (let index = 0; index < shardCount; index++) {
        const label = view.getUint16(index * 2, true);
        if (label >= classes) {
          const file = shards[shard]?.file ?? '';
          throw new ShardError({ code: 'data.bad-label', file, label, classes });
        }
        labels[start + index] = label;
      }
      stored.set(unpacked.subarray(0, labelsFrom), start * size * valueBytes);
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
