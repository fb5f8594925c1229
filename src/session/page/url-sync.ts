// The address of the page follows the experiment, the name of its data set and how far to train, and the experiment follows the address when the
// person goes back.
import type { StoreApi } from 'zustand/vanilla';
import { experimentSchema } from '../../catalog/experiment-schema';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Experiment } from '../../core/experiment/experiment';
import { fromSearch, toSearch, type ReadExperiment } from '../../core/experiment/url/experiment-url';
import { sharedLinkStore } from '../shared-link/shared-link';

const delayMs = 250;

/** What the address tells beside the experiment. */
export interface BesideExperiment {
  /** The name of a person's own data set; null for any other. */
  readonly nameOf: (dataset: DatasetId) => string | null;
  /** How far to train (`core/run/goal-text.ts`); null for as long as the person wants. */
  readonly until: () => string | null;
  /** The listener is called when a part of it may have changed. */
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
  beside: BesideExperiment,
  onNavigate: (read: ReadExperiment) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { hash } = page.location;

  function searchNow(): string {
    const experiment = store.getState();
    const { shared } = sharedLinkStore.getState();
    return (
      toSearch(experiment, beside.nameOf(experiment.dataset), beside.until()) + (shared?.search ?? '')
    );
  }

  function write(): void {
    const search = searchNow();
    if (search === page.location.search) return;
    page.history.replaceState(page.history.state, '', `${search}${page.location.hash}`);
  }

  function writeSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(write, delayMs);
  }

  store.subscribe(writeSoon);
  const besideNow = () => `${beside.nameOf(store.getState().dataset)} ${beside.until()}`;
  let told = besideNow();
  beside.subscribe(() => {
    const now = besideNow();
    if (now === told) return;
    told = now;
    writeSoon();
  });
  page.addEventListener('popstate', () => {
    clearTimeout(timer);
    if (page.location.hash !== hash) {
      ({ hash } = page.location);
      const { experiment, until = null } = fromSearch(page.location.search, experimentSchema);
      const isSame = toSearch(experiment, null, until) === toSearch(store.getState(), null, beside.until());
      if (!isSame) write();
      return;
    }
    onNavigate(fromSearch(page.location.search, experimentSchema));
  });
}
