// Where runs are kept: weights are too large for anything but IndexedDB. What the list shows is stored apart from the weights, so
// that a hundred runs are listed without reading one.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { withinTime } from '../../core/browser/time-limit';
import type { RunId } from '../../core/run/stamp';
import { parseKeptRun, type KeptRun } from './kept-run';
import { entryOf, parseRunEntry, unlabelled, type RunEntry, type RunLabels } from './run-entry';

/** `unreadable`: something was kept, but it is no run that this version of the page can go on with. */
export type ReadRun = KeptRun | 'unreadable' | null;

/** Every promise rejects where the browser keeps nothing (a private window, a full disk). */
export interface RunArchive {
  /** Whether this browser keeps `bytes` for the page, as far as it says. Does not reject. */
  readonly canKeep: (bytes: number) => Promise<boolean>;
  /** Latest change first; what cannot be read is left where it is. */
  readonly list: () => Promise<RunEntry[]>;
  readonly read: (id: RunId) => Promise<ReadRun>;
  /**
   * Keeps a run in place of what is kept under its id; what the person wrote about it stays. Null where there is nothing to keep of
   * it: its network was never built.
   * @param labels in place of what is written about it
   */
  readonly keep: (run: KeptRun, labels?: RunLabels) => Promise<RunEntry | null>;
  /** Keeps it under another id too, with other labels. Null where there is no such run. */
  readonly copy: (id: RunId, to: RunId, labels: RunLabels) => Promise<RunEntry | null>;
  readonly describe: (id: RunId, labels: Partial<RunLabels>) => Promise<void>;
  readonly remove: (id: RunId) => Promise<void>;
}

interface Kept extends DBSchema {
  entries: { key: RunId; value: RunEntry };
  runs: { key: RunId; value: KeptRun };
}

/** A browser may neither give nor refuse a store. */
const answerMs = 3000;
const writeMs = 15_000;

/** Runs that are kept at most; pinned ones do not count. The oldest makes room. */
export const mostRuns = 100;

export function createRunArchive(): RunArchive {
  let opened: Promise<IDBPDatabase<Kept>> | null = null;

  // Where there is no store at all, opening it throws: here that is a promise that rejects.
  async function open(): Promise<IDBPDatabase<Kept>> {
    opened ??= openDB<Kept>('hourglass-runs', 1, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' });
        database.createObjectStore('runs');
      },
      // A later version of the page, in another tab, asks for the store.
      blocking: () => void opened?.then((database) => database.close()).finally(() => (opened = null)),
      terminated: () => (opened = null),
    });
    try {
      return await withinTime(answerMs, opened);
    } catch (error) {
      opened = null;
      throw error;
    }
  }

  async function put(run: KeptRun, labels: RunLabels | null): Promise<RunEntry | null> {
    const { runId } = run.record;
    const transaction = (await open()).transaction(['entries', 'runs'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const known = parseRunEntry(await entries.get(runId));
    const entry = entryOf(run, labels ?? known ?? unlabelled, Date.now());
    if (entry === null) return null;
    const loose = (await entries.getAll()).filter(({ id, isPinned }) => !isPinned && id !== runId);
    loose.sort((a, b) => b.changedAt - a.changedAt);
    const writes = loose
      .slice(mostRuns - 1)
      .flatMap(({ id }) => [entries.delete(id), transaction.objectStore('runs').delete(id)]);
    await Promise.all([
      ...writes,
      entries.put(entry),
      transaction.objectStore('runs').put(run, runId),
      transaction.done,
    ]);
    return entry;
  }

  async function read(id: RunId): Promise<ReadRun> {
    const kept: unknown = await (await open()).get('runs', id);
    return kept === undefined ? null : (parseKeptRun(kept) ?? 'unreadable');
  }

  return {
    canKeep: async (bytes) => withinTime(answerMs, probe(open, bytes)).catch(() => false),
    async list() {
      const kept = await (await open()).getAll('entries');
      const entries = kept.map(parseRunEntry).filter((entry) => entry !== null);
      return entries.sort((a, b) => b.changedAt - a.changedAt);
    },
    read: (id) => withinTime(writeMs, read(id)),
    keep: (run, labels) => withinTime(writeMs, put(run, labels ?? null)),
    async copy(id, to, labels) {
      const kept = await read(id);
      if (kept === null || kept === 'unreadable') return null;
      // A copy is a run of its own, whatever it is a copy of.
      const { version, wantsTraining, backend, trainedWith, thumbnail, record } = kept;
      const own = { version, wantsTraining, backend, thumbnail, ...(trainedWith && { trainedWith }) };
      return put({ ...own, record: { ...record, runId: to } }, labels);
    },
    async describe(id, labels) {
      const transaction = (await open()).transaction('entries', 'readwrite');
      const entry = parseRunEntry(await transaction.store.get(id));
      if (entry !== null) await transaction.store.put(labelled(entry, { ...entry, ...labels }));
      await transaction.done;
    },
    async remove(id) {
      const transaction = (await open()).transaction(['entries', 'runs'], 'readwrite');
      const removed = [
        transaction.objectStore('entries').delete(id),
        transaction.objectStore('runs').delete(id),
      ];
      // The page may be closing: what waits for it to end the transaction would be undone.
      transaction.commit();
      await Promise.all([...removed, transaction.done]);
    },
  };
}

function labelled(entry: RunEntry, { name, note, tags, isPinned }: RunLabels): RunEntry {
  return { ...entry, name, note, tags: [...tags], isPinned };
}

async function probe(open: () => Promise<IDBPDatabase<Kept>>, bytes: number): Promise<boolean> {
  const database = await open();
  await database.put('runs', {} as KeptRun, 'probe');
  await database.delete('runs', 'probe');
  // Missing on insecure origins.
  if (!('storage' in navigator)) return true;
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return bytes < quota - usage;
}
