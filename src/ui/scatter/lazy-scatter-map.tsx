// The map in a chunk of its own.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../boundary/lazy-part';
import type { ScatterMapProps } from './scatter-map';
import styles from './scatter-map.module.css';

export const LazyScatterMap = lazyPart<ScatterMapProps>({
  name: t`The map`,
  load: async () => (await import('./scatter-map')).ScatterMap,
  waitsForView: true,
  className: styles.map,
});
