// A group of controls under a small heading.
import { useId, type ReactNode } from 'react';
import styles from '../controls.module.css';

interface SectionProps {
  title: string;
  /** A button at the right of the heading. */
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </div>
  );
}
