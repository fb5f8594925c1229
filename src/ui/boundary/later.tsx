// A part that the first drawing of the page does without. It follows right after, drawn in slices that whatever a person does
// comes before. Nothing waits for a press or a scroll.
import { useDeferredValue, type ReactNode } from 'react';
import styles from './later.module.css';

interface LaterProps {
  /** Stands there until then; an empty card unless something else is given. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

export function Later({ meanwhile = <div className={styles.card} />, children }: LaterProps) {
  // The first drawing takes the second value, and a deferred one follows with the first.
  const isDue = useDeferredValue(true, false);
  return isDue ? children : meanwhile;
}
