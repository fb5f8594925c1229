// The same samples, the same drawing and the maps of compared runs, in a chunk of its own.
import { t } from '@lingui/core/macro';
import type { RunId } from '../../core/run/stamp';
import { lazyPart } from '../../ui/boundary/lazy-part';
import styles from './run-looks.module.css';

interface RunLooksProps {
  /** Kept runs, in the order in which they are compared. */
  ids: readonly RunId[];
}

export const RunLooks = lazyPart<RunLooksProps>({
  name: t`The same samples`,
  load: async () => (await import('./looks-view')).LooksView,
  className: styles.view,
});
