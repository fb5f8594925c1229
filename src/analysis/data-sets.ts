// The data set that is analysed, opened once: the whole of it is needed, so who asks waits until it has arrived.
import type { DatasetId } from '../core/experiment';
import type { Manifest } from '../core/manifest';
import type { Samples } from '../core/samples';
import { openDataset, type DatasetHandle } from '../data/load-dataset';

export interface WholeDataset {
  manifest: Manifest;
  train: Samples;
  test: Samples;
}

/** Holds one data set at a time. */
export class DataSets {
  #open: { id: DatasetId; handle: Promise<DatasetHandle> } | null = null;
  readonly #baseUrl: string;

  /** @param baseUrl absolute address of the folder that holds `data/` */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** The manifest alone, which comes before the data. Rejects with a ShardError when it cannot be had. */
  async manifest(id: DatasetId): Promise<Manifest> {
    return (await this.#handle(id)).manifest;
  }

  /** Rejects with a ShardError when a shard cannot be had; asking again fetches again. */
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
      const left = this.#open;
      const handle = openDataset(this.#baseUrl, id, {
        onProgress: () => undefined,
        onFailure: () => undefined,
      });
      this.#open = { id, handle };
      left?.handle.then(
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
