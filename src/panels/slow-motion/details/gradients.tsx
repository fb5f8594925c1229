// How large the gradient of each layer’s weights is, from the output back to the input.
import { t } from '@lingui/core/macro';
import type { CSSProperties } from 'react';
import { percentText, significantText } from '../../../core/number-text';
import { layerLabel } from '../words';
import type { DetailProps } from './detail-props';
import styles from './details.module.css';

export function Gradients({ trace, plan }: DetailProps) {
  const { layers, clipScale, experiment } = trace;
  const largest = Math.max(...layers.map(({ gradientNorm }) => gradientNorm));
  const scale = percentText(clipScale);
  const limit = experiment.gradientClip;
  return (
    <>
      <table className={styles.bars}>
        <caption className={styles.caption}>{t`Norm of the gradient of each layer’s weights`}</caption>
        <tbody>
          {layers
            .map(({ gradientNorm }, index) => (
              <tr key={index}>
                <th scope="row">{layerLabel(plan, index)}</th>
                <td>
                  <span
                    className={styles.bar}
                    style={{ '--share': gradientNorm / largest } as CSSProperties}
                  />
                </td>
                <td data-value={gradientNorm}>{significantText(gradientNorm, 3)}</td>
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
      {clipScale < 1 && (
        <p
          className={styles.remark}
        >{t`Together they are longer than the limit of ${limit}: all are scaled to ${scale}.`}</p>
      )}
    </>
  );
}
