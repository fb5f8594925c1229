// Where a run is kept while its page reloads: weights are too large for anything but IndexedDB. The tab notes which one is its own,
// so that two tabs that reload do not swap their runs.
import { createStore, del, get, keys, set } from 'idb-keyval';
import { withinTime } from '../../core/browser/time-limit';
import { parseKeptRun, type KeptRun } from './kept-run';

/** `unreadable`: something was kept, but it is no run that this version of the page can go on with. */
export type TakenRun = KeptRun | 'unreadable' | null;

export interface KeptRuns {
  /** Whether this browser keeps `bytes` for the page, as far as it says. */
  readonly canKeep: (bytes: number) => Promise<boolean>;
  /** Rejects where the browser keeps nothing, or not that much. */
  readonly keep: (run: KeptRun) => Promise<void>;
  /** The run that this tab kept before it was reloaded, once: it is not kept any longer. */
  readonly take: () => Promise<TakenRun>;
}

/** The note of the tab; it outlives a reload, and no more. */
const noteKey = 'hourglass-kept-run';
/** A browser may neither give nor refuse a store. */
const answerMs = 3000;
const writeMs = 15_000;
/** Runs that nobody took: their tab was closed, or went elsewhere. */
const abandonedAfterMs = 10 * 60_000;

export function createKeptRuns(): KeptRuns {
  let opened: ReturnType<typeof createStore> | null = null;
  const store = () => (opened ??= createStore('hourglass-kept-run', 'runs'));

  async function removeAbandoned(): Promise<void> {
    for (const key of await keys<string>(store())) {
      if (Date.now() - Number.parseInt(key) > abandonedAfterMs) await del(key, store());
    }
  }

  async function probe(bytes: number): Promise<boolean> {
    sessionStorage.setItem(noteKey, '');
    sessionStorage.removeItem(noteKey);
    await set('probe', 0, store());
    await del('probe', store());
    // Missing on insecure origins.
    if (!('storage' in navigator)) return true;
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return bytes < quota - usage;
  }

  async function read(key: string): Promise<TakenRun> {
    const kept: unknown = await get(key, store());
    await del(key, store());
    return parseKeptRun(kept) ?? 'unreadable';
  }

  return {
    canKeep: async (bytes) => withinTime(answerMs, probe(bytes)).catch(() => false),
    async keep(run) {
      const key = `${Date.now()} ${run.record.runId}`;
      await withinTime(
        writeMs,
        removeAbandoned().then(() => set(key, run, store())),
      );
      sessionStorage.setItem(noteKey, key);
    },
    async take() {
      const key = takeNote();
      return key === null ? null : withinTime(writeMs, read(key)).catch((): TakenRun => 'unreadable');
    },
  };
}

function takeNote(): string | null {
  try {
    const key = sessionStorage.getItem(noteKey);
    sessionStorage.removeItem(noteKey);
    return key;
  } catch {
    return null;
  }
}
