// Mean and spread below the table of seeds, and what differs from them by more than that.
import { t } from '@lingui/core/macro';
import { lossText } from '../../../core/number-text';
import { spreadOf } from '../../../core/run/spread/spread';
import { useRun } from '../../../session/hooks/use-run';
import { useSweepDraft } from '../../../session/hooks/sweeps/use-sweep-draft';
import { useSweeps } from '../../../session/hooks/sweeps/use-sweeps';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { seedVerdicts } from './seed-verdicts';
import { meanText, rangeText, seedTexts } from './words';
import text from '../sweep-text.module.css';
import styles from './seed-summary.module.css';

export function SeedSummary({ picked }: { picked: SweepRecord }) {
  const kept = useSweeps(({ sweeps }) => sweeps);
  const hidden = useSweepDraft((draft) => draft.hidden);
  const experiment = useRun((run) => run.experiment);
  const step = useRun((run) => run.step);
  const testMse = useRun(({ testAll, step: now }) =>
    testAll !== null && !testAll.outdated && testAll.evaluation.step === now ? testAll.evaluation.mse : null,
  );
  const spread = spreadOf(picked.points.map((point) => point.testMse));
  if (spread === null) return null;
  const others = kept.filter(
    ({ id, plan, points }) =>
      id !== picked.id &&
      !hidden.includes(id) &&
      plan.setting === 'seed' &&
      points.length > 0 &&
      plan.base.dataset === picked.plan.base.dataset,
  );
  const verdicts = spread.sd === null ? [] : seedVerdicts(picked, others, { experiment, step, testMse });
  return (
    <div className={styles.summary}>
      <dl className={styles.numbers}>
        <dt title={seedTexts.meanExplanation}>{seedTexts.mean}</dt>
        <dd data-mean={spread.mean} data-sd={spread.sd}>
          {meanText(spread)}
        </dd>
        <dt title={seedTexts.rangeExplanation}>{seedTexts.range}</dt>
        <dd title={lossText(spread.max - spread.min)}>{rangeText(spread)}</dd>
        <dt>{t`Seeds`}</dt>
        <dd>{`n = ${spread.count}`}</dd>
      </dl>
      {spread.sd === null ? (
        <p className={text.note}>{seedTexts.tooFew}</p>
      ) : (
        <>
          <ul className={styles.verdicts}>
            {verdicts.map((verdict) => (
              <li key={verdict}>{verdict}</li>
            ))}
          </ul>
          <p className={text.note}>{seedTexts.rule}</p>
        </>
      )}
    </div>
  );
}
