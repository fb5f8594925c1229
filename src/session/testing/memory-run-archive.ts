// For tests only: an archive of runs in memory, that keeps copies, as a browser does.
import type { RunArchive } from '../archive/run-archive';
import type { KeptRun } from '../archive/kept-run';
import { entryOf, unlabelled, type RunEntry } from '../archive/run-entry';

export interface MemoryRunArchive extends RunArchive {
  readonly runs: Map<string, KeptRun>;
  readonly entries: Map<string, RunEntry>;
  /** What every later write rejects with; null: they succeed. */
  failure: Error | null;
}

export function memoryRunArchive(failure: Error | null = null): MemoryRunArchive {
  const runs = new Map<string, KeptRun>();
  const entries = new Map<string, RunEntry>();
  let writes = 0;
  const keep = (run: KeptRun, labels: Partial<RunEntry> = {}) => {
    if (archive.failure) return Promise.reject(archive.failure);
    const { runId } = run.record;
    const entry = entryOf(run, { ...(entries.get(runId) ?? unlabelled), ...labels }, ++writes);
    if (entry === null) return Promise.resolve(null);
    runs.set(runId, structuredClone(run));
    entries.set(runId, entry);
    return Promise.resolve(entry);
  };
  const archive: MemoryRunArchive = {
    runs,
    entries,
    failure,
    canKeep: () => Promise.resolve(archive.failure === null),
    list: () => Promise.resolve([...entries.values()].sort((a, b) => b.changedAt - a.changedAt)),
    read: (id) => Promise.resolve(runs.get(id) ?? null),
    keep: (run, labels) => keep(run, labels),
    copy(id, to, labels) {
      const run = runs.get(id);
      return run ? keep({ ...run, record: { ...run.record, runId: to } }, labels) : Promise.resolve(null);
    },
    describe(id, labels) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, ...labels });
      return Promise.resolve();
    },
    remove(id) {
      runs.delete(id);
      entries.delete(id);
      return Promise.resolve();
    },
  };
  return archive;
}
