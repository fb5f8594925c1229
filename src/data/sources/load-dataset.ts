// Opens a data set, whatever its source: reads the manifest, then the shards. The one that training begins with has the connection
// to itself, then those that the views need; the others come a few at a time. A shard that fails does not hold up the others.
import { bytesPerValue, type Manifest, type Shard } from '../../core/samples/manifest';
import { sampleSize, type Samples } from '../../core/samples/samples';
import type { Attempt, DatasetSource } from './dataset-source';
import { hasSameLayout } from './read-manifest';
import { ShardError } from './shard-error';
import { createSplit, type Split } from './split';

/** Progress in bytes as they are stored. `loadedBytes` never falls and never exceeds `totalBytes`. */
export interface DatasetProgress {
  loadedBytes: number;
  totalBytes: number;
  shardsLoaded: number;
  shardsTotal: number;
}

export interface DatasetOptions {
  onProgress: (progress: DatasetProgress) => void;
  /** A shard failed after all retries; `retry()` fetches it again. */
  onFailure: (error: ShardError) => void;
  /** Attempts per file after the first. */
  retries?: number;
  /** Delay before the first retry; doubles each time. */
  retryDelayMs?: number;
  /** How long nothing may come of a file before the attempt counts as failed. */
  stallMs?: number;
}

export interface DatasetHandle {
  /** As it was last read: `retry` reads it again. */
  readonly manifest: Manifest;
  /** Allocated in full from the start; only the first `trainReady()` samples are filled. */
  readonly train: Samples;
  readonly test: Samples;
  readonly trainReady: () => number;
  readonly testReady: () => boolean;
  /** Resolves when the first `count` training samples have loaded. Rejects with a ShardError if one of their shards failed. */
  readonly whenTrainReady: (count: number) => Promise<void>;
  readonly whenTestReady: () => Promise<void>;
  /** Reads the manifest again, then fetches the shards that failed, and those that it now describes differently. */
  readonly retry: () => void;
  /** Aborts the fetches. Pending promises reject with an `AbortError`. */
  readonly dispose: () => void;
}

interface Job {
  split: Split;
  index: number;
  shard: Shard;
  isLoaded: boolean;
  /** The most that any attempt has loaded, so that progress does not fall on a retry. */
  loadedBytes: number;
  /** Others wait for it no longer: all its bytes have arrived, or an attempt has failed. */
  isOut: boolean;
}

const concurrency = 3;

/**
 * Resolves once the manifest is read, before any shard. Throws a ShardError naming `manifest.json` if that is missing or
 * invalid.
 */
export async function openDataset(source: DatasetSource, options: DatasetOptions): Promise<DatasetHandle> {
  const { onProgress, onFailure, retries = 2, retryDelayMs = 500, stallMs = 15_000 } = options;
  const controller = new AbortController();
  const { signal } = controller;

  async function persist<T>(isAgain: boolean, read: (attempt: Attempt) => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures++) {
      try {
        return await read({ signal, stallMs, isAgain: isAgain || failures > 0 });
      } catch (error) {
        signal.throwIfAborted();
        if (failures >= retries || isFinal(error)) throw error;
        await pause(retryDelayMs * 2 ** failures);
        signal.throwIfAborted();
      }
    }
  }

  const freshManifest = (isAgain: boolean) => persist(isAgain, source.manifest);
  let manifest = await freshManifest(false);
  const train = createSplit(manifest, 'train');
  const test = createSplit(manifest, 'test');
  const jobs = (split: Split, shards: readonly Shard[]): Job[] =>
    shards.map((shard, index) => ({ split, index, shard, isLoaded: false, loadedBytes: 0, isOut: false }));
  const [first, ...rest] = jobs(train, manifest.train.shards);
  const urgent = [...(first ? [first] : []), ...jobs(test, manifest.test.shards)];
  const all = [...urgent, ...rest];
  const queue = [...all];
  let failed: Job[] = [];
  let running: Job[] = [];

  function report(): void {
    const loadedBytes = sum(all.map((job) => job.loadedBytes));
    const totalBytes = sum(all.map((job) => job.shard.bytes));
    const shardsLoaded = all.filter((job) => job.isLoaded).length;
    onProgress({ loadedBytes, totalBytes, shardsLoaded, shardsTotal: all.length });
  }

  async function load(job: Job): Promise<void> {
    const { split, index } = job;
    const place = split === train ? index : manifest.train.shards.length + index;
    await persist(false, async (attempt) => {
      const { shard } = job;
      const sampleBytes = sampleSize(manifest.sampleShape) * bytesPerValue(manifest) + 2;
      const onBytes = (loadedBytes: number) => {
        if (loadedBytes <= job.loadedBytes) return;
        job.loadedBytes = loadedBytes;
        if (loadedBytes === shard.bytes) letOthersCome(job);
        report();
      };
      const wanted = { shard, place, unpackedBytes: shard.count * sampleBytes, onBytes };
      const unpacked = await source.shard(wanted, attempt).finally(() => letOthersCome(job));
      signal.throwIfAborted();
      split.fill(index, unpacked);
    });
    job.isLoaded = true;
    job.loadedBytes = job.shard.bytes;
    report();
  }

  function fail(job: Job, error: unknown): void {
    if (signal.aborted) return;
    const { file } = job.shard;
    const shardError =
      error instanceof ShardError ? error : new ShardError({ code: 'data.unusable', file }, { cause: error });
    failed.push(job);
    job.split.setFailure(job.index, shardError);
    onFailure(shardError);
  }

  function letOthersCome(job: Job): void {
    if (job.isOut) return;
    job.isOut = true;
    pump();
  }

  /** Whether one more may be fetched beside those that are being fetched. */
  function hasRoom(): boolean {
    const isAlone = urgent.some((job) => !job.isOut && running.includes(job));
    return !isAlone && running.length < concurrency && !signal.aborted;
  }

  function pump(): void {
    while (hasRoom()) {
      const job = queue.shift();
      if (job === undefined) return;
      running.push(job);
      void load(job)
        .catch((error: unknown) => fail(job, error))
        .finally(() => {
          running = running.filter((other) => other !== job);
          pump();
        });
    }
  }

  /** Takes on a manifest that was read again; what it describes differently is fetched again. */
  function adopt(fresh: Manifest, again: Job[]): void {
    if (!hasSameLayout(manifest, fresh)) {
      throw new ShardError({ code: 'data.changed', file: 'manifest.json' });
    }
    manifest = fresh;
    for (const job of all) {
      const shard = (job.split === train ? fresh.train : fresh.test).shards[job.index] ?? job.shard;
      if (shard.sha256 !== job.shard.sha256) {
        job.loadedBytes = Math.min(job.loadedBytes, shard.bytes);
        if (job.isLoaded) again.push(job);
      }
      job.shard = shard;
    }
  }

  async function retryFailed(): Promise<void> {
    const again = failed;
    failed = [];
    for (const job of again) job.split.setFailure(job.index, null);
    try {
      adopt(await freshManifest(true), again);
    } catch (error) {
      if (!(error instanceof ShardError)) return;
      failed.push(...again);
      for (const job of again) job.split.setFailure(job.index, error);
      onFailure(error);
      return;
    }
    for (const job of again) job.isLoaded = false;
    queue.unshift(...again);
    pump();
  }

  pump();
  return {
    get manifest() {
      return manifest;
    },
    train: train.samples,
    test: test.samples,
    trainReady: train.ready,
    testReady: () => test.ready() === test.samples.count,
    whenTrainReady: train.whenReady,
    whenTestReady: () => test.whenReady(test.samples.count),
    retry() {
      if (failed.length > 0) void retryFailed();
    },
    dispose() {
      controller.abort();
      train.close(signal.reason);
      test.close(signal.reason);
    },
  };
}

/** A data set that is nowhere does not appear by asking again, and a browser does not learn to decode. */
const finalCodes: readonly string[] = ['data.not-here', 'data.not-decodable'];
const isFinal = (error: unknown) => error instanceof ShardError && finalCodes.includes(error.failure.code);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
