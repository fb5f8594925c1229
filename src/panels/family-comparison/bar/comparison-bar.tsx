// The comparison's settings, its training buttons, and the overall progress of the four runs.
import type { SampleWords } from '../../../core/samples/words/sample-words';
import { Pause, Play, Square } from 'lucide-react';
import { longestPlainCode } from '../../../core/experiment/rules';
import { countText, durationRangeText, percentText } from '../../../core/number-text';
import { useSession } from '../../../session/hooks/session-context';
import {
  overallProgress,
  epochChoices,
  epochsPerChoice,
  statusOf,
  type ComparisonStatus,
  type Epochs,
} from '../../../session/comparison/comparison';
import { sharedCodeSize } from '../../../session/comparison/families';
import { useComparison } from '../../../session/hooks/use-comparison';
import { useEngine } from '../../../session/hooks/use-engine';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRun } from '../../../session/hooks/use-run';
import { TransportButton } from '../../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { Slider } from '../../../ui/controls/slider/slider';
import styles from './comparison-bar.module.css';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';

const start = 'Train the four families';
const buttons: Record<ComparisonStatus, { label: string; explanation: string }> = {
  none: { label: start, explanation: 'Builds four networks and trains them in turns' },
  training: { label: 'Pause', explanation: 'Pause all four (Space)' },
  paused: { label: 'Continue', explanation: 'Train the four on from where they stand (Space)' },
  finished: { label: start, explanation: 'Start over with four untrained networks' },
  ended: { label: start, explanation: 'Start over with four untrained networks' },
};

export function ComparisonTransport() {
  const { comparison, families } = useSession();
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
        onClick={families.toggle}
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

/** @param perChoice epochs that each choice stands for */
function epochOptionsOf(perChoice: number, { one }: SampleWords) {
  return epochChoices.map((choice) => ({
    value: String(choice) as `${Epochs}`,
    label: countText(choice * perChoice),
    explanation:
      choice * perChoice === 1
        ? `Every training ${one} once`
        : `Every training ${one} ${countText(choice * perChoice)} times`,
  }));
}

export function ComparisonChoices() {
  const { comparison } = useSession();
  const epochs = useComparison((state) => state.epochs);
  const chosen = useComparison((state) => state.codeSize);
  const followed = useExperiment(sharedCodeSize);
  const perChoice = useRun(({ facts, experiment }) =>
    facts === null ? 1 : epochsPerChoice(facts.trainCount, experiment),
  );
  const words = useSampleWords();
  return (
    <div className={styles.choices}>
      <div className={styles.epochs}>
        <span className={styles.label} aria-hidden="true">
          Epochs
        </span>
        <SegmentedRadio
          label="Epochs"
          value={String(epochs) as `${Epochs}`}
          options={epochOptionsOf(perChoice, words)}
          onChange={(value) => comparison.chooseEpochs(Number(value) as Epochs)}
        />
      </div>
      <Slider
        label="Shared code size"
        value={chosen ?? followed}
        min={1}
        max={longestPlainCode}
        step={1}
        scale="log"
        explanation={`How many numbers each of the four squeezes ${words.a} into. Counts from the next start.`}
        onChange={comparison.chooseCodeSize}
        className={styles.codeSize}
      />
    </div>
  );
}

/** Empty before the first start; then a bar with its percentage and the remaining time. */
export function OverallProgress() {
  const status = useComparison(statusOf);
  // Rounded to whole per cent and seconds, so that most steps cause no render.
  const share = useComparison((state) => Math.floor(100 * overallProgress(state).share) / 100);
  const left = useComparison((state) => {
    const { secondsLeft } = overallProgress(state);
    return secondsLeft === null ? null : durationRangeText(secondsLeft);
  });
  if (status === 'none') return null;
  const when: Record<Exclude<ComparisonStatus, 'none'>, string> = {
    training: left === null ? 'measuring how long it takes …' : `${left} left`,
    paused: 'paused',
    finished: 'finished',
    ended: 'ended',
  };
  return (
    <div className={styles.overall}>
      <p className={styles.words}>
        <b>{percentText(share)}</b>
        <span>{` of all four · ${when[status]}`}</span>
      </p>
      <ProgressTrack label="All four" share={share} text={`${percentText(share)}, ${when[status]}`} />
    </div>
  );
}
