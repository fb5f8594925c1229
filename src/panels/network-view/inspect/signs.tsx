// How far a signed picture reaches, with the colours of its two signs where it has them.
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { aroundGreyText, reachText } from '../words';
import styles from './inspect.module.css';

export function Signs({ largest, info }: { largest: number; info: DatasetInfo }) {
  const isColour = info.kind === 'image' && info.shape[2] === 3;
  const isGrey = info.kind === 'image' && !isColour;
  return (
    <span className={styles.signs}>
      {isGrey && (
        <>
          <span className={styles.above}>+</span>
          <span className={styles.below}>−</span>
        </>
      )}
      <span>{isColour ? aroundGreyText(largest) : reachText(largest)}</span>
    </span>
  );
}
