// How the picture of the network is read.
import { offMeans, texts } from './words';
import styles from './network-view.module.css';

/** @param thresholds of the layers: what counts as off in them */
export function NetworkLegend({ thresholds }: { thresholds: readonly number[] }) {
  const off = [...new Set(thresholds)].map(offMeans);
  return (
    <div className={styles.legend}>
      <ul>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={styles.positive} x="1" y="1" width="10" height="10" rx="2" />
          </svg>
          <span>{texts.above}</span>
        </li>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <circle className={styles.negative} cx="6" cy="6" r="5" />
          </svg>
          <span>{texts.below}</span>
        </li>
        <li title={off.join('; ')}>
          <svg width="12" height="12" aria-hidden="true">
            <circle className={styles.off} cx="6" cy="6" r="2.5" />
          </svg>
          <span>{off.length === 1 ? off[0] : texts.off}</span>
        </li>
        <li>
          <svg width="18" height="12" aria-hidden="true">
            <path className={styles.raises} d="M0 6H18" />
          </svg>
          <span>{texts.raises}</span>
        </li>
        <li>
          <svg width="18" height="12" aria-hidden="true">
            <path className={styles.lowers} d="M0 6H18" />
          </svg>
          <span>{texts.lowers}</span>
        </li>
      </ul>
      <p>{texts.scale}</p>
    </div>
  );
}
