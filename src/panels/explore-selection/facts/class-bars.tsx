// Class counts of the selection as small bars, most frequent first, scaled so that the largest fills the width.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import { useTheme } from '../../../session/page/theme-store';
import { coloursForClasses } from '../../../ui/colours';
import { LongList } from '../../../ui/controls/long-list/long-list';
import { classCounts } from './class-counts';
import styles from '../explore-selection.module.css';

interface ClassBarsProps {
  indices: Uint32Array;
  labels: Uint16Array;
  names: readonly string[];
}

export function ClassBars({ indices, labels, names }: ClassBarsProps) {
  const theme = useTheme(({ shown }) => shown);
  const colours = coloursForClasses(names.length, theme);
  const counts = classCounts(indices, labels);
  const largest = counts[0]?.count ?? 1;
  const nameOf = (label: number) => names[label] ?? String(label);
  return (
    <LongList
      label={t`Classes of the selection`}
      searchLabel={t`Find a class`}
      items={counts}
      keyOf={({ label }) => label}
      nameOf={({ label }) => nameOf(label)}
      entries="text"
      className={styles.classCounts}
      listClassName={styles.bars}
    >
      {({ label, count }) => (
        <span className={styles.barRow}>
          <span className={styles.barName}>{nameOf(label)}</span>
          <span className={styles.barTrack}>
            <span
              className={styles.bar}
              style={{ width: `${(100 * count) / largest}%`, background: colours[label] }}
            />
          </span>
          <span className={styles.barCount}>{countText(count)}</span>
        </span>
      )}
    </LongList>
  );
}
