// The numbers of one sweep, to copy or save, and a sentence on where a linear method is ahead.
import { t } from '@lingui/core/macro';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { penaltyOf } from '../../../core/experiment/rules';
import { lossText, valueText } from '../../../core/number-text';
import { experimentAt, linearErrors } from '../../../core/sweep/sweep';
import { sweepTable } from '../../../core/sweep/sweep-table';
import { useSweeps } from '../../../session/hooks/sweeps/use-sweeps';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { Card } from '../../../ui/controls/card/card';
import { Exports } from '../../../ui/export/offers';
import { keptByPca, sorted } from '../shown-sweeps';
import { beingComputedText, settingWords } from '../words';
import { SeedSummary } from '../seeds/seed-summary';
import { linearAheadText, ratioText } from './linear-lead';
import text from '../sweep-text.module.css';
import styles from './sweep-numbers.module.css';

export function SweepNumbers({ picked }: { picked: SweepRecord }) {
  const isComputing = useSweeps(({ computing }) => computing === picked.id);
  const { setting } = picked.plan;
  const rows = sorted(picked.points).map((point) => ({
    ...point,
    ...linearErrors(point),
    best: linearErrors(point).denoiser ?? linearErrors(point).pca,
    size: point.linear?.size ?? null,
    meanImageMse: point.linear?.pcaMse[0] ?? null,
    keptByPca: keptByPca(point),
    penalty: penaltyOf(experimentAt(picked.plan, point.value)),
  }));
  const hasDenoiser = rows.some(({ denoiser }) => denoiser !== null);
  const { data } = picked;
  const isOfSeeds = setting === 'seed';
  const ahead = isOfSeeds
    ? null
    : linearAheadText(setting, rows, sampleWords(data ? sampleKind(data.shape) : undefined));

  return (
    <Card
      title={t`Numbers`}
      explanation={t`The error of each network of the sweep, beside that of PCA with as many numbers.`}
      term="reconstruction-error"
      source={picked.name}
      className={styles.numbersCard}
    >
      <Exports
        offer={() => (rows.length === 0 ? null : { name: t`Sweep`, table: () => sweepTable(picked) })}
      />
      <p className={text.note}>{picked.name}</p>
      <table className={styles.table} data-export="omit">
        <thead>
          <tr>
            <th scope="col">{settingWords[setting].label}</th>
            <th scope="col">{t`Test MSE`}</th>
            <th scope="col">PCA</th>
            {hasDenoiser && (
              <th
                scope="col"
                title={t`The best linear denoiser for this noise, with as many numbers in its code`}
              >{t`Linear`}</th>
            )}
            <th
              scope="col"
              title={hasDenoiser ? t`Against the linear denoiser` : t`Against PCA`}
            >{t`Ratio`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, testMse, pca, best }) => (
            <tr key={value}>
              <th scope="row">{valueText(value)}</th>
              <td data-value={testMse}>{lossText(testMse)}</td>
              <LinearCell mse={pca} isComputing={isComputing} />
              {/* Without noise, at level 0, the linear denoiser is PCA. */}
              {hasDenoiser && <LinearCell mse={best} isComputing={isComputing} />}
              <td className={testMse > (best ?? Infinity) ? styles.behind : undefined}>
                {ratioText(testMse, best)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOfSeeds && <SeedSummary picked={picked} />}
      {ahead !== null && <p className={styles.ahead}>{ahead}</p>}
    </Card>
  );
}

/** Of a method that takes seconds to minutes: whether its number is on its way. */
function LinearCell({ mse, isComputing }: { mse: number | null; isComputing: boolean }) {
  if (mse !== null) return <td>{lossText(mse)}</td>;
  return isComputing ? <td title={beingComputedText}>…</td> : <td>—</td>;
}
