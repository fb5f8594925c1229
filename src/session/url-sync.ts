// The address of the page follows the experiment, and the experiment follows the address when the person goes back.
import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment';
import { fromSearch, toSearch, type ReadExperiment } from '../core/experiment-url';

const delayMs = 250;

/** The parts of `window` that are needed. */
export interface Addressed {
  readonly location: Pick<Location, 'search' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

/**
 * Writes the experiment into the address, `delayMs` after the last change (browsers limit how often it may be written),
 * and calls `onNavigate` with the experiment of an address that the person went to. An address with another fragment is
 * another workspace: the experiment is taken along there, whatever it was when that entry of the history was made.
 */
export function startUrlSync(
  page: Addressed,
  store: Pick<StoreApi<Experiment>, 'getState' | 'subscribe'>,
  onNavigate: (read: ReadExperiment) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { hash } = page.location;

  function write(): void {
    const search = toSearch(store.getState());
    if (search === page.location.search) return;
    page.history.replaceState(page.history.state, '', `${search}${page.location.hash}`);
  }

  store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, delayMs);
  });
  page.addEventListener('popstate', () => {
    clearTimeout(timer);
    if (page.location.hash !== hash) {
      ({ hash } = page.location);
      const there = toSearch(fromSearch(page.location.search).experiment);
      if (there !== toSearch(store.getState())) write();
      return;
    }
    onNavigate(fromSearch(page.location.search));
  });
}
