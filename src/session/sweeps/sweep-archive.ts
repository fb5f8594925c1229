// Sweeps kept in the browser, each under its own key, so that two tabs do not overwrite each other's.
import { createStore, del, entries, set } from 'idb-keyval';
import { parseSweepRecord } from './parse-sweep-record';
import type { SweepRecord } from './sweep-record';

/** Every promise rejects where the browser keeps nothing (a private window, a full disk). */
export interface SweepArchive {
  /** Oldest first; what is no sweep is left where it is. */
  readonly read: () => Promise<SweepRecord[]>;
  readonly keep: (record: SweepRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export function createSweepArchive(): SweepArchive {
  let opened: ReturnType<typeof createStore> | null = null;
  const store = () => (opened ??= createStore('hourglass-sweeps', 'sweeps'));
  return {
    async read() {
      const kept = await entries<string, unknown>(store());
      const records = kept.map(([, one]) => parseSweepRecord(one)).filter((record) => record !== null);
      return records.sort((a, b) => a.startedAt - b.startedAt);
    },
    // Where there is no store at all, opening it throws: here that is a promise that rejects.
    keep: async (record) => set(record.id, record, store()),
    remove: async (id) => del(id, store()),
  };
}
