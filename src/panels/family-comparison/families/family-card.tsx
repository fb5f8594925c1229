// The card of one family: what it is for, its defining settings, its numbers, samples and progress.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { families, type FamilyId } from '../../../catalog/families/registry';
import { otherStepText } from '../../../core/number-text';
import { isDone, shareDone, statusOf } from '../../../session/comparison/comparison';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useTrialStore } from '../../../session/hooks/comparison/use-trial';
import { familyRuns, ofFamily } from '../../../session/comparison/families';
import { useExperiment } from '../../../session/hooks/use-experiment';
import type { Run } from '../../../session/runs/run';
import { classNames } from '../../../ui/class-names';
import { Card } from '../../../ui/controls/card/card';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { useWhileInView } from '../../../ui/in-view/in-view';
import styles from './family-card.module.css';
import { FamilyScope } from '../family-scope';
import { doingText, samplesText, whatDiffers, comparisonSource } from '../words';
import { activeUnits, ownNumber, testError } from './family-numbers';
import { NumberLines } from './number-lines';
import { Purpose } from './purpose';
import { SamplesRow } from './samples-row';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

export function FamilyCard({ family }: { family: FamilyId }) {
  const say = useSampleText();
  const hasRuns = useWhileInView(useComparisonStore(), (state) => state.runs.length > 0);
  return (
    <FamilyScope family={family} className={styles.place}>
      <Card title={families[family].label} term={family} source={comparisonSource} className={styles.card}>
        <Purpose of={family} />
        <Differs family={family} />
        {hasRuns ? (
          <Running family={family} />
        ) : (
          <p className={styles.summary}>{say(families[family].summary)}</p>
        )}
      </Card>
    </FamilyScope>
  );
}

function Differs({ family }: { family: FamilyId }) {
  const store = useComparisonStore();
  const codeSize = useWhileInView(store, (state) => state.codeSize);
  const own = useWhileInView(store, (state) => ofFamily(state.runs, family)?.run.experiment);
  const beside = useWhileInView(store, (state) => ofFamily(state.runs, 'undercomplete')?.run.experiment);
  const chosen = useExperiment((experiment) => experiment);
  const planned = useMemo(() => familyRuns(chosen, codeSize), [chosen, codeSize]);
  const experiment = own ?? ofFamily(planned, family)?.experiment;
  const undercomplete = beside ?? ofFamily(planned, 'undercomplete')?.experiment;
  if (!experiment || !undercomplete) return null;
  return <p className={styles.differs}>{whatDiffers(experiment, undercomplete)}</p>;
}

function Running({ family }: { family: FamilyId }) {
  const record = useWhileInView(useComparisonStore(), (state) => ofFamily(state.runs, family));
  const epochs = useWhileInView(useComparisonStore(), (state) => state.epochs);
  const isTraining = useWhileInView(useComparisonStore(), (state) => statusOf(state) === 'training');
  const say = useSampleText();
  if (!record) return null;
  const { run } = record;
  const isBroken = record.refusal !== null || run.diverged !== null;
  const share = shareDone(record, epochs);
  const { label } = families[family];
  const text = say(doingText(record, epochs, isTraining));
  return (
    <>
      <NumberLines
        numbers={[testError(run), activeUnits(run), ownNumber(family, record)]}
        currentStep={run.step}
      />
      <Samples family={family} run={run} />
      <div className={styles.progress}>
        <ProgressTrack label={t`Progress of ${label}`} share={share} text={text} />
      </div>
      <p
        className={classNames(styles.doing, isBroken && styles.broken)}
        role={isBroken ? 'alert' : undefined}
        data-done={isDone(record, epochs)}
      >
        {text}
      </p>
    </>
  );
}

function Samples({ family, run }: { family: FamilyId; run: Run }) {
  const sampled = useWhileInView(useTrialStore(), (state) => state.answers[run.runId]?.sampled ?? null);
  const step = sampled && otherStepText(sampled.step, run.step);
  return (
    <SamplesRow
      label={t`Samples of ${{ family: families[family].label }}`}
      images={sampled?.images ?? null}
      shape={run.facts?.dataset.shape}
      from={samplesText(sampled?.fittedTo ?? null)}
      step={step}
    />
  );
}
