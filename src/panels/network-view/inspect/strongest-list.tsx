// The units that one is most strongly connected to, for the sample in focus.
import { strongestUnits } from '../../../core/units/thinning';
import type { UnitPlace } from '../../../core/units/layer-units';
import type { NetworkLayer } from '../network-layers';
import { addedText, layerName, unitName } from '../words';
import styles from './inspect.module.css';

interface StrongestListProps {
  title: string;
  explanation: string;
  /** Of each unit of the layer, `[units]`. */
  contributions: Float32Array;
  layer: NetworkLayer;
  /** Said where there are none. */
  empty: string;
  onPoint: (place: UnitPlace) => void;
}

const most = 5;

export function StrongestList(props: StrongestListProps) {
  const { title, explanation, contributions, layer, empty, onPoint } = props;
  const strongest = strongestUnits(contributions, most);
  const largest = Math.abs(contributions[strongest[0] ?? -1] ?? 1);
  return (
    <div className={styles.strongest}>
      <h3 className={styles.caption} title={explanation}>
        <span>{title}</span>
        <span className={styles.note}>{layerName(layer)}</span>
      </h3>
      {strongest.length === 0 && <p className={styles.note}>{empty}</p>}
      <ul>
        {strongest.map((unit) => {
          const value = contributions[unit] ?? 0;
          return (
            <li key={unit}>
              <button type="button" onClick={() => onPoint({ boundary: layer.boundary, unit })}>
                <span className={styles.unitName}>{unitName(unit)}</span>
                <span className={styles.bar} aria-hidden="true">
                  <span
                    data-sign={value < 0 ? 'lowers' : 'raises'}
                    style={{ width: `${(100 * Math.abs(value)) / largest}%` }}
                  />
                </span>
                <span className={styles.added}>{addedText(value)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
