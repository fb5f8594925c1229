// The numbers of the run. Test numbers are measured on the whole test set; only the chart uses the subset.
import { t } from '@lingui/core/macro';
import { captions } from './captions';
import type { SampleWords } from '../../core/samples/words/sample-words';
import { countText, epochText, lossText, meanCountText, significantText } from '../../core/number-text';
import { isNoisy } from '../../catalog/corrupt';
import { meanActive, negativeElbo } from '../../core/run/objective-terms';
import { useExperiment } from '../../session/hooks/use-experiment';
import { ageOf } from '../../session/runs/age';
import { recentBatches, recentTrainLoss } from '../../session/runs/run';
import { useRun } from '../../session/hooks/use-run';
import { ReadOut } from '../../ui/controls/read-out/read-out';
import { classNames } from '../../ui/class-names';
import { LinearDenoiserReadOut, PcaReadOut } from './linear-read-outs';
import styles from './read-outs.module.css';
import { runningLoss, runningMse } from './running-words';
import { StepReadOut, TestReadOut, ValidationReadOut } from './test-read-out';
import { useSampleText } from '../../session/hooks/datasets/use-dataset';

export function ReadOuts() {
  const say = useSampleText();
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  const isSparse = useExperiment(({ sparsity }) => sparsity !== 'none');
  const hasNoise = useExperiment(isNoisy);
  const holdsOut = useExperiment(({ validationShare }) => validationShare > 0);
  return (
    <div
      className={classNames(
        styles.readOuts,
        (isGaussian || isSparse) && styles.full,
        hasNoise && styles.noisy,
      )}
      role="group"
      aria-label={t`Measurements`}
    >
      <StepReadOut />
      <EpochReadOut />
      <TrainLossReadOut />
      <TestReadOut
        name={t`Test loss`}
        term="loss"
        caption={captions.testLoss}
        running={runningLoss}
        select={(test) => test.loss}
        meaning={
          isGaussian
            ? t`What training minimises: reconstruction + beta × KL, in nats`
            : isSparse
              ? t`What training minimises: the chosen loss + weight × sparsity`
              : t`The chosen loss`
        }
      />
      <TestReadOut
        name={t`Test MSE`}
        term="mean-squared-error"
        caption={captions.testMse}
        running={runningMse}
        emphasis
        select={(test) => test.mse}
        meaning={({ value }) => t`Mean squared error of the reconstruction, per ${value}`}
      />
      {isGaussian && (
        <TestReadOut
          name={t`Negative ELBO`}
          term="elbo"
          caption={t`−ELBO, nats`}
          select={(test) => negativeElbo(test.terms)}
          meaning={({ a }) =>
            t`Reconstruction + KL, both with weight 1: a bound on how well the model explains ${a}, lower is better`
          }
        />
      )}
      <PcaReadOut className={styles.pca} />
      <LinearDenoiserReadOut />
      {isSparse && <ActiveUnitsReadOut />}
      <TestReadOut
        name={t`Input MSE`}
        term="corruption"
        ofTheData
        caption={captions.noisyInput}
        className={styles.noisyInput}
        select={(test) => test.inputMse}
        meaning={t`Mean squared error of returning the noisy input unchanged`}
      />
      {/* Baselines make room for what describes the code; `Reconstructions` and the chart show them too. */}
      {!isGaussian && !isSparse && (
        <>
          {holdsOut ? (
            <ValidationReadOut className={styles.least} />
          ) : (
            <TestReadOut
              name={t`Mean image MSE`}
              term="mean-image"
              ofTheData
              caption={say(({ one }) => t`Mean ${one}`)}
              className={styles.least}
              select={(test) => test.meanImageMse}
              meaning={({ one, many }) =>
                t`Mean squared error of answering every ${one} with the average of the ${many} trained on`
              }
            />
          )}
          <TestReadOut
            name={t`Median filter MSE`}
            term="median-filter"
            ofTheData
            className={styles.median}
            caption={t`Median filter`}
            optional
            select={(test) => test.medianMse}
            meaning={t`Mean squared error of a 3 × 3 median filter on the same noisy input`}
          />
        </>
      )}
    </div>
  );
}

function EpochReadOut() {
  const say = useSampleText();
  const epoch = useRun((run) => run.epoch);
  return (
    <ReadOut
      name={t`Epoch`}
      term="epoch"
      exact={epoch}
      explanation={say(({ many }) => t`Epochs: passes over the training ${many}.`)}
      className={styles.epoch}
    >
      {epochText(epoch)}
    </ReadOut>
  );
}

function TrainLossReadOut() {
  const loss = useRun(recentTrainLoss);
  return (
    <ReadOut
      name={t`Train loss`}
      term="loss"
      caption={captions.trainLoss}
      exact={loss ?? undefined}
      explanation={t`Mean of the latest batches (${recentBatches} at most), each before the network learned from it.`}
    >
      {loss === null ? '—' : lossText(loss)}
    </ReadOut>
  );
}

/** Mean number of code units that an image activates. Pale while outdated, like the other test numbers. */
function ActiveUnitsReadOut() {
  const say = useSampleText();
  const statistics = useRun((run) => run.codeStatistics);
  const outdated = useRun((run) => run.testAll?.outdated ?? false);
  const age = useRun((run) => (run.codeStatistics ? ageOf(run.codeStatistics.step, run) : 'current'));
  const active = statistics && meanActive(statistics);
  const where = ({ many }: SampleWords) =>
    statistics === null || outdated
      ? t`being measured`
      : t`mean over all ${{ count: countText(statistics.count) }} test ${many}, at step ${{ step: countText(statistics.step) }}`;
  const threshold =
    statistics === null || statistics.threshold === 0
      ? t`A unit is active where it is not 0`
      : t`A unit is active where it is further from 0 than ${{ threshold: significantText(statistics.threshold) }}`;
  return (
    <ReadOut
      name={t`Active units`}
      term="active-unit"
      exact={outdated ? undefined : (active ?? undefined)}
      caption={
        statistics ? t`Active of ${{ count: countText(statistics.activeShare.length) }}` : t`Active units`
      }
      step={statistics?.step}
      age={age}
      explanation={say(
        (words) =>
          t`Units of the code that one ${{ one: words.one }} activates: ${{ words: where(words) }}. ${threshold}.`,
      )}
      className={classNames(styles.measured, outdated && styles.outdated)}
    >
      {active === null ? '—' : meanCountText(active)}
    </ReadOut>
  );
}
