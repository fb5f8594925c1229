// The glossary: every term in a list that can be searched, and the one that the address names beside it; then the literature.
import { Card } from '../../ui/controls/card/card';
import { Entry } from './entry/entry';
import styles from './glossary.module.css';
import { References } from './references';
import { TermList } from './term-list';
import { termOf } from './terms';
import { useAddressedTerm } from './use-addressed-term';
import { texts, unknownText } from './words';

export function Glossary() {
  const named = useAddressedTerm();
  const term = termOf(named);
  return (
    <div className={styles.glossary}>
      <Card title={texts.title} savable={false} className={styles.terms}>
        <div className={styles.columns}>
          <TermList open={term?.id ?? null} className={styles.side} />
          <div className={styles.shown}>
            {term !== null && <Entry key={term.id} term={term} />}
            {term === null && named !== null && <p role="alert">{unknownText(named)}</p>}
            {term === null && <p className={styles.hint}>{texts.choose}</p>}
          </div>
        </div>
      </Card>
      <Card title={texts.references} savable={false}>
        <References />
      </Card>
    </div>
  );
}
