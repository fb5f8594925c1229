// Tracks which views are visible, so that the engine can skip the others. Panels come and go; the engine gets the result, once
// for all that happens at a time.
import type { View } from '../../core/engine-api/looking';

export interface SeenViews {
  /** Somebody looks at `view` until the function that is returned is called. */
  readonly lookAt: (view: View) => () => void;
  /** There is another engine, which knows nothing of what is seen. */
  readonly tellAnother: () => void;
}

const all: readonly View[] = ['pictures', 'map', 'drawing', 'codes'];
/** What a new engine assumes to be visible. */
const assumed = 'pictures,map,drawing';

/** @param tell sends the visible views to the engine, if there is one; not called before the first panel mounts */
export function createSeenViews(tell: (views: readonly View[]) => void): SeenViews {
  const viewers = new Map<View, number>();
  let told = assumed;
  let willTell = false;

  function tellIfOther(): void {
    willTell = false;
    const seen = all.filter((view) => (viewers.get(view) ?? 0) > 0);
    if (viewers.size === 0 || seen.join() === told) return;
    told = seen.join();
    tell(seen);
  }

  function count(view: View, change: 1 | -1): void {
    viewers.set(view, (viewers.get(view) ?? 0) + change);
    if (willTell) return;
    willTell = true;
    setTimeout(tellIfOther);
  }

  return {
    lookAt(view) {
      count(view, 1);
      return () => count(view, -1);
    },
    tellAnother() {
      told = assumed;
      tellIfOther();
    },
  };
}
