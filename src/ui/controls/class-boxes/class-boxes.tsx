// A box to tick for each class, however many there are: hundreds can be searched, and the arrow keys move between them.
import { t } from '@lingui/core/macro';
import { classNames } from '../../class-names';
import { LongList, longListFrom } from '../long-list/long-list';
import styles from './class-boxes.module.css';
import { toggled } from './chosen-classes';

interface ClassBoxesProps {
  names: readonly string[];
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  className?: string | undefined;
}

export function ClassBoxes({ names, chosen, onChoose, className }: ClassBoxesProps) {
  return (
    <LongList
      label={t`Classes`}
      searchLabel={t`Find a class`}
      items={names.map((name, index) => ({ name, index }))}
      keyOf={({ index }) => index}
      nameOf={({ name }) => name}
      entries="buttons"
      className={className}
      listClassName={classNames(styles.boxes, names.length > longListFrom && styles.long)}
    >
      {({ name, index }, tabIndex) => (
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen.has(index)}
          tabIndex={tabIndex}
          className={styles.box}
          onClick={() => onChoose(toggled(chosen, index))}
        >
          {name}
        </button>
      )}
    </LongList>
  );
}
