// A group of controls under a small heading.
import { useId, type ReactNode } from 'react';
import styles from './controls.module.css';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </div>
  );
}
