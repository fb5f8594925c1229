// The button that trains on what is normal; while that goes on, how far it is.
import { t } from '@lingui/core/macro';
import { Play, Pause } from 'lucide-react';
import type { AnomalyPresetId } from '../../../core/anomaly/presets';
import { percentText } from '../../../core/number-text';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useSession } from '../../../session/hooks/session-context';
import { useEngine } from '../../../session/hooks/use-engine';
import { useRun } from '../../../session/hooks/use-run';
import { TextButton, TransportButton } from '../../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import styles from './set-up.module.css';
import { noneText, trainExplanation, trainingText } from './words';

interface TrainOnNormalProps {
  preset: AnomalyPresetId;
  /** Whether no class is chosen. */
  isNone: boolean;
  className?: string | undefined;
}

export function TrainOnNormal({ preset, isNone, className }: TrainOnNormalProps) {
  const { trainOnNormal } = useAnomalyActions();
  const training = useAnomalies((state) => state.training);
  const canTrain = useEngine(({ phase }) => phase === 'running');
  const hasData = useRun((run) => run.facts !== null);
  if (training !== null) return <Training epochs={training.epochs} />;
  return (
    <TransportButton
      look="primary"
      label={t`Train on normal`}
      icon={Play}
      explanation={isNone ? noneText : canTrain && hasData ? trainExplanation : t`The data is still loading.`}
      disabled={!canTrain || !hasData || isNone}
      className={className}
      onClick={() => trainOnNormal(preset)}
    />
  );
}

function Training({ epochs }: { epochs: number | null }) {
  const { run } = useSession();
  const epoch = useRun((state) => state.epoch);
  const share = epochs === null ? null : Math.min(1, epoch / epochs);
  const text = trainingText(epoch, epochs);
  return (
    <div className={styles.training}>
      <p className={styles.trainingWords}>
        {share !== null && <b>{`${percentText(share)} `}</b>}
        <span>{text}</span>
      </p>
      <ProgressTrack label={t`Training on normal`} share={share} text={text} />
      <TextButton
        look="plain"
        icon={Pause}
        label={t`Pause training`}
        onClick={run.toggle}
      >{t`Pause`}</TextButton>
    </div>
  );
}
