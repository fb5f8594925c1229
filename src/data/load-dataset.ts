// Opens a prepared data set: reads the manifest, then fetches the shards a few at a time, those first that training and
// the views need first. A shard that cannot be had does not hold up the others.
import { manifestSchema, type Manifest, type Shard } from '../core/manifest';
import { sampleSize, type Samples } from '../core/samples';
import { fetchJson, fetchShard, type FetchOptions } from './fetch-file';
import { ShardError } from './shard-error';
import { createSplit, type Split } from './split';

/** Bytes as they travel, compressed; `loadedBytes` never falls and never exceeds `totalBytes`. */
export interface DatasetProgress {
  loadedBytes: number;
  totalBytes: number;
  shardsLoaded: number;
  shardsTotal: number;
}

export interface DatasetOptions {
  onProgress: (progress: DatasetProgress) => void;
  /** A shard could not be had after all its retries; `retry()` asks for it again. */
  onFailure: (error: ShardError) => void;
  fetch?: typeof fetch;
  /** Attempts after the first, per file. */
  retries?: number;
  /** Pause before the first of them; it doubles each time. */
  retryDelayMs?: number;
}

export interface DatasetHandle {
  readonly manifest: Manifest;
  /** Full size from the start; only the first `trainReady()` samples are filled yet. */
  readonly train: Samples;
  readonly test: Samples;
  readonly trainReady: () => number;
  readonly testReady: () => boolean;
  /** Resolves when the first `count` training samples are there. Rejects with a ShardError if one of their shards failed. */
  readonly whenTrainReady: (count: number) => Promise<void>;
  readonly whenTestReady: () => Promise<void>;
  /** Fetches again what failed. */
  readonly retry: () => void;
  /** Ends the fetches. Whoever still waits is rejected with an `AbortError`. */
  readonly dispose: () => void;
}

interface Job {
  split: Split;
  index: number;
  shard: Shard;
  /** The most that any attempt has loaded, so that progress does not fall back on a retry. */
  loadedBytes: number;
}

const concurrency = 3;

/**
 * Opens `data/<id>/` below `baseUrl`, an absolute address. Resolves once the manifest is read, before any shard.
 * Throws a ShardError that names `manifest.json` if that cannot be had or makes no sense.
 */
export async function openDataset(
  baseUrl: string,
  id: string,
  options: DatasetOptions,
): Promise<DatasetHandle> {
  const { onProgress, onFailure, retries = 2, retryDelayMs = 500 } = options;
  const request = options.fetch ?? fetch;
  const controller = new AbortController();
  const { signal } = controller;
  const folder = new URL(`data/${id}/`, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`).href;

  async function persist<T>(cache: RequestCache, attempt: (options: FetchOptions) => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures++) {
      try {
        return await attempt({ request, signal, cache: failures === 0 ? cache : 'reload' });
      } catch (error) {
        signal.throwIfAborted();
        if (failures >= retries) throw error;
        await pause(retryDelayMs * 2 ** failures);
        signal.throwIfAborted();
      }
    }
  }

  const manifest = await persist('no-cache', async (fetching) =>
    parseManifest(await fetchJson(`${folder}manifest.json`, 'manifest.json', fetching)),
  );
  const train = createSplit(manifest, 'train');
  const test = createSplit(manifest, 'test');
  const jobs = (split: Split, shards: readonly Shard[]): Job[] =>
    shards.map((shard, index) => ({ split, index, shard, loadedBytes: 0 }));
  const [first, ...rest] = jobs(train, manifest.train.shards);
  const all = [...(first ? [first] : []), ...jobs(test, manifest.test.shards), ...rest];
  const totalBytes = all.reduce((sum, job) => sum + job.shard.bytes, 0);
  const queue = [...all];
  let failed: Job[] = [];
  let running = 0;
  let shardsLoaded = 0;

  function report(): void {
    const loadedBytes = all.reduce((sum, job) => sum + job.loadedBytes, 0);
    onProgress({ loadedBytes, totalBytes, shardsLoaded, shardsTotal: all.length });
  }

  async function load(job: Job): Promise<void> {
    const { split, index, shard } = job;
    await persist('default', async (fetching) => {
      const unpackedBytes = shard.count * (sampleSize(manifest.sampleShape) + 2);
      const url = folder + shard.file;
      const unpacked = await fetchShard(url, shard, unpackedBytes, fetching, (loadedBytes) => {
        if (loadedBytes <= job.loadedBytes) return;
        job.loadedBytes = loadedBytes;
        report();
      });
      signal.throwIfAborted();
      split.fill(index, unpacked);
    });
    shardsLoaded++;
    report();
  }

  function fail(job: Job, error: unknown): void {
    if (signal.aborted) return;
    const { file } = job.shard;
    const shardError =
      error instanceof ShardError
        ? error
        : new ShardError(file, 'format', 'could not be used', { cause: error });
    failed.push(job);
    job.split.setFailure(job.index, shardError);
    onFailure(shardError);
  }

  function pump(): void {
    while (running < concurrency && !signal.aborted) {
      const job = queue.shift();
      if (job === undefined) return;
      running++;
      void load(job)
        .catch((error: unknown) => fail(job, error))
        .finally(() => {
          running--;
          pump();
        });
    }
  }

  pump();
  return {
    manifest,
    train: train.samples,
    test: test.samples,
    trainReady: train.ready,
    testReady: () => test.ready() === test.samples.count,
    whenTrainReady: train.whenReady,
    whenTestReady: () => test.whenReady(test.samples.count),
    retry() {
      const again = failed;
      failed = [];
      for (const job of again) job.split.setFailure(job.index, null);
      queue.unshift(...again);
      pump();
    },
    dispose() {
      controller.abort();
      train.close(signal.reason);
      test.close(signal.reason);
    },
  };
}

function parseManifest(json: unknown): Manifest {
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new ShardError(
    'manifest.json',
    'format',
    `makes no sense (${place}: ${issue?.message ?? 'invalid'})`,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
