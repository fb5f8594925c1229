// Trains the missing rows: how long, how far, and the button that ends it.
import { plural, t } from '@lingui/core/macro';
import { Play, X } from 'lucide-react';
import { useState } from 'react';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { missingRows } from '../../../core/limits/limits-table';
import { countText, percentText } from '../../../core/number-text';
import { rowSteps } from '../../../session/limits/limits-table';
import { useLimits, useLimitsTable } from '../../../session/hooks/limits/use-limits';
import { useEngine } from '../../../session/hooks/use-engine';
import { useRun, useRunStore } from '../../../session/hooks/use-run';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { NumberField } from '../../../ui/controls/fields/number-field';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { texts } from '../words';
import styles from './table.module.css';

interface RowJobProps {
  datasets: readonly DatasetId[];
  name: (id: DatasetId) => string;
}

export function RowJob({ datasets, name }: RowJobProps) {
  const { table } = useLimits();
  const training = useLimitsTable((state) => state.training);
  const rows = useLimitsTable((state) => state.rows);
  const steps = useLimitsTable((state) => state.steps);
  const experiment = useRun((run) => run.experiment);
  const isTrained = useWhileInView(useRunStore(), ({ step }) => step > 0);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const [areStepsValid, setStepsValid] = useState(true);
  const missing = missingRows(rows, experiment, datasets).filter(
    (id) => !isTrained || id !== experiment.dataset,
  );

  if (training !== null) {
    const share = percentText(training.share);
    const row = name(training.dataset);
    const place = training.place + 1;
    const { count } = training;
    const what =
      training.testedOn === null
        ? t`${row}, ${place} of ${count}: step ${{ step: countText(training.step) }} of ${{ steps: countText(training.steps) }}`
        : t`${row}, ${place} of ${count}: testing on ${{ other: name(training.testedOn) }}`;
    return (
      <div className={styles.job}>
        <p className={styles.jobWords}>
          <b>{share}</b>
          <span>{what}</span>
        </p>
        <ProgressTrack label={texts.job} share={training.share} text={`${share}, ${what}`} />
        <TextButton look="plain" icon={X} explanation={texts.cancelExplanation} onClick={table.cancel}>
          {texts.cancel}
        </TextButton>
      </div>
    );
  }
  if (missing.length === 0) return <p className={styles.note}>{texts.nothingMissing}</p>;
  return (
    <div className={styles.job}>
      <NumberField
        label={texts.steps}
        value={steps}
        min={rowSteps.min}
        max={rowSteps.max}
        integer
        explanation={texts.stepsExplanation}
        className={styles.steps}
        onCommit={table.setSteps}
        onValidity={setStepsValid}
      />
      <TextButton
        look="plain"
        icon={Play}
        disabled={!canTrain || !areStepsValid}
        explanation={t`Trains ${{ missing: missing.map(name).join(', ') }}, one after the other, with the settings of Train`}
        onClick={() => table.trainMissing(datasets)}
      >
        {plural(
          { count: missing.length },
          { one: 'Train the missing row', other: 'Train the # missing rows' },
        )}
      </TextButton>
    </div>
  );
}
