// Which views somebody looks at, for the engine to spare the others. Panels come and go; what is told is the outcome, once
// for all that happens at a time.
import type { View } from '../core/engine-api';

export interface SeenViews {
  /** Somebody looks at `view` until the function that is returned is called. */
  lookAt(view: View): () => void;
  /** There is another engine, which takes for seen what it takes until it is told. */
  tellAnother(): void;
}

const all: readonly View[] = ['pictures', 'map', 'drawing', 'codes'];
/** What an engine takes for seen until it is told. */
const assumed = 'pictures,map,drawing';

/** @param tell gives the engine the views that are looked at, if there is an engine; nothing is told before the first look */
export function createSeenViews(tell: (views: readonly View[]) => void): SeenViews {
  const lookers = new Map<View, number>();
  let told = assumed;
  let willTell = false;

  function tellIfOther(): void {
    willTell = false;
    const seen = all.filter((view) => (lookers.get(view) ?? 0) > 0);
    if (lookers.size === 0 || seen.join() === told) return;
    told = seen.join();
    tell(seen);
  }

  function count(view: View, change: 1 | -1): void {
    lookers.set(view, (lookers.get(view) ?? 0) + change);
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
