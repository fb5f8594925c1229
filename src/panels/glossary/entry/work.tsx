// One work of the literature, as in a list of references. Its title leads to it, where it is on the web.
import type { Reference } from '../../../catalog/references/reference';
import styles from './entry.module.css';

export function Work({ authors, year, title, venue, link }: Reference) {
  const name = <cite>{title}</cite>;
  return (
    <span className={styles.work}>
      <span>{`${authors} (${year}). `}</span>
      {link === undefined ? (
        name
      ) : (
        <a href={link} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
      <span>{`. ${venue}.`}</span>
    </span>
  );
}
