// The run that this tab had when its page was last there: after a reload, or after a crash.
import type { RunId } from '../../core/run/stamp';
import type { Holds } from '../page/holds';
import type { LoadRunArchive } from './load-archive';
import type { ReadRun } from './run-archive';
import { noteRun, notedRun } from './tab-note';

/** Null where the tab had none, or where another tab has it: a duplicated tab comes with the other's note. */
export async function takeRun(archive: LoadRunArchive, holds: Holds): Promise<ReadRun> {
  const id = notedRun();
  if (id === null) return null;
  const isElsewhere = await holds.isHeld(id);
  const kept = isElsewhere ? null : await readRun(archive, id);
  if (kept === null || kept === 'unreadable') noteRun(null);
  return kept;
}

function readRun(archive: LoadRunArchive, id: RunId): Promise<ReadRun> {
  return archive()
    .then(({ read }) => read(id))
    .catch((): ReadRun => 'unreadable');
}
