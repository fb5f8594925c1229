// The word over a half of the network, with its explanation.
import type { ReactNode } from 'react';
import { ExplainedLabel } from '../explanation/explained-label';
import { Tooltip } from '../explanation/tooltip';
import styles from './hourglass-diagram.module.css';

interface PartWordProps {
  term: 'encoder' | 'decoder';
  /** Its middle, CSS pixels from the left of the picture. */
  x: number;
  children: ReactNode;
}

export function PartWord({ term, x, children }: PartWordProps) {
  return (
    <Tooltip term={term}>
      <span className={styles.word} style={{ left: x }}>
        <ExplainedLabel>{children}</ExplainedLabel>
      </span>
    </Tooltip>
  );
}
