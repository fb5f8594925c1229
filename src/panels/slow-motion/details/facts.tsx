// Numbers with their names, in a row that wraps.
import styles from './details.module.css';

export interface Fact {
  readonly name: string;
  readonly text: string;
  /** The exact value; left out where the text is no number. */
  readonly exact?: number;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text, exact }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd data-value={exact}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
