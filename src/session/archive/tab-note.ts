// The tab notes which kept run is its own: it outlives a reload and a crash of the tab, and no more, so that two tabs that reload do
// not swap their runs.
import type { RunId } from '../../core/run/stamp';

const noteKey = 'hourglass-run';

/** Null: the tab has none. A browser that keeps nothing for the tab is left alone. */
export function noteRun(id: RunId | null): boolean {
  try {
    if (id === null) sessionStorage.removeItem(noteKey);
    else sessionStorage.setItem(noteKey, id);
    return true;
  } catch {
    return false;
  }
}

export function notedRun(): RunId | null {
  try {
    return sessionStorage.getItem(noteKey);
  } catch {
    return null;
  }
}
