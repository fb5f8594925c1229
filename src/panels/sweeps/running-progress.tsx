// How far the running sweep is, and the buttons that hold it.
import { Pause, Play, X } from 'lucide-react';
import { countText, percentText } from '../../core/number-text';
import { sweeps } from '../../session/actions';
import { durationText } from '../../session/comparison-pace';
import { useSweeps } from '../../session/sweep-store';
import { TextButton } from '../../ui/controls/buttons';
import { ProgressTrack } from '../../ui/controls/progress-track';
import { sweptLabels, valueText } from './sweep-words';
import styles from './sweeps.module.css';

export function RunningProgress() {
  const running = useSweeps((state) => state.running);
  const record = useSweeps(({ sweeps: kept }) => kept.find(({ id }) => id === running?.id));
  if (running === null || record === undefined) return null;
  const isPaused = record.status === 'paused';
  const left = isPaused
    ? 'paused'
    : running.secondsLeft === null
      ? 'measuring how long it takes …'
      : `about ${durationText(running.secondsLeft)} left`;
  const share = percentText(running.share);
  const { values, setting } = record.plan;
  return (
    <div className={styles.running}>
      <p className={styles.runningWords}>
        <b>{share}</b> · {left}
      </p>
      <ProgressTrack label="Sweep" share={running.share} text={`${share}, ${left}`} />
      <p className={styles.note}>
        {sweptLabels[setting]} {valueText(running.value)} ({values.indexOf(running.value) + 1} of{' '}
        {values.length}) , step {countText(running.step)} of {countText(running.steps)}
      </p>
      <div className={styles.buttons}>
        {isPaused ? (
          <TextButton look="plain" icon={Play} onClick={() => sweeps.goOn()}>
            Go on
          </TextButton>
        ) : (
          <TextButton look="plain" icon={Pause} onClick={() => sweeps.pause()}>
            Pause
          </TextButton>
        )}
        <TextButton
          look="plain"
          icon={X}
          explanation="End it; values that are finished stay"
          onClick={() => sweeps.cancel()}
        >
          Cancel
        </TextButton>
      </div>
    </div>
  );
}
