// What counts as normal, the score, and the network that is trained on it.
import { t } from '@lingui/core/macro';
import { anomalyPresetIds, type AnomalyPresetId } from '../../../core/anomaly/presets';
import { scoreKindsOf } from '../../../core/anomaly/score-kind';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useRun } from '../../../session/hooks/use-run';
import { Card } from '../../../ui/controls/card/card';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Select } from '../../../ui/controls/fields/select';
import { presetWords, scoreWords } from '../words';
import { NormalClasses } from './normal-classes';
import styles from './set-up.module.css';
import { TrainOnNormal } from './train-on-normal';

interface SetUpProps {
  preset: AnomalyPresetId;
  onPreset: (preset: AnomalyPresetId) => void;
  /** Whether no class is chosen. */
  isNone: boolean;
  onNone: (isNone: boolean) => void;
  /** Whether the button stands here; before anything is shown it stands in the middle of the view. */
  hasButton: boolean;
}

const presetOptions = anomalyPresetIds.map((value) => ({
  value,
  label: presetWords[value].label,
  explanation: presetWords[value].meaning,
}));

export function SetUp({ preset, onPreset, isNone, onNone, hasButton }: SetUpProps) {
  return (
    <Card
      title={t`What is normal`}
      explanation={t`Which classes count as normal. The network learns from these alone; everything else is an anomaly.`}
      term="anomaly"
      savable={false}
    >
      <div className={styles.form}>
        <NormalClasses isNone={isNone} onNone={onNone} />
        <ScoreChoice />
        <div>
          <div className={styles.label} aria-hidden="true">{t`Network`}</div>
          <SegmentedRadio
            label={t`Network`}
            value={preset}
            options={presetOptions}
            onChange={onPreset}
            className={styles.wide}
          />
          <p className={styles.note}>{presetWords[preset].meaning}</p>
        </div>
        {hasButton && <TrainOnNormal preset={preset} isNone={isNone} className={styles.wide} />}
      </div>
    </Card>
  );
}

function ScoreChoice() {
  const { chooseScore } = useAnomalyActions();
  const score = useAnomalies((state) => state.score);
  const codeKind = useRun((run) => run.experiment.codeKind);
  const outputActivation = useRun((run) => run.experiment.outputActivation);
  const offered = scoreKindsOf({ codeKind, outputActivation });
  return (
    <Select
      label={t`Score`}
      value={score}
      options={offered.map((value) => ({ value, label: scoreWords[value].label }))}
      explanation={t`The number that decides whether a sample is an anomaly: higher is more anomalous.`}
      remarks={[scoreWords[score].meaning]}
      onChange={chooseScore}
    />
  );
}
