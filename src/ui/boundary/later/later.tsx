// Parts that the first drawing of the page does without. They follow right after, drawn in slices that whatever a person does
// comes before. Nothing waits for a press, and for a scroll only what would otherwise come in a moment.
import { startTransition, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useHasBeenInView } from '../../in-view/in-view';
import { phoneQuery, useMedia } from '../../media';
import { inIdleTurn } from './idle-turns';
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

/**
 * A card in an `InView`. In the one column of a phone most stand far below the window's edge: each is drawn when it comes near, or
 * in an idle moment of its own. On a desk they follow together.
 */
export function LaterCard({ children }: { children: ReactNode }) {
  const isInColumn = useMedia(phoneQuery);
  const hasBeenSeen = useHasBeenInView();
  const [hadTurn, setHadTurn] = useState(false);
  const isDue = !isInColumn || hasBeenSeen || hadTurn;
  useEffect(() => {
    if (hadTurn) return undefined;
    const takeTurn = () => startTransition(() => setHadTurn(true));
    if (!isDue) return inIdleTurn(takeTurn);
    takeTurn();
    return undefined;
  }, [isDue, hadTurn]);
  return useDeferredValue(isDue, false) ? children : <div className={styles.card} />;
}
