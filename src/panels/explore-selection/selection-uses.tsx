// Where the selection and the picked image can go: the places of the arithmetic, the ends of the path, the sliders.
import type { ReactNode } from 'react';
import { countText } from '../../core/number-text';
import { setPathEnd, setStart, takeAs } from '../../session/explore-actions';
import { useExploration, type ImageSource } from '../../session/explore-store';
import { usePointed } from '../../session/pointed-store';
import { TextButton } from '../../ui/controls/buttons';
import styles from './explore-selection.module.css';

const places = ['a', 'b', 'c'] as const;

export function SelectionUses() {
  const selected = useExploration((exploration) => exploration.selected);
  const arithmetic = useExploration((exploration) => exploration.arithmetic);
  return (
    <Uses label="The selection in the arithmetic">
      {places.map((place) => (
        <TextButton
          key={place}
          look="plain"
          label={`Use as ${place.toUpperCase()}`}
          explanation="The mean code of A minus that of B plus that of C is decoded in Arithmetic"
          className={arithmetic[place] !== null && arithmetic[place] === selected ? styles.used : undefined}
          onClick={() => takeAs(place)}
        >
          {`Use as ${place.toUpperCase()}`}
        </TextButton>
      ))}
    </Uses>
  );
}

export function PickedUses() {
  const picked = usePointed((pointed) => pointed.picked);
  const ends = useExploration((exploration) => exploration.ends);
  const start = useExploration((exploration) => exploration.start);
  if (picked === null) return null;
  const source: ImageSource = { kind: 'test', index: picked };
  const isIt = (other: ImageSource) => other.kind === 'test' && other.index === picked;
  const used = (other: ImageSource) => (isIt(other) ? styles.used : undefined);
  return (
    <Uses label={`Test image ${countText(picked)}`}>
      <TextButton look="plain" className={used(ends.from)} onClick={() => setPathEnd('from', source)}>
        Path from here
      </TextButton>
      <TextButton look="plain" className={used(ends.to)} onClick={() => setPathEnd('to', source)}>
        Path to here
      </TextButton>
      <TextButton look="plain" className={used(start)} onClick={() => setStart(source)}>
        Sliders from here
      </TextButton>
    </Uses>
  );
}

function Uses({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.uses} role="group" aria-label={label}>
      {children}
    </div>
  );
}
