// One term: what it means, what it does here, its formula, where to find it, and where it comes from.
import { useEffect, useRef, type ReactNode } from 'react';
import { views } from '../../../catalog/glossary/views';
import { references } from '../../../catalog/references/registry';
import { glossary } from '../../../catalog/glossary/registry';
import { termHref } from '../../../core/glossary/term-id';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { Formula } from '../../../ui/formula/formula';
import styles from './entry.module.css';
import { Work } from './work';
import type { Term } from '../terms';
import { placeText, texts } from '../words';

export function Entry({ term: { id, term, sentence, effect, formula, ...rest } }: { term: Term }) {
  const { places, related, sources = [], alsoCalled } = rest;
  const say = useSampleText();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever followed a link to the term reads on here.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <article aria-labelledby={`term-${id}`} className={styles.entry}>
      <h3 ref={heading} id={`term-${id}`} tabIndex={-1} className={styles.term}>
        {term}
      </h3>
      <p className={styles.sentence}>{sentence}</p>
      {effect !== undefined && <p className={styles.effect}>{say(effect)}</p>}
      {formula !== undefined && <Formula tex={formula} className={styles.formula} />}
      <dl className={styles.facts}>
        {alsoCalled !== undefined && (
          <Fact name={texts.alsoCalled}>
            <p>{alsoCalled}</p>
          </Fact>
        )}
        <Fact name={texts.places}>
          <ul className={styles.links}>
            {places.map(({ view, control }) => (
              <li key={`${view} ${control ?? ''}`}>
                <a href={views[view].href}>{placeText(views[view].label, control)}</a>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={texts.related}>
          <ul className={styles.links}>
            {related.map((other) => (
              <li key={other}>
                <a href={termHref(other)}>{glossary[other].term}</a>
              </li>
            ))}
          </ul>
        </Fact>
        {sources.length > 0 && (
          <Fact name={texts.sources}>
            <ul className={styles.works}>
              {sources.map((source) => (
                <li key={source}>
                  <Work {...references[source]} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
