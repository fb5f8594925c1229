// The same ten test images, reconstructed from the same input by all four networks and by PCA.
import { t } from '@lingui/core/macro';
import type { SampleWords } from '../../../core/samples/words/sample-words';
import { Shuffle } from 'lucide-react';
import { countText, durationRangeText } from '../../../core/number-text';
import { stageText } from '../../../session/engine/notices/words';
import { useSession } from '../../../session/hooks/session-context';
import { useLookAt } from '../../../session/hooks/use-look-at';
import { epochsPerChoice, statusOf } from '../../../session/comparison/comparison';
import { expectedSeconds } from '../../../session/comparison/expected-seconds';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useMeasuredSpeedStore } from '../../../session/hooks/use-measured-speed';
import { useRunStore } from '../../../session/hooks/use-run';
import { useTrialStore, useWatchTrial } from '../../../session/hooks/comparison/use-trial';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../../ui/in-view/in-view';
import { measuredOnText, comparisonSource } from '../words';
import { ImageRows } from './image-rows';
import { InputChoice } from './input-choice';
import styles from './same-images.module.css';
import { useSampleText, useSampleWords } from '../../../session/hooks/datasets/use-dataset';

const looksAt = ['pictures'] as const;

export function SameImages() {
  const { selection, trial } = useSession();
  const say = useSampleText();
  useInViewEffect(useLookAt(looksAt));
  useInViewEffect(useWatchTrial());
  const runs = useWhileInView(useComparisonStore(), (state) => state.runs);
  const isLive = useWhileInView(
    useComparisonStore(),
    (state) => !['none', 'ended'].includes(statusOf(state)),
  );
  return (
    <Card
      source={comparisonSource}
      title={say(({ many }) => t`The same ${many}`)}
      explanation={t`The same test samples, rebuilt by all four networks and by PCA.`}
      term="reconstruction"
      subtitle={runs.length === 0 ? undefined : <MeasuredOn />}
      actions={
        <>
          {runs.length > 0 && <InputChoice />}
          <TextButton
            icon={Shuffle}
            explanation={say(({ many }) => t`Ten other test ${many}, and new samples from all`)}
            disabled={!isLive}
            onClick={() => {
              selection.showOthers();
              trial.drawOthers();
            }}
          >{t`Others`}</TextButton>
        </>
      }
      className={styles.card}
    >
      {runs.length === 0 ? <Intro /> : <ImageRows runs={runs} />}
    </Card>
  );
}

/** Shown before the first start. */
function Intro() {
  const words = useSampleWords();
  const epochs = useWhileInView(useComparisonStore(), (state) => state.epochs);
  const trainCount = useWhileInView(useRunStore(), (run) => run.facts?.trainCount ?? null);
  const stage = useWhileInView(useRunStore(), (run) =>
    run.stage === 'ready' ? null : stageText(run.stageMessage),
  );
  const codeSize = useWhileInView(useComparisonStore(), (state) => state.codeSize);
  const experiment = useExperiment((chosen) => chosen);
  const images = trainCount === null ? null : epochs * epochsPerChoice(trainCount, experiment) * trainCount;
  const expected = useWhileInView(useMeasuredSpeedStore(), (speed) => {
    const seconds = images === null ? null : expectedSeconds(experiment, codeSize, images, speed);
    return seconds && durationRangeText(seconds);
  });
  return (
    <div className={styles.intro}>
      <p className={styles.lead}>{t`One network of each family, trained in turn.`}</p>
      <p>
        {t`All four get the same ${{ many: words.many }} in the same order, the same layers, seed, learning rate and code size. Only what defines each family differs; it is listed under its name above.`}
      </p>
      <p>
        {[
          t`Here you will see the same ten test ${{ many: words.many }} through each of them, as they learn.`,
          ...(images === null ? [] : [howLong(images, expected, words)]),
          t`You can pause at any time.`,
        ].join(' ')}
      </p>
      {stage !== null && (
        <p className={styles.stage} role="status">
          {`${stage}…`}
        </p>
      )}
    </div>
  );
}

/** @param images that each of the four trains on */
function howLong(images: number, expected: string | null, { many }: SampleWords): string {
  const count = countText(images);
  return expected === null
    ? t`4 × ${count} training ${many}; how long this takes is known only after the first steps.`
    : t`4 × ${count} training ${many}: ${expected} at the speed of Train.`;
}

/** What is shown, and what the errors are of. */
function MeasuredOn() {
  const count = useWhileInView(useTrialStore(), (state) => state.images?.count);
  const say = useSampleText();
  return <span>{say(measuredOnText(count))}</span>;
}
