// The person's own data sets as the page knows them: those that the browser keeps, and those that last for this visit because
// it keeps nothing. What the page holds of one are its Blobs, which cost no memory; workers are lent them.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { datasetEntry } from '../../catalog/datasets/registry';
import { isOwn, type DatasetId, type OwnDatasetId } from '../../core/experiment/dataset-id';
import type { ImportedDataset } from '../../core/import/import-api';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { StoredDataset } from '../../data/sources/stored/own-datasets';
import { createRemovals } from '../tasks/removals';
import type { OwnStorage } from './own-storage';

export interface OwnEntry extends StoredDataset {
  /** False: it lasts as long as the page. */
  readonly isKept: boolean;
}

export interface DatasetsState {
  /** Newest first. */
  readonly own: readonly OwnEntry[];
  /** What the browser keeps has been read. */
  readonly isRead: boolean;
  /** Removed a moment ago: `undoRemove` brings them back. */
  readonly removed: readonly OwnEntry[];
  /** The browser may delete what it keeps when space runs short. False until it has been asked. */
  readonly mayBeEvicted: boolean;
  /** Names of data sets that a link has named and that may not be here. */
  readonly linkedNames: Readonly<Record<string, string>>;
}

export interface Datasets {
  readonly store: StoreApi<DatasetsState>;
  /** Reads again what the browser keeps: another tab may have changed it. */
  readonly refresh: () => Promise<void>;
  readonly add: (imported: ImportedDataset) => void;
  readonly rename: (id: OwnDatasetId, name: string) => Promise<void>;
  /** Takes it off the list; it is deleted when the time for `undoRemove` has passed. A run on it goes on. */
  readonly remove: (id: OwnDatasetId) => Promise<void>;
  readonly undoRemove: (id: OwnDatasetId) => void;
  /** Deletes at once what can still be undone: the page is being closed. */
  readonly finishRemoving: () => void;
  /** The data set is in use: its samples stay within reach, even if another tab removes it. */
  readonly hold: (id: DatasetId) => Promise<void>;
  /** What a worker cannot be sure to find in the browser's storage. Null for any other data set. */
  readonly lent: (id: DatasetId) => OwnDataset | null;
  /** A link has named a data set. */
  readonly nameLinked: (id: OwnDatasetId, name: string) => void;
}

/** How long a removal can be undone. */
export const undoMs = 10_000;

/** @param storage loaded when it is first needed */
export function createDatasets(storage: () => Promise<OwnStorage>): Datasets {
  const store = createStore<DatasetsState>()(() => ({
    own: [],
    isRead: false,
    removed: [],
    mayBeEvicted: false,
    linkedNames: {},
  }));
  const { getState, setState } = store;
  const held = new Map<OwnDatasetId, OwnDataset>();
  let hasAskedToPersist = false;
  const removals = createRemovals<OwnDatasetId>(undoMs, (id) => {
    setState({ removed: without(getState().removed, id) });
    void storage()
      .then(({ remove }) => remove(id))
      .catch(() => undefined);
  });

  const without = (entries: readonly OwnEntry[], id: OwnDatasetId) => entries.filter((one) => one.id !== id);
  const newestFirst = (entries: readonly OwnEntry[]) => [...entries].sort((a, b) => b.addedAt - a.addedAt);

  async function refresh(): Promise<void> {
    try {
      const kept = await (await storage()).list();
      const visiting = getState().own.filter(({ isKept }) => !isKept);
      const entries = kept
        .filter(({ id }) => !removals.has(id) && !visiting.some((one) => one.id === id))
        .map((entry) => ({ ...entry, isKept: true }));
      setState({ own: newestFirst([...visiting, ...entries]), isRead: true });
      if (entries.length > 0) await findOutPersistence((kept) => kept.isPersistent());
    } catch {
      // The browser keeps nothing: what was added in this visit is all there is.
      setState({ isRead: true });
    }
  }

  async function findOutPersistence(ask: (kept: OwnStorage) => Promise<boolean>): Promise<void> {
    // Without the API, as on a page that is not secure, nothing is promised.
    const isPersistent = await storage()
      .then(ask)
      .catch(() => false);
    if (getState().mayBeEvicted === isPersistent) setState({ mayBeEvicted: !isPersistent });
  }

  /** Some browsers ask the person: once a visit, and only when there is something to keep. */
  async function persist(): Promise<void> {
    if (hasAskedToPersist) return;
    hasAskedToPersist = true;
    await findOutPersistence(async (kept) => (await kept.isPersistent()) || kept.persist());
  }

  async function hold(id: DatasetId): Promise<void> {
    if (!isOwn(id) || held.has(id)) return;
    const dataset = await storage()
      .then(({ read }) => read(id))
      .catch(() => null);
    if (dataset !== null) held.set(id, dataset);
  }

  return {
    store,
    refresh,
    add({ id, dataset, isKept }) {
      if (!isOwn(id)) return;
      removals.stop(id);
      held.set(id, dataset);
      const bytes = dataset.shards.reduce((sum, { size }) => sum + size, 0);
      const entry = { id, addedAt: Date.now(), bytes, manifest: dataset.manifest, isKept };
      const { own, removed } = getState();
      setState({ own: [entry, ...without(own, id)], removed: without(removed, id) });
      if (isKept) void persist();
    },
    async rename(id, name) {
      const own = getState().own.map((entry) =>
        entry.id === id ? { ...entry, manifest: { ...entry.manifest, name } } : entry,
      );
      setState({ own });
      const dataset = held.get(id);
      if (dataset) held.set(id, { ...dataset, manifest: { ...dataset.manifest, name } });
      await storage()
        .then((kept) => kept.rename(id, name))
        .catch(() => undefined);
    },
    async remove(id) {
      const entry = getState().own.find((one) => one.id === id);
      if (entry === undefined) return;
      const { own, removed } = getState();
      setState({ own: without(own, id), removed: [...removed, entry] });
      removals.begin(id);
      await hold(id);
    },
    undoRemove(id) {
      const { own, removed } = getState();
      const entry = removed.find((one) => one.id === id);
      if (entry === undefined) return;
      removals.stop(id);
      setState({ own: newestFirst([...own, entry]), removed: without(removed, id) });
    },
    finishRemoving: removals.finish,
    hold,
    lent: (id) => (isOwn(id) ? (held.get(id) ?? null) : null),
    nameLinked: (id, name) => setState({ linkedNames: { ...getState().linkedNames, [id]: name } }),
  };
}

/** The name on the screen; null for one that is built in, or is not here and no link has named. */
export function ownName({ own, removed, linkedNames }: DatasetsState, id: DatasetId): string | null {
  if (!isOwn(id)) return null;
  const entry = [...own, ...removed].find((one) => one.id === id);
  return entry?.manifest.name ?? linkedNames[id] ?? null;
}

/** The same for any data set, with words for one without a name. */
export function datasetName(state: DatasetsState, id: DatasetId): string {
  return ownName(state, id) ?? datasetEntry(id).label;
}
