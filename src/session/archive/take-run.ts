// The run that this tab had when its page was last there: after a reload, or after a crash.
import type { Holds } from '../page/holds';
import type { ReadRun, RunArchive } from './run-archive';
import { noteRun, notedRun } from './tab-note';

/** Null where the tab had none, or where another tab has it: a duplicated tab comes with the other's note. */
export async function takeRun(archive: RunArchive, holds: Holds): Promise<ReadRun> {
  const id = notedRun();
  if (id === null) return null;
  const isElsewhere = await holds.isHeld(id);
  const kept = isElsewhere ? null : await archive.read(id).catch((): ReadRun => 'unreadable');
  if (kept === null || kept === 'unreadable') noteRun(null);
  return kept;
}
