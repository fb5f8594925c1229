// The map with its library in a chunk of its own; the place is kept while it loads.
import { lazy, Suspense } from 'react';
import type { ScatterMapProps } from './scatter-map';
import styles from './scatter-map.module.css';

const ScatterMap = lazy(() => import('./scatter-map').then((module) => ({ default: module.ScatterMap })));

export function LazyScatterMap(props: ScatterMapProps) {
  return (
    <Suspense fallback={<div className={styles.map} />}>
      <ScatterMap {...props} />
    </Suspense>
  );
}
