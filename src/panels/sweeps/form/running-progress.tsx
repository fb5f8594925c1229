// Progress of the running sweep, and the buttons that pause or stop it.
import { t } from '@lingui/core/macro';
import { Pause, Play, X } from 'lucide-react';
import { countText, durationRangeText, percentText, valueText } from '../../../core/number-text';
import { useSession } from '../../../session/hooks/session-context';
import { useSweeps } from '../../../session/hooks/sweeps/use-sweeps';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { settingWords } from '../words';
import styles from './running-progress.module.css';

export function RunningProgress() {
  const { sweeps } = useSession();
  const running = useSweeps((state) => state.running);
  const record = useSweeps(({ sweeps: kept }) => kept.find(({ id }) => id === running?.id));
  if (running === null || record === undefined) return null;
  const isPaused = record.status === 'paused';
  const left = isPaused
    ? t({ message: 'paused', comment: 'The training of a comparison or a sweep' })
    : running.secondsLeft === null
      ? t`measuring how long it takes…`
      : t`${{ secondsLeft: durationRangeText(running.secondsLeft) }} left`;
  const share = percentText(running.share);
  const { values, setting } = record.plan;
  return (
    <div>
      <p className={styles.runningWords}>
        <b>{share}</b>
        <span>{` · ${left}`}</span>
      </p>
      <ProgressTrack label={t`Sweep`} share={running.share} text={`${share}, ${left}`} />
      <p className={styles.stepNote}>
        {t`${{ setting: settingWords[setting].label }} ${{ value: valueText(running.value) }} (${{ place: values.indexOf(running.value) + 1 }} of ${{ count: values.length }}), step ${{ step: countText(running.step) }} of ${{ steps: countText(running.steps) }}`}
      </p>
      <div className={styles.buttons}>
        {isPaused ? (
          <TextButton look="plain" icon={Play} onClick={() => sweeps.goOn()}>{t`Go on`}</TextButton>
        ) : (
          <TextButton look="plain" icon={Pause} onClick={() => sweeps.pause()}>{t`Pause`}</TextButton>
        )}
        <TextButton
          look="plain"
          icon={X}
          explanation={t`Stop; finished values are kept`}
          onClick={() => sweeps.cancel()}
        >{t`Cancel`}</TextButton>
      </div>
    </div>
  );
}
