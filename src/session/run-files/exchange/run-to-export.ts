// The run that is exported: the main run at the step that it has reached, any other as it is kept.
import type { StoreApi } from 'zustand/vanilla';
import type { RunId } from '../../../core/run/stamp';
import type { Archivist } from '../../archive/archivist';
import type { KeptRun } from '../../archive/kept-run';
import { unlabelled, type RunLabels } from '../../archive/run-entry';
import type { RunKeeper } from '../../reload/run-keeper';
import type { Run } from '../../runs/run';

interface ExportPorts {
  readonly archivist: Pick<Archivist, 'read' | 'store'>;
  readonly runKeeper: Pick<RunKeeper, 'atItsStep'>;
  readonly run: { readonly store: StoreApi<Run> };
}

export interface RunToExport {
  readonly kept: KeptRun;
  readonly labels: RunLabels;
}

/** `untrained`: there is nothing of it yet but its settings. `gone`: it is not kept, or cannot be read. */
export async function runToExport(
  { archivist, runKeeper, run }: ExportPorts,
  id: RunId,
): Promise<RunToExport | 'untrained' | 'gone'> {
  const labels = archivist.store.getState().entries.find((entry) => entry.id === id) ?? unlabelled;
  const isMain = run.store.getState().runId === id;
  const main = isMain ? await runKeeper.atItsStep() : null;
  if (main !== null) return { kept: main, labels };
  const kept = await archivist.read(id).catch((): null => null);
  if (kept !== null && kept !== 'unreadable') return { kept, labels };
  return isMain ? 'untrained' : 'gone';
}
