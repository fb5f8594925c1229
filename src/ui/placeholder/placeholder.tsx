// Words in the middle of the place where something will appear.
import type { ReactNode } from 'react';
import styles from './placeholder.module.css';

export function Placeholder({ children }: { children: ReactNode }) {
  return <p className={styles.placeholder}>{children}</p>;
}
