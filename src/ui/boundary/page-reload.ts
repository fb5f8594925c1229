// How a message offers to reload the page. Views do not know what the page would lose; the shell tells them.
import { createContext } from 'react';
import type { ReloadOutcome } from '../../core/run/reload-outcome';

export interface PageReload {
  /** What a reload would do to the run. */
  readonly foresee: () => Promise<ReloadOutcome>;
  /** Keeps the run for the page after the reload; false where that failed. */
  readonly keep: () => Promise<boolean>;
  readonly reload: () => void;
}

/** Without a shell there is no run. */
export const PageReloadContext = createContext<PageReload>({
  foresee: () => Promise.resolve('untrained'),
  keep: () => Promise.resolve(true),
  reload: () => location.reload(),
});
