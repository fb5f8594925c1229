// Opens the data set to analyse and waits until all of it has loaded.
import type { DatasetId } from '../core/experiment/dataset-id';
import type { Manifest } from '../core/samples/manifest';
import type { Samples } from '../core/samples/samples';
import type { Sources } from '../data/sources/sources';
import { openDataset, type DatasetHandle } from '../data/sources/load-dataset';

export interface WholeDataset {
  manifest: Manifest;
  train: Samples;
  test: Samples;
}

interface OpenSet {
  readonly id: DatasetId;
  readonly handle: Promise<DatasetHandle>;
  /** Computations that wait for all of it: it goes on loading for them after another set has taken its place. */
  waiting: number;
  isReplaced: boolean;
}

/** Holds one data set at a time. */
export class DataSets {
  #open: OpenSet | null = null;
  readonly #sources: Pick<Sources, 'find'>;

  constructor(sources: Pick<Sources, 'find'>) {
    this.#sources = sources;
  }

  /** The manifest alone, which loads first. Rejects with a ShardError when it fails to load. */
  async manifest(id: DatasetId): Promise<Manifest> {
    return (await this.#handle(this.#set(id))).manifest;
  }

  /** The whole data set. Rejects with a ShardError when a shard fails to load; calling again fetches again. */
  async whole(id: DatasetId): Promise<WholeDataset> {
    const set = this.#set(id);
    set.waiting++;
    try {
      const handle = await this.#handle(set);
      const { manifest, train, test } = handle;
      await Promise.all([handle.whenTrainReady(train.count), handle.whenTestReady()]);
      return { manifest, train, test };
    } catch (error) {
      this.#forget(set);
      throw error;
    } finally {
      set.waiting--;
      closeIfUnused(set);
    }
  }

  #set(id: DatasetId): OpenSet {
    if (this.#open?.id === id) return this.#open;
    const previous = this.#open;
    const handle = openDataset(this.#sources.find(id), {
      onProgress: () => undefined,
      onFailure: () => undefined,
    });
    this.#open = { id, handle, waiting: 0, isReplaced: false };
    if (previous) replace(previous);
    return this.#open;
  }

  async #handle(set: OpenSet): Promise<DatasetHandle> {
    try {
      return await set.handle;
    } catch (error) {
      this.#forget(set);
      throw error;
    }
  }

  #forget(set: OpenSet): void {
    if (this.#open !== set) return;
    this.#open = null;
    replace(set);
  }
}

function replace(set: OpenSet): void {
  set.isReplaced = true;
  closeIfUnused(set);
}

function closeIfUnused({ handle, waiting, isReplaced }: OpenSet): void {
  if (!isReplaced || waiting > 0) return;
  handle.then(
    (opened) => opened.dispose(),
    () => undefined,
  );
}
