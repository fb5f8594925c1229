// All classes, none or the others at once: the buttons over the boxes.
import { t } from '@lingui/core/macro';
import { TextButton } from '../buttons/buttons';
import { chosenOf, inverted } from './chosen-classes';
import styles from './class-boxes.module.css';

interface ClassActionsProps {
  count: number;
  chosen: ReadonlySet<number>;
  /** What each of the two does here. */
  explanations: { readonly all: string; readonly invert: string };
  onChoose: (chosen: ReadonlySet<number>) => void;
}

export function ClassActions({ count, chosen, explanations, onChoose }: ClassActionsProps) {
  return (
    <div className={styles.actions}>
      <TextButton
        explanation={explanations.all}
        onClick={() => onChoose(chosenOf([], count))}
      >{t`All`}</TextButton>
      <TextButton explanation={t`Empties every box, to choose a few`} onClick={() => onChoose(new Set())}>
        {t({ message: 'None', context: 'classes of the data set' })}
      </TextButton>
      <TextButton
        explanation={explanations.invert}
        onClick={() => onChoose(inverted(chosen, count))}
      >{t`Invert`}</TextButton>
    </div>
  );
}
