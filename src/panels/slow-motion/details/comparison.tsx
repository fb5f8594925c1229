// The objective of the batch: every term, its weight, and the sum.
import { t } from '@lingui/core/macro';
import { lossText, valueText } from '../../../core/number-text';
import type { TermId } from '../../../core/run/objective-terms';
import { termLabel } from '../words';
import type { DetailProps } from './detail-props';
import styles from './details.module.css';
import { Facts } from './facts';

export function Comparison({ trace, sample }: DetailProps) {
  const { terms, termWeights, total, experiment } = trace;
  const ids = Object.keys(terms) as TermId[];
  return (
    <>
      <Facts
        facts={[
          { name: t`MSE of this sample’s output`, text: lossText(sample.error), exact: sample.error },
          { name: t`Loss of the batch`, text: lossText(total), exact: total },
        ]}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t`Terms of the objective, over the batch`}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ message: `Term`, comment: 'of the objective' })}</th>
              <th scope="col">{t`Value`}</th>
              <th scope="col">{t({ message: `Weight`, comment: 'of a term in the objective' })}</th>
              <th scope="col">{t`Value × weight`}</th>
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => {
              const [value, weight] = [terms[id] ?? NaN, termWeights[id] ?? NaN];
              return (
                <tr key={id}>
                  <th scope="row">{termLabel(id, experiment)}</th>
                  <td data-value={value}>{lossText(value)}</td>
                  <td data-value={weight}>{valueText(weight)}</td>
                  <td data-value={value * weight}>{lossText(value * weight)}</td>
                </tr>
              );
            })}
            <tr className={styles.total}>
              <th scope="row">{t({ message: `Loss`, comment: 'the sum of the terms' })}</th>
              <td />
              <td />
              <td data-value={total}>{lossText(total)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}
