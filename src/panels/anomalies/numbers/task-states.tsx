// How far the scores and the baselines are, and what can be done when they failed.
import { t } from '@lingui/core/macro';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { percentText } from '../../../core/number-text';
import { analysisProgressText } from '../../../session/analysis/words';
import { failureText } from '../../../session/engine/notices/words';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import type { TaskState } from '../../../session/tasks/task';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Notice } from '../../../ui/controls/notice/notice';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import styles from './numbers.module.css';

export function ScoringState() {
  const { retryScores } = useAnomalyActions();
  const state = useAnomalies(({ scoring }) => scoring);
  return <TaskLine name={t`The scores`} state={state} onRetry={retryScores} />;
}

export function BaselinesState() {
  const { cancelBaselines, retryBaselines } = useAnomalyActions();
  const state = useAnomalies(({ baselines }) => baselines);
  return (
    <TaskLine
      name={t`The methods without a network`}
      state={state}
      onRetry={retryBaselines}
      onCancel={cancelBaselines}
    />
  );
}

interface TaskLineProps {
  name: string;
  state: TaskState;
  onRetry: () => void;
  onCancel?: () => void;
}

function TaskLine({ name, state: { progress, failure }, onRetry, onCancel }: TaskLineProps) {
  const words = useSampleWords();
  if (failure !== null)
    return (
      <Notice
        kind="error"
        message={t`${name} could not be computed.`}
        detail={failureText(failure)}
        action={{ label: t`Retry`, onClick: onRetry }}
        className={styles.notice}
      />
    );
  if (progress === null) return null;
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <span>{analysisProgressText(progress, words)}</span>
        {onCancel && <TextButton label={t`Cancel: ${name}`} onClick={onCancel}>{t`Cancel`}</TextButton>}
      </div>
      <ProgressTrack label={name} share={progress.share} text={percentText(progress.share)} />
    </div>
  );
}
