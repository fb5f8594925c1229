// What follows from the threshold on the test set: rates, and the table of what is flagged.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { Rates } from '../../../core/anomaly/curves/detection';
import { countText, percentText } from '../../../core/number-text';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { rateText } from '../words';
import styles from './threshold-card.module.css';
import { flaggedAloneText } from './words';

type Rate = 'truePositiveRate' | 'falsePositiveRate' | 'precision' | 'f1';

const shown: readonly { readonly id: Rate; readonly name: string; readonly meaning: string }[] = [
  {
    id: 'truePositiveRate',
    name: t`True positive rate`,
    meaning: t`Of the anomalies, how many are flagged. Also called recall.`,
  },
  {
    id: 'falsePositiveRate',
    name: t`False positive rate`,
    meaning: t`Of the normal samples, how many are flagged.`,
  },
  { id: 'precision', name: t`Precision`, meaning: t`Of what is flagged, how many are anomalies.` },
  { id: 'f1', name: 'F1', meaning: t`The harmonic mean of precision and recall.` },
];

export function RatesTable() {
  const rates = useAnomalies((state) => state.rates);
  const hasAnomalies = useAnomalies(({ detection }) => detection !== null);
  if (rates !== null && !hasAnomalies) return <FlaggedAlone rates={rates} />;
  return (
    <div className={styles.rates}>
      <div className={styles.readOuts} role="group" aria-label={t`At the threshold`}>
        {shown.map(({ id, name, meaning }) => (
          <ReadOut
            key={id}
            name={name}
            term={id === 'precision' || id === 'f1' ? 'precision' : 'true-positive-rate'}
            exact={rates?.[id] ?? undefined}
            explanation={meaning}
          >
            {id === 'f1' ? rateText(rates?.f1 ?? null) : shareText(rates?.[id] ?? null)}
          </ReadOut>
        ))}
      </div>
      <ConfusionTable rates={rates} />
    </div>
  );
}

/** Of samples of which none is known to be an anomaly there is neither a hit nor a false alarm. */
function FlaggedAlone({ rates }: { rates: Rates }) {
  const flagged = rates.truePositives + rates.falsePositives;
  const all = flagged + rates.trueNegatives + rates.falseNegatives;
  return (
    <div className={styles.rates}>
      <ReadOut
        name={t`Flagged`}
        term="threshold"
        exact={flagged}
        explanation={t`Test samples that score above the threshold.`}
      >
        {countText(flagged)}
      </ReadOut>
      <p className={styles.note}>{flaggedAloneText(flagged, all)}</p>
    </div>
  );
}

function shareText(share: number | null): string {
  return share === null ? '—' : percentText(share, 1);
}

function ConfusionTable({ rates }: { rates: Rates | null }) {
  return (
    <table className={styles.confusion} aria-label={t`Confusion table`}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t`Flagged`}</th>
          <th scope="col">{t`Not flagged`}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t`Anomalous`}</th>
          <Cell count={rates?.truePositives} name={t`found`} isRight />
          <Cell count={rates?.falseNegatives} name={t`missed`} />
        </tr>
        <tr>
          <th scope="row">{t`Normal`}</th>
          <Cell count={rates?.falsePositives} name={t`false alarms`} />
          <Cell count={rates?.trueNegatives} name={t`let pass`} isRight />
        </tr>
      </tbody>
    </table>
  );
}

interface CellProps {
  count: number | undefined;
  name: string;
  /** Whether the detector was right with these. */
  isRight?: boolean;
}

function Cell({ count, name, isRight = false }: CellProps): ReactNode {
  return (
    <td data-value={count} data-right={isRight}>
      <b>{count === undefined ? '—' : countText(count)}</b>
      <span>{name}</span>
    </td>
  );
}
