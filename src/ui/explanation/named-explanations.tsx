// Several explanations in one, each after the name of what it is about: for an "i" that stands for a group of choices or of curves.
import type { ReactNode } from 'react';
import styles from './explanation.module.css';

interface Named {
  readonly label: string;
  readonly explanation?: string | undefined;
}

/** What `NamedExplanations` shows of these; undefined where none of them is explained. */
export function explainAll(all: readonly Named[]): ReactNode | undefined {
  return all.some(({ explanation }) => explanation !== undefined) ? (
    <NamedExplanations all={all} />
  ) : undefined;
}

function NamedExplanations({ all }: { all: readonly Named[] }) {
  return all.map(
    ({ label, explanation }) =>
      explanation !== undefined && (
        <span key={label} className={styles.named}>
          <b>{label}</b>
          <span>{explanation}</span>
        </span>
      ),
  );
}
