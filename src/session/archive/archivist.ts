// Keeps the main run as it goes, so that neither a reload, nor a crash, nor a press that begins another network loses it, and knows
// which runs are kept.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackendReport } from '../../core/engine-api/backend';
import type { RunId } from '../../core/run/stamp';
import type { Holds } from '../page/holds';
import type { Run } from '../runs/run';
import { createRemovals } from '../tasks/removals';
import { keptRunOf, pausedRun, resumeKeptRun, type KeptRun, type RunGroup } from './kept-run';
import type { LoadRunArchive } from './load-archive';
import type { ReadRun, RunArchive } from './run-archive';
import { unlabelled, type RunEntry, type RunLabels } from './run-entry';
import { noteRun } from './tab-note';

export interface ArchiveState {
  /** Latest change first. */
  readonly entries: readonly RunEntry[];
  /** What the browser keeps has been read, or it keeps nothing. */
  readonly isRead: boolean;
  /** Deleted a moment ago: `undoRemove` brings them back. */
  readonly removed: readonly RunEntry[];
  /** Why the run is not being kept. */
  readonly problem: 'refused' | 'full' | null;
}

export type OpenOutcome = 'opened' | 'gone' | 'unreadable' | 'elsewhere';

export interface Archivist {
  readonly store: StoreApi<ArchiveState>;
  /** Reads what is kept: another tab may have changed it. */
  readonly refresh: () => Promise<void>;
  /** Keeps the main run at its latest checkpoint, if there is anything new to keep. */
  readonly keepNow: () => Promise<void>;
  /** Keeps a run for the page that comes after this one. Rejects where that fails. */
  readonly keepForReload: (run: KeptRun) => Promise<void>;
  /** What is kept under an id; null where nothing is. Rejects where the browser does not give it. */
  readonly read: (id: RunId) => Promise<ReadRun>;
  /**
   * Keeps a run that comes from a file: under its own id, or where that is taken under a new one, so that none is overwritten.
   * @param labels what is written about it; `takenBy`: the run in the list that has its id
   * @returns its entry; rejects where nothing can be kept
   */
  readonly add: (run: KeptRun, labels: (takenBy: RunEntry | null) => RunLabels) => Promise<RunEntry>;
  /** Keeps a run that was trained beside the main run, as one of a group. */
  readonly keepInGroup: (run: Run, group: RunGroup) => Promise<void>;
  readonly canKeep: (bytes: number) => Promise<boolean>;
  readonly describe: (id: RunId, labels: Partial<RunLabels>) => Promise<void>;
  /** @param name of the copy */
  readonly duplicate: (id: RunId, name: string) => Promise<void>;
  /** Takes it off the list; it is deleted when the time for `undoRemove` has passed. */
  readonly remove: (id: RunId) => void;
  readonly undoRemove: (id: RunId) => void;
  /** Deletes at once what can still be undone: the page is being closed. */
  readonly finishRemoving: () => void;
  /** Makes it the main run, at its checkpoint. Does not train. The run before it is kept. */
  readonly open: (id: RunId) => Promise<OpenOutcome>;
  readonly dispose: () => void;
}

export interface ArchivistPorts {
  /** Null: nothing is kept. */
  readonly archive: LoadRunArchive | null;
  readonly run: StoreApi<Run>;
  readonly backend: () => BackendReport | null;
  /** Which runs are the main run of a tab. */
  readonly holds: Holds;
  readonly newRunId: () => RunId;
  readonly putBack: (run: Run) => void;
  /** Called once, when keeping first fails. */
  readonly onNotKept: (why: 'refused' | 'full') => void;
}

/** Checkpoints come more often; writing them all would wear the disk. The latest is written when another run takes the place. */
const keepEveryMs = 4500;
/** How long a deletion can be undone. */
const undoMs = 20_000;

export function createArchivist(ports: ArchivistPorts): Archivist {
  const { archive, run, holds } = ports;
  const store = createStore<ArchiveState>()(() => ({
    entries: [],
    isRead: archive === null,
    removed: [],
    problem: null,
  }));
  const { getState, setState } = store;
  const removals = createRemovals<RunId>(undoMs, (id) => {
    setState({ removed: without(getState().removed, id) });
    ask((kept) => kept.remove(id)).catch(() => undefined);
  });
  let keptCheckpoint: unknown = run.getState().checkpoint;
  let keptAt = -Infinity;
  /** Writes follow each other: a later state is never overwritten by an earlier one. */
  let lastWrite: Promise<unknown> = Promise.resolve();
  let letGo = holds.hold(run.getState().runId);

  const without = (entries: readonly RunEntry[], id: RunId) => entries.filter((one) => one.id !== id);
  const show = (entry: RunEntry) => setState({ entries: [entry, ...without(getState().entries, entry.id)] });

  /** Null where nothing is kept. */
  async function ask<T>(question: (kept: RunArchive) => Promise<T>): Promise<T | null> {
    return archive && question(await archive());
  }

  function fail(error: unknown): null {
    const why = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
    const isFirst = getState().problem === null;
    setState({ problem: why });
    if (isFirst) ports.onNotKept(why);
    return null;
  }

  function write(kept: KeptRun): Promise<void> {
    if (archive === null) return Promise.reject(new Error('Nothing is kept.'));
    const writing = lastWrite.then(async () => {
      const entry = await (await archive()).keep(kept);
      setState({ problem: null });
      if (entry !== null && !removals.has(entry.id)) show(entry);
    });
    lastWrite = writing.catch(() => undefined);
    return writing;
  }

  /** Keeps a run unless its checkpoint is kept already. */
  async function keep(now: Run): Promise<void> {
    if (archive === null || now.checkpoint === keptCheckpoint) return;
    keptCheckpoint = now.checkpoint;
    const kept = keptRunOf(now, ports.backend());
    if (kept === null) return;
    keptAt = performance.now();
    if (run.getState().runId === now.runId) noteRun(now.runId);
    await write(pausedRun(kept)).catch(fail);
  }

  const stopFollowing = run.subscribe((now, before) => {
    if (now.runId !== before.runId) {
      letGo();
      letGo = holds.hold(now.runId);
      void keep(before);
      keptCheckpoint = now.checkpoint;
      noteRun(now.checkpoint === null ? null : now.runId);
    } else if (now.checkpoint !== before.checkpoint) {
      if (performance.now() - keptAt >= keepEveryMs || !now.wantsTraining) void keep(now);
    } else if (now.testAll !== before.testAll && !now.wantsTraining) {
      // The measurement at the end comes after the last checkpoint.
      keptCheckpoint = null;
      void keep(now);
    }
  });

  return {
    store,
    async refresh() {
      const entries = await ask((kept) => kept.list()).catch(fail);
      if (entries) setState({ entries: entries.filter(({ id }) => !removals.has(id)) });
      setState({ isRead: true });
    },
    keepNow: () => keep(run.getState()),
    async keepForReload(kept) {
      await write(kept);
      if (!noteRun(kept.record.runId)) throw new Error('The browser keeps nothing for the tab.');
    },
    async add(kept, labels) {
      const { runId } = kept.record;
      const takenBy = getState().entries.find(({ id }) => id === runId) ?? null;
      const isTaken = takenBy !== null || removals.has(runId) || run.getState().runId === runId;
      const record = isTaken ? { ...kept.record, runId: ports.newRunId() } : kept.record;
      const entry = await ask((runs) => runs.keep({ ...kept, record }, labels(takenBy)));
      if (entry === null) throw new Error('This browser keeps no runs.');
      show(entry);
      return entry;
    },
    async keepInGroup(now, group) {
      const kept = archive && keptRunOf(now, ports.backend());
      if (kept !== null) await write({ ...pausedRun(kept), group }).catch(fail);
    },
    canKeep: async (bytes) => (await ask((kept) => kept.canKeep(bytes)).catch(() => false)) ?? false,
    read: (id) => ask((kept) => kept.read(id)),
    async describe(id, labels) {
      const entries = getState().entries.map((one) => (one.id === id ? { ...one, ...labels } : one));
      setState({ entries });
      await ask((kept) => kept.describe(id, labels)).catch(fail);
    },
    async duplicate(id, name) {
      const labels = { ...(getState().entries.find((one) => one.id === id) ?? unlabelled), name };
      const copy = await ask((kept) => kept.copy(id, ports.newRunId(), labels)).catch(fail);
      if (copy) show(copy);
    },
    remove(id) {
      const entry = getState().entries.find((one) => one.id === id);
      if (entry === undefined) return;
      const { entries, removed } = getState();
      setState({ entries: without(entries, id), removed: [entry, ...without(removed, id)] });
      removals.begin(id);
    },
    undoRemove(id) {
      const entry = getState().removed.find((one) => one.id === id);
      removals.stop(id);
      if (entry === undefined) return;
      const entries = [...getState().entries, entry].sort((a, b) => b.changedAt - a.changedAt);
      setState({ entries, removed: without(getState().removed, id) });
    },
    finishRemoving: removals.finish,
    async open(id) {
      if (run.getState().runId !== id && (await holds.isHeld(id))) return 'elsewhere';
      const kept = await ask((runs) => runs.read(id)).catch((): null => null);
      if (!kept) return 'gone';
      const resumed = kept === 'unreadable' ? null : resumeKeptRun(pausedRun(kept), kept.record.experiment);
      if (resumed === null) return 'unreadable';
      ports.putBack(resumed);
      return 'opened';
    },
    dispose() {
      stopFollowing();
      letGo();
    },
  };
}
