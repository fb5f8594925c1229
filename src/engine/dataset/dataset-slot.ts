// The single data set in memory, and the reports about its loading.
import type { DataFailed, DataProgress } from '../../core/engine-api/events';
import type { DatasetId, OwnDatasetId } from '../../core/experiment/dataset-id';
import type { TrainedOn } from '../../core/experiment/trained-on';
import type { OwnDataset } from '../../core/samples/own-dataset';
import { openDataset, type DatasetHandle, type DatasetProgress } from '../../data/sources/load-dataset';
import type { Sources } from '../../data/sources/sources';
import { ShardError } from '../../data/sources/shard-error';
import { sharedTestSet, type TestSet } from './test-set';
import { trainingSubsets, type TrainingSubset } from './training-subset';

const progressEveryMs = 100;

/** The open data set, and everything that all its runs share. */
export interface OpenDataset {
  readonly id: DatasetId;
  readonly handle: DatasetHandle;
  /** Hands the test set to one more user, who must release it; usable once `handle.testReady()`. */
  readonly testSet: () => TestSet;
  /** What the runs with one choice of samples share, up to the samples that have arrived. */
  readonly subsetOf: (choice: TrainedOn) => TrainingSubset;
}

/** Owns the data set's bytes and fetches. */
export class DatasetSlot {
  #held: OpenDataset | null = null;
  #opening: { readonly id: DatasetId; readonly opened: Promise<OpenDataset | null> } | null = null;
  /** Counts the data sets that were asked for, so that one that arrives too late is let go of. */
  #requests = 0;
  #reportedAt = -Infinity;
  readonly #sources: Sources;
  readonly #emit: (event: DataProgress | DataFailed) => void;
  readonly #onArrival: () => void;

  /** @param onArrival called whenever bytes arrive */
  constructor(sources: Sources, emit: (event: DataProgress | DataFailed) => void, onArrival: () => void) {
    this.#sources = sources;
    this.#emit = emit;
    this.#onArrival = onArrival;
  }

  /** Takes over a person's own data set that the browser does not keep. */
  lend(id: OwnDatasetId, dataset: OwnDataset): void {
    this.#sources.lend(id, dataset);
  }

  /**
   * Opens a data set and closes any other. Returns null when its manifest cannot be read, which it reports to the page, and when another
   * was asked for meanwhile.
   */
  open(id: DatasetId): Promise<OpenDataset | null> {
    if (this.#held?.id === id) return Promise.resolve(this.#held);
    if (this.#opening?.id === id) return this.#opening.opened;
    this.dispose();
    const request = this.#requests;
    const opened = this.#open(id, () => request === this.#requests);
    this.#opening = { id, opened };
    return opened;
  }

  /** @param isWanted false once another has been asked for */
  async #open(id: DatasetId, isWanted: () => boolean): Promise<OpenDataset | null> {
    const fail = ({ failure }: ShardError) => {
      if (this.#held?.id !== id && !isWanted()) return;
      this.#emit({ type: 'data-failed', dataset: id, shard: failure.file, message: failure });
    };
    try {
      const handle = await openDataset(this.#sources.find(id), {
        onProgress: (progress) => {
          this.#report(id, progress);
        },
        onFailure: fail,
      });
      if (!isWanted()) {
        handle.dispose();
        return null;
      }
      this.#held = {
        id,
        handle,
        testSet: sharedTestSet(handle.test),
        subsetOf: trainingSubsets(handle),
      };
      return this.#held;
    } catch (error) {
      if (!(error instanceof ShardError)) throw error;
      fail(error);
      return null;
    } finally {
      if (isWanted()) this.#opening = null;
    }
  }

  /** Fetches the failed shards again. If the manifest itself failed, the data set has to be reopened. */
  retry(): void {
    this.#held?.handle.retry();
  }

  dispose(): void {
    this.#held?.handle.dispose();
    this.#held = null;
    this.#opening = null;
    this.#requests++;
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
