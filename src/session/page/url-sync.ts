// The address of the page follows the experiment and the name of its data set, and the experiment follows the address when the
// person goes back.
import type { StoreApi } from 'zustand/vanilla';
import { experimentSchema } from '../../catalog/experiment-schema';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Experiment } from '../../core/experiment/experiment';
import { fromSearch, toSearch, type ReadExperiment } from '../../core/experiment/url/experiment-url';
import { sharedLinkStore } from '../shared-link/shared-link';

const delayMs = 250;

/** The names of a person's own data sets, which the address tells too. */
export interface DataNames {
  /** Null for any other data set. */
  readonly nameOf: (dataset: DatasetId) => string | null;
  /** The listener is called when a name may have changed. */
  readonly subscribe: (listener: () => void) => unknown;
}

/** The parts of `window` that are needed. */
interface PageHistory {
  readonly location: Pick<Location, 'search' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

/**
 * Writes the experiment into the address, `delayMs` after the last change (browsers limit how often it may be written),
 * and calls `onNavigate` with the experiment of an address that the person went to. An address with another fragment is
 * another workspace or sub-view: the current experiment comes along, whatever it was when that entry was made.
 */
export function startUrlSync(
  page: PageHistory,
  store: Pick<StoreApi<Experiment>, 'getState' | 'subscribe'>,
  names: DataNames,
  onNavigate: (read: ReadExperiment) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { hash } = page.location;

  function write(): void {
    const experiment = store.getState();
    const { shared } = sharedLinkStore.getState();
    const search = toSearch(experiment, names.nameOf(experiment.dataset)) + (shared?.search ?? '');
    if (search === page.location.search) return;
    page.history.replaceState(page.history.state, '', `${search}${page.location.hash}`);
  }

  function writeSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(write, delayMs);
  }

  store.subscribe(writeSoon);
  let told = names.nameOf(store.getState().dataset);
  names.subscribe(() => {
    const name = names.nameOf(store.getState().dataset);
    if (name === told) return;
    told = name;
    writeSoon();
  });
  page.addEventListener('popstate', () => {
    clearTimeout(timer);
    if (page.location.hash !== hash) {
      ({ hash } = page.location);
      const there = toSearch(fromSearch(page.location.search, experimentSchema).experiment);
      if (there !== toSearch(store.getState())) write();
      return;
    }
    onNavigate(fromSearch(page.location.search, experimentSchema));
  });
}
