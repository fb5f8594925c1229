// What the list of data sets needs of the browser's storage. Its code is loaded after the page stands.
import type { OwnDatasetId } from '../../core/experiment/dataset-id';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { StoredDataset } from '../../data/sources/stored/own-datasets';

export interface OwnStorage {
  /** Rejects where the browser keeps nothing. */
  readonly list: () => Promise<readonly StoredDataset[]>;
  readonly read: (id: OwnDatasetId) => Promise<OwnDataset | null>;
  readonly rename: (id: OwnDatasetId, name: string) => Promise<void>;
  readonly remove: (id: OwnDatasetId) => Promise<void>;
  /** Whether the browser deletes nothing of its own accord. */
  readonly isPersistent: () => Promise<boolean>;
  /** Asks the browser for that, which may ask the person. Resolves to what it answers. */
  readonly persist: () => Promise<boolean>;
}

/** The browser's own. */
export async function loadOwnStorage(): Promise<OwnStorage> {
  const stored = await import('../../data/sources/stored/own-datasets');
  return {
    list: stored.listOwnDatasets,
    read: stored.readOwnDataset,
    rename: stored.renameOwnDataset,
    remove: stored.removeOwnDataset,
    isPersistent: () => navigator.storage.persisted(),
    persist: () => navigator.storage.persist(),
  };
}
