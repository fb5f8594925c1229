// What the optimizer did to each layer, and to one weight in numbers.
import { t } from '@lingui/core/macro';
import { kindOf } from '../../../catalog/kinds/kind';
import { fixedText, percentText, significantText } from '../../../core/number-text';
import { layerLabel, slotNames } from '../words';
import type { DetailProps } from './detail-props';
import styles from './details.module.css';
import { Facts } from './facts';

export function Update({ trace, plan }: DetailProps) {
  const { layers, experiment } = trace;
  const shown = Math.max(
    0,
    plan.layers.findIndex(({ stage }) => stage === plan.codeBoundary),
  );
  const weight = layers[shown]?.weight;
  const layer = layerLabel(plan, shown);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t`How far the weights of each layer moved`}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ message: `Layer`, comment: 'of the network' })}</th>
              <th scope="col">{t`Size of the change`}</th>
              <th scope="col">{t`Share of the weights`}</th>
              <th scope="col">{t`One weight, before → after`}</th>
            </tr>
          </thead>
          <tbody>
            {layers.map(({ changeNorm, weightNorm, weight: { before, after } }, index) => (
              <tr key={index}>
                <th scope="row">{layerLabel(plan, index)}</th>
                <td data-value={changeNorm}>{significantText(changeNorm, 3)}</td>
                <td>{weightNorm > 0 ? percentText(changeNorm / weightNorm, 2) : '—'}</td>
                <td>{`${fixedText(before, 5)} → ${fixedText(after, 5)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {weight && (
        <Facts
          facts={[
            {
              name: t`${layer}: gradient of that weight`,
              text: numberText(weight.gradient),
              exact: weight.gradient,
            },
            ...kindOf(slotNames, experiment.optimizer).map((name, slot) => ({
              name,
              text: `${numberText(weight.slotsBefore[slot] ?? 0)} → ${numberText(weight.slotsAfter[slot] ?? 0)}`,
            })),
            {
              name: t`weight`,
              text: `${fixedText(weight.before, 5)} → ${fixedText(weight.after, 5)}`,
              exact: weight.after,
            },
          ]}
        />
      )}
    </>
  );
}

/** Three digits, with a true minus sign. */
function numberText(value: number): string {
  return significantText(value, 3).replaceAll('-', '−');
}
