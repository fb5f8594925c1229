// Every work that the glossary cites, by author, with the terms that it is a source of.
import { references, type ReferenceId } from '../../catalog/references/registry';
import { termHref } from '../../core/glossary/term-id';
import styles from './entry/entry.module.css';
import { termsFrom } from './terms';
import { Work } from './entry/work';
import { texts } from './words';

const works = (Object.keys(references) as ReferenceId[])
  .map((id) => ({ id, work: references[id], terms: termsFrom(id) }))
  .sort((a, b) => a.work.authors.localeCompare(b.work.authors, 'en') || a.work.year - b.work.year);

export function References() {
  return (
    <ul className={styles.references}>
      {works.map(({ id, work, terms }) => (
        <li key={id}>
          <Work {...work} />
          <ul aria-label={texts.explains} className={styles.links}>
            {terms.map((term) => (
              <li key={term.id}>
                <a href={termHref(term.id)}>{term.term}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
