// A number with its 95 % interval.
import { t } from '@lingui/core/macro';
import type { Estimate } from '../../../core/anomaly/curves/detection';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { intervalText, rateText } from '../words';
import styles from './numbers.module.css';

interface EstimateReadOutProps {
  /** Accessible name of the `<output>`, exactly. */
  name: string;
  caption?: string;
  meaning: string;
  /** Null: there is none yet. */
  estimate: Estimate | null;
  emphasis?: boolean;
  /** Of the methods without a network, the one to beat. */
  isStrongest?: boolean;
}

export function EstimateReadOut(props: EstimateReadOutProps) {
  const { name, caption, meaning, estimate, emphasis = false, isStrongest } = props;
  return (
    <div className={styles.estimate} data-strongest={isStrongest === true}>
      <ReadOut
        name={name}
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
