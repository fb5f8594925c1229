// A number with its 95 % interval.
import { t } from '@lingui/core/macro';
import type { TermId } from '../../../core/glossary/term-id';
import type { Estimate } from '../../../core/anomaly/curves/detection';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { intervalText, rateText } from '../words';
import styles from './numbers.module.css';

interface EstimateReadOutProps {
  /** Accessible name of the `<output>`, exactly. */
  name: string;
  /** The term of the glossary that explains it. */
  term: TermId;
  caption?: string;
  meaning: string;
  /** Null: there is none yet. */
  estimate: Estimate | null;
  emphasis?: boolean;
  /** Of the methods without a network, the one to beat. */
  isStrongest?: boolean;
}

export function EstimateReadOut(props: EstimateReadOutProps) {
  const { name, term, caption, meaning, estimate, emphasis = false, isStrongest } = props;
  return (
    <div className={styles.estimate} data-strongest={isStrongest === true}>
      <ReadOut
        name={name}
        term={term}
        caption={caption}
        exact={estimate?.value}
        explanation={meaning}
        emphasis={emphasis}
      >
        {rateText(estimate?.value ?? null)}
      </ReadOut>
      <span className={styles.interval}>{estimate ? intervalText(estimate) : ' '}</span>
      {isStrongest === true && <span className={styles.tag}>{t`strongest`}</span>}
    </div>
  );
}
