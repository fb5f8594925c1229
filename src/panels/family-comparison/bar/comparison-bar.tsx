// The comparison's settings, its training buttons, and the overall progress of the four runs.
import { plural, t } from '@lingui/core/macro';
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

const start = t`Train the four families`;
const buttons: Record<ComparisonStatus, { label: string; explanation: string }> = {
  none: { label: start, explanation: t`Builds four networks and trains them in turn` },
  training: { label: t`Pause`, explanation: t`Pause all four (Space)` },
  paused: { label: t`Continue`, explanation: t`Continue training all four (Space)` },
  finished: { label: start, explanation: t`Start over with four untrained networks` },
  ended: { label: start, explanation: t`Start over with four untrained networks` },
};

export function ComparisonTransport() {
  const { comparison, families } = useSession();
  const status = useComparison(statusOf);
  const canTrain = useEngine((engine) => engine.phase === 'running');
  const hasData = useRun((run) => run.facts !== null);
  const { label, explanation } = buttons[status];
  const isLive = status === 'training' || status === 'paused';
  return (
    <div className={styles.transport} role="group" aria-label={t`Training of the four`}>
      <TransportButton
        look="primary"
        label={label}
        icon={status === 'training' ? Pause : Play}
        explanation={explanation}
        keyShortcut={t`Space`}
        disabled={!canTrain || !hasData}
        className={styles.train}
        onClick={families.toggle}
      />
      <TransportButton
        label={t`Stop`}
        icon={Square}
        explanation={t`Stop all four; their pictures and numbers are kept`}
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
    explanation: plural(
      { choice: choice * perChoice },
      { one: `Every training ${one} once`, other: `Every training ${one} # times` },
    ),
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
        <span className={styles.label} aria-hidden="true">{t`Epochs`}</span>
        <SegmentedRadio
          label={t`Epochs`}
          value={String(epochs) as `${Epochs}`}
          options={epochOptionsOf(perChoice, words)}
          onChange={(value) => comparison.chooseEpochs(Number(value) as Epochs)}
        />
      </div>
      <Slider
        label={t`Shared code size`}
        value={chosen ?? followed}
        min={1}
        max={longestPlainCode}
        step={1}
        scale="log"
        explanation={t`How many numbers each of the four squeezes ${{ a: words.a }} into. Takes effect at the next start.`}
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
    training: left === null ? t`measuring how long it takes…` : t`${left} left`,
    paused: t({ message: 'paused', comment: 'The training of a comparison or a sweep' }),
    finished: t({ message: 'finished', comment: 'The training of a comparison or a sweep' }),
    ended: t({ message: 'ended', comment: 'The training of a comparison or a sweep' }),
  };
  return (
    <div className={styles.overall}>
      <p className={styles.words}>
        <b>{percentText(share)}</b>
        <span>{` ${t`of all four`} · ${when[status]}`}</span>
      </p>
      <ProgressTrack label={t`All four`} share={share} text={`${percentText(share)}, ${when[status]}`} />
    </div>
  );
}
