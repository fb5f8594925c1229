// The runs that are compared, read from where they are kept, one after the other and without their weights: ten large networks would
// stop the page.
import type { BackendName } from '../../core/backend-measurement';
import type { RunId } from '../../core/run/stamp';
import type { Archivist } from '../archive/archivist';
import type { RunRecord } from '../runs/run';

/** How many runs can be compared. */
export const comparedCounts = { min: 2, max: 10 } as const;

export interface ComparedRun extends RunRecord {
  readonly checkpoint: null;
  readonly best: null;
  readonly backend: BackendName | null;
}

export interface UnreadRun {
  readonly id: RunId;
  /** `gone`: it is not kept any longer; `unreadable`: by another version of the page; `refused`: the browser does not give it. */
  readonly why: 'gone' | 'unreadable' | 'refused';
}

/** In the order asked for, both. */
export interface ComparedRuns {
  readonly runs: readonly ComparedRun[];
  readonly unread: readonly UnreadRun[];
}

/** Does not reject: a run that cannot be read is among `unread`. */
export async function readComparedRuns(
  { read }: Pick<Archivist, 'read'>,
  ids: readonly RunId[],
): Promise<ComparedRuns> {
  const runs: ComparedRun[] = [];
  const unread: UnreadRun[] = [];
  for (const id of ids) {
    const kept = await read(id).catch((): 'refused' => 'refused');
    if (kept === null) unread.push({ id, why: 'gone' });
    else if (typeof kept === 'string') unread.push({ id, why: kept });
    else runs.push({ ...kept.record, checkpoint: null, best: null, backend: kept.backend });
    // The page draws and listens in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { runs, unread };
}
