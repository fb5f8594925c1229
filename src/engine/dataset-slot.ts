// The one data set that is in memory, and what the page is told of its coming.
import type { DataFailed, DataProgress } from '../core/engine-api';
import type { DatasetId } from '../core/experiment';
import { openDataset, type DatasetHandle, type DatasetProgress } from '../data/load-dataset';
import { ShardError } from '../data/shard-error';
import { meanImage, type MeanImage } from './baselines';
import { sharedTestSet, type TestSet } from './test-set';

const progressEveryMs = 100;

/** The data set that is open, and what is made of it once for all runs on it. */
export interface OpenDataset {
  readonly id: DatasetId;
  readonly handle: DatasetHandle;
  /** The test set for one more user, who releases it; of use once `handle.testReady()`. */
  readonly testSet: () => TestSet;
  /** Its error can be asked once `handle.testReady()`. */
  readonly meanImage: MeanImage;
}

/** Owns the data set's bytes and fetches. */
export class DatasetSlot {
  #held: OpenDataset | null = null;
  #reportedAt = -Infinity;
  readonly #baseUrl: string;
  readonly #emit: (event: DataProgress | DataFailed) => void;
  readonly #onArrival: () => void;

  /**
   * @param baseUrl absolute address of the folder that holds `data/`
   * @param onArrival called whenever bytes have arrived
   */
  constructor(baseUrl: string, emit: (event: DataProgress | DataFailed) => void, onArrival: () => void) {
    this.#baseUrl = baseUrl;
    this.#emit = emit;
    this.#onArrival = onArrival;
  }

  /** Opens a data set, letting go of another one; null when its manifest could not be read, which the page is told. */
  async open(id: DatasetId): Promise<OpenDataset | null> {
    if (this.#held?.id === id) return this.#held;
    this.dispose();
    const fail = ({ shard, message }: ShardError) => {
      this.#emit({ type: 'data-failed', dataset: id, shard, message });
    };
    try {
      const handle = await openDataset(this.#baseUrl, id, {
        onProgress: (progress) => {
          this.#report(id, progress);
        },
        onFailure: fail,
      });
      this.#held = {
        id,
        handle,
        testSet: sharedTestSet(handle.test),
        meanImage: meanImage(handle.train, handle.test),
      };
      return this.#held;
    } catch (error) {
      if (!(error instanceof ShardError)) throw error;
      fail(error);
      return null;
    }
  }

  /** Fetches again the shards that failed. Where not even the manifest is there, the data set has to be opened again. */
  retry(): void {
    this.#held?.handle.retry();
  }

  dispose(): void {
    this.#held?.handle.dispose();
    this.#held = null;
  }

  #report(id: DatasetId, { loadedBytes, totalBytes }: DatasetProgress): void {
    this.#onArrival();
    const now = performance.now();
    if (loadedBytes < totalBytes && now - this.#reportedAt < progressEveryMs) return;
    this.#reportedAt = now;
    const handle = this.#held?.id === id ? this.#held.handle : null;
    this.#emit({
      type: 'data-progress',
      dataset: id,
      loadedBytes,
      totalBytes,
      trainReady: handle?.trainReady() ?? 0,
      trainTotal: handle?.train.count ?? 0,
    });
  }
}
