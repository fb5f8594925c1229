// What is compared, the buttons that train it, and how far the four are together.
import { Pause, Play, Square } from 'lucide-react';
import { longestPlainCode } from '../../core/rules';
import { percentText } from '../../core/number-text';
import { comparison } from '../../session/actions';
import {
  overallProgress,
  passChoices,
  statusOf,
  type ComparisonStatus,
  type Passes,
} from '../../session/comparison';
import { sharedCodeSize } from '../../session/comparison-experiments';
import { durationText } from '../../session/comparison-pace';
import { useComparison } from '../../session/comparison-store';
import { useEngine } from '../../session/engine-store';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { TransportButton } from '../../ui/controls/buttons';
import { ProgressTrack } from '../../ui/controls/progress-track';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import { Slider } from '../../ui/controls/slider';
import styles from './comparison-bar.module.css';

const start = 'Train the four families';
const buttons: Record<ComparisonStatus, { label: string; explanation: string }> = {
  none: { label: start, explanation: 'Builds four networks and trains them in turns' },
  training: { label: 'Pause', explanation: 'Pause all four (Space)' },
  paused: { label: 'Continue', explanation: 'Train the four on from where they stand (Space)' },
  finished: { label: start, explanation: 'Begin anew with four untrained networks' },
  ended: { label: start, explanation: 'Begin anew with four untrained networks' },
};

export function ComparisonTransport() {
  const status = useComparison(statusOf);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const hasData = useRun((run) => run.facts !== null);
  const { label, explanation } = buttons[status];
  const isLive = status === 'training' || status === 'paused';
  return (
    <div className={styles.transport} role="group" aria-label="Training of the four">
      <TransportButton
        look="primary"
        label={label}
        icon={status === 'training' ? Pause : Play}
        explanation={explanation}
        keyShortcut="Space"
        disabled={!canTrain || !hasData}
        className={styles.train}
        onClick={comparison.toggle}
      />
      <TransportButton
        label="Stop"
        icon={Square}
        explanation="End the four; their pictures and numbers stay"
        disabled={!isLive}
        onClick={comparison.stop}
      />
    </div>
  );
}

const passOptions = passChoices.map((passes) => ({
  value: String(passes) as `${Passes}`,
  label: String(passes),
  explanation: passes === 1 ? 'Every training image once' : `Every training image ${passes} times`,
}));

export function ComparisonChoices() {
  const passes = useComparison((state) => state.passes);
  const chosen = useComparison((state) => state.codeSize);
  const followed = useExperiment(sharedCodeSize);
  return (
    <div className={styles.choices}>
      <div className={styles.passes}>
        <span className={styles.label} aria-hidden="true">
          Passes
        </span>
        <SegmentedRadio
          label="Passes"
          value={String(passes) as `${Passes}`}
          options={passOptions}
          onChange={(value) => comparison.choosePasses(Number(value) as Passes)}
        />
      </div>
      <Slider
        label="Shared code size"
        value={chosen ?? followed}
        min={1}
        max={longestPlainCode}
        step={1}
        scale="log"
        explanation="How many numbers each of the four squeezes an image into. Counts from the next start."
        onChange={comparison.chooseCodeSize}
        className={styles.codeSize}
      />
    </div>
  );
}

/** Before the first start nothing; then a bar, its share, and how long it will take. */
export function OverallProgress() {
  const status = useComparison(statusOf);
  // Whole per cents and rounded seconds: most steps change nothing here.
  const share = useComparison((state) => Math.floor(100 * overallProgress(state).share) / 100);
  const left = useComparison((state) => {
    const { secondsLeft } = overallProgress(state);
    return secondsLeft === null ? null : durationText(secondsLeft);
  });
  if (status === 'none') return null;
  const when: Record<Exclude<ComparisonStatus, 'none'>, string> = {
    training: left === null ? 'measuring how long it takes …' : `about ${left} left`,
    paused: 'paused',
    finished: 'finished',
    ended: 'ended',
  };
  return (
    <div className={styles.overall}>
      <p className={styles.words}>
        <b>{percentText(share)}</b> of all four · {when[status]}
      </p>
      <ProgressTrack label="All four" share={share} text={`${percentText(share)}, ${when[status]}`} />
    </div>
  );
}
