// Every class with how many samples it has. Many can be searched.
import { memo } from 'react';
import type { ImportPreview } from '../../../core/import/import-api';
import { countText } from '../../../core/number-text';
import { LongList } from '../../../ui/controls/long-list/long-list';
import { texts } from '../words';
import styles from './class-counts.module.css';

type Classes = NonNullable<ImportPreview['classes']>;

export const ClassCounts = memo(function ClassCounts({ classes }: { classes: Classes }) {
  const most = Math.max(1, ...classes.map(({ count }) => count));
  const items = classes.map(({ name, count }, index) => ({ name, count, index }));
  return (
    <LongList
      label={texts.classCounts}
      searchLabel={texts.findClass}
      items={items}
      keyOf={({ index }) => index}
      nameOf={({ name }) => name}
      entries="text"
      listClassName={styles.classes}
    >
      {({ name, count }) => (
        <div className={styles.line}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={{ transform: `scaleX(${count / most})` }} />
          </span>
          <span className={styles.count}>{countText(count)}</span>
        </div>
      )}
    </LongList>
  );
});
