// The words that name what is explained, as a button: focus shows the explanation around it, a press opens it to stay. Where nothing
// can hover there is an "i" beside the words.
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { toggleByPress } from './explanations';
import styles from './explanation.module.css';
import { useIsPressed } from './use-is-pressed';

interface ExplainedLabelProps {
  children: ReactNode;
  /** Accessible name, where the words alone would be taken for something else on the page. */
  name?: string | undefined;
  className?: string | undefined;
}

/** Plain words where nothing is explained. */
export function ExplainedLabel({ children, name, className }: ExplainedLabelProps) {
  const isPressed = useIsPressed();
  if (isPressed === null) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      className={classNames(styles.label, className)}
      aria-label={name}
      aria-expanded={isPressed}
      data-picture="keep"
      onClick={({ currentTarget }) => toggleByPress(currentTarget)}
    >
      <span className={styles.words}>{children}</span>
      <Info className={styles.sign} size={15} aria-hidden="true" data-picture="omit" />
    </button>
  );
}
