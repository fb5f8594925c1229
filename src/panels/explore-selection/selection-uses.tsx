// Buttons that send the selection or the picked image to arithmetic, interpolation or the code sliders.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { countText } from '../../core/number-text';
import { useSession } from '../../session/hooks/session-context';
import type { ImageSource } from '../../session/explore/exploration';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { usePointed } from '../../session/hooks/explore/use-pointed';
import { TextButton } from '../../ui/controls/buttons/buttons';
import styles from './explore-selection.module.css';

const places = ['a', 'b', 'c'] as const;

export function SelectionUses() {
  const { takeAs } = useSession().explore;
  const selected = useExploration((exploration) => exploration.selected);
  const arithmetic = useExploration((exploration) => exploration.arithmetic);
  return (
    <Uses label={t`The selection in the arithmetic`}>
      {places.map((place) => (
        <TextButton
          key={place}
          look="plain"
          label={t`Use as ${{ place: place.toUpperCase() }}`}
          explanation={t`The mean code of A minus that of B plus that of C is decoded in Arithmetic`}
          className={arithmetic[place] !== null && arithmetic[place] === selected ? styles.used : undefined}
          onClick={() => takeAs(place)}
        >
          {t`Use as ${{ place: place.toUpperCase() }}`}
        </TextButton>
      ))}
    </Uses>
  );
}

export function PickedUses() {
  const { setPathEnd, setStart } = useSession().explore;
  const picked = usePointed((pointed) => pointed.picked);
  const ends = useExploration((exploration) => exploration.ends);
  const start = useExploration((exploration) => exploration.start);
  const { one } = useSampleWords();
  if (picked === null) return null;
  const source: ImageSource = { kind: 'test', index: picked };
  const isIt = (other: ImageSource) => other.kind === 'test' && other.index === picked;
  const used = (other: ImageSource) => (isIt(other) ? styles.used : undefined);
  return (
    <Uses label={t`Test ${one} ${{ picked: countText(picked) }}`}>
      <TextButton
        look="plain"
        className={used(ends.from)}
        onClick={() => setPathEnd('from', source)}
      >{t`Path from here`}</TextButton>
      <TextButton
        look="plain"
        className={used(ends.to)}
        onClick={() => setPathEnd('to', source)}
      >{t`Path to here`}</TextButton>
      <TextButton
        look="plain"
        className={used(start)}
        onClick={() => setStart(source)}
      >{t`Sliders from here`}</TextButton>
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
