// The numbers of a card, one a line: the same lines stand beside each other in all cards.
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import styles from './family-card.module.css';
import type { FamilyNumber } from './family-numbers';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

interface NumberLinesProps {
  numbers: readonly FamilyNumber[];
  /** The step that the run is at. */
  currentStep?: number;
}

export function NumberLines({ numbers, currentStep }: NumberLinesProps) {
  const say = useSampleText();
  return (
    <div className={styles.numbers}>
      {numbers.map(({ name, caption = name, exact, text, explanation, step }) => (
        <ReadOut
          key={name}
          name={name}
          caption={say(caption)}
          exact={exact}
          explanation={say(explanation)}
          step={step}
          age={step !== undefined && step !== currentStep ? 'older' : 'current'}
          look="line"
          className={styles.number}
        >
          {text}
        </ReadOut>
      ))}
    </div>
  );
}
