// How far a signed picture reaches, with the colours of its two signs where it has them.
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { reachText } from '../words';
import styles from './inspect.module.css';

export function Signs({ largest, info }: { largest: number; info: DatasetInfo }) {
  const isGrey = info.kind === 'image' && info.shape[2] !== 3;
  return (
    <span className={styles.signs}>
      {isGrey && (
        <>
          <span className={styles.above}>+</span>
          <span className={styles.below}>−</span>
        </>
      )}
      <span>{reachText(largest)}</span>
    </span>
  );
}
