// Controls that can be taken away or locked as a group. Locked ones stay readable: they are disabled, and say why.
import { createContext, use, type ReactNode } from 'react';
import styles from './lockable.module.css';

const LockContext = createContext<string | undefined>(undefined);

/** Why the controls around here are locked; undefined where they are not. */
export function useLock(): string | undefined {
  return use(LockContext);
}

interface LockableProps {
  isHidden: boolean;
  lockedBy: string | undefined;
  children: ReactNode;
}

/** Whatever it holds is disabled by the fieldset; sliders, selects and fields also tell the reason. */
export function Lockable({ isHidden, lockedBy, children }: LockableProps) {
  if (isHidden) return null;
  if (lockedBy === undefined) return children;
  return (
    <fieldset disabled className={styles.locked}>
      <LockContext value={lockedBy}>{children}</LockContext>
    </fieldset>
  );
}
