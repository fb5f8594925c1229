// Where the threshold comes from: a percentile of held-out normal samples, or a value that is typed.
import { t } from '@lingui/core/macro';
import { significantText } from '../../../core/number-text';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { NumberField } from '../../../ui/controls/fields/number-field';
import { Select } from '../../../ui/controls/fields/select';
import styles from './threshold-card.module.css';
import { percentileText, sourceText } from './words';

const offered = [80, 90, 95, 98, 99, 99.5];

export function ThresholdSource() {
  const { setThreshold, setPercentile } = useAnomalyActions();
  const threshold = useAnomalies((state) => state.threshold);
  const isChosen = useAnomalies((state) => state.thresholdOrigin === 'chosen');
  const percentile = useAnomalies((state) => state.percentile);
  const heldOut = useAnomalies(({ network }) => network?.validation?.length ?? 0);
  const to = useAnomalies(({ histogram }) => histogram?.to ?? 0);
  const { many } = useSampleWords();
  const options = [...new Set([...offered, percentile])].sort((a, b) => a - b);
  return (
    <div className={styles.source}>
      <Select
        label={t`Percentile`}
        look="row"
        value={String(percentile)}
        options={options.map((value) => ({ value: String(value), label: percentileText(value) }))}
        explanation={t`The threshold lies above this share of the scores of the held-out normal samples.`}
        {...(heldOut === 0 && {
          disabledReason: t`No samples are held out. “Train on normal” holds some out.`,
        })}
        onChange={(value) => setPercentile(Number(value))}
      />
      <NumberField
        label={t`Typed threshold`}
        value={threshold ?? to}
        min={-1e9}
        max={1e9}
        format={(value) => significantText(value, 4)}
        explanation={t`An exact value for the threshold.`}
        onCommit={setThreshold}
      />
      <p className={styles.note}>
        <span>{sourceText({ isChosen, threshold, percentile, heldOut }, many)}</span>
        {isChosen && heldOut > 0 && (
          <TextButton onClick={() => setThreshold(null)}>{t`Back to the percentile`}</TextButton>
        )}
      </p>
    </div>
  );
}
