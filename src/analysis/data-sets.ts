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

/** Holds one data set at a time. */
export class DataSets {
  #open: { id: DatasetId; handle: Promise<DatasetHandle> } | null = null;
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The manifest alone, which loads first. Rejects with a ShardError when it fails to load. */
  async manifest(id: DatasetId): Promise<Manifest> {
    return (await this.#handle(id)).manifest;
  }

  /** The whole data set. Rejects with a ShardError when a shard fails to load; calling again fetches again. */
  async whole(id: DatasetId): Promise<WholeDataset> {
    const handle = await this.#handle(id);
    const { manifest, train, test } = handle;
    try {
      await Promise.all([handle.whenTrainReady(train.count), handle.whenTestReady()]);
    } catch (error) {
      this.#forget(id);
      throw error;
    }
    return { manifest, train, test };
  }

  async #handle(id: DatasetId): Promise<DatasetHandle> {
    if (this.#open?.id !== id) {
      const previous = this.#open;
      const handle = openDataset(this.#sources.find(id), {
        onProgress: () => undefined,
        onFailure: () => undefined,
      });
      this.#open = { id, handle };
      previous?.handle.then(
        (before) => before.dispose(),
        () => undefined,
      );
    }
    try {
      return await this.#open.handle;
    } catch (error) {
      this.#forget(id);
      throw error;
    }
  }

  #forget(id: DatasetId): void {
    if (this.#open?.id !== id) return;
    this.#open.handle.then(
      (handle) => handle.dispose(),
      () => undefined,
    );
    this.#open = null;
  }
}
