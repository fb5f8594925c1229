// How many of the selected images are of each class, as small bars; the largest stands for the full width.
import { countText } from '../../core/number-text';
import { useTheme } from '../../session/theme-store';
import { coloursForClasses } from '../../ui/colours';
import { classCounts } from './class-counts';
import styles from './explore-selection.module.css';

/** Bars that have room. */
const shownClasses = 5;

interface ClassBarsProps {
  indices: Uint32Array;
  labels: Uint16Array;
  names: readonly string[];
}

export function ClassBars({ indices, labels, names }: ClassBarsProps) {
  const theme = useTheme(({ shown }) => shown);
  const colours = coloursForClasses(names.length, theme);
  const counts = classCounts(indices, labels);
  const shown = counts.length <= shownClasses ? counts : counts.slice(0, shownClasses - 1);
  const others = counts.slice(shown.length);
  const largest = counts[0]?.count ?? 1;
  return (
    <ul className={styles.bars} aria-label="Classes of the selection">
      {shown.map(({ label, count }) => (
        <li key={label}>
          <span className={styles.barName}>{names[label]}</span>
          <span className={styles.barTrack}>
            <span
              className={styles.bar}
              style={{ width: `${(100 * count) / largest}%`, background: colours[label] }}
            />
          </span>
          <span className={styles.barCount}>{countText(count)}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <span className={styles.others}>{others.length} other classes</span>
          <span className={styles.barCount}>
            {countText(others.reduce((sum, { count }) => sum + count, 0))}
          </span>
        </li>
      )}
    </ul>
  );
}
