// The numbers of the run. Test numbers are measured on the whole test set; only the chart uses the subset.
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
      aria-label="Measurements"
    >
      <StepReadOut />
      <EpochReadOut />
      <TrainLossReadOut />
      <TestReadOut
        name="Test loss"
        running={runningLoss}
        select={(test) => test.loss}
        meaning={
          isGaussian
            ? 'What training minimises: reconstruction + beta × KL, in nats'
            : isSparse
              ? 'What training minimises: the chosen loss + weight × sparsity'
              : 'The chosen loss'
        }
      />
      <TestReadOut
        name="Test MSE"
        running={runningMse}
        emphasis
        select={(test) => test.mse}
        meaning={({ value }) => `Mean squared error of the reconstruction, per ${value}`}
      />
      {isGaussian && (
        <TestReadOut
          name="Negative ELBO"
          caption="−ELBO, nats"
          select={(test) => negativeElbo(test.terms)}
          meaning={({ a }) =>
            `Reconstruction + KL, both with weight 1: a bound on how well the model explains ${a}, lower is better`
          }
        />
      )}
      <PcaReadOut />
      <LinearDenoiserReadOut />
      {isSparse && <ActiveUnitsReadOut />}
      <TestReadOut
        name="Input MSE"
        ofTheData
        caption="Noisy input"
        className={styles.noisyInput}
        select={(test) => test.inputMse}
        meaning="Mean squared error of returning the noisy input unchanged"
      />
      {/* Baselines make room for what describes the code; `Reconstructions` and the chart show them too. */}
      {!isGaussian && !isSparse && (
        <>
          {holdsOut ? (
            <ValidationReadOut className={styles.least} />
          ) : (
            <TestReadOut
              name="Mean image MSE"
              ofTheData
              caption={say(({ one }) => `Mean ${one}`)}
              className={styles.least}
              select={(test) => test.meanImageMse}
              meaning={({ one, many }) =>
                `Mean squared error of answering every ${one} with the average of the ${many} trained on`
              }
            />
          )}
          <TestReadOut
            name="Median filter MSE"
            ofTheData
            className={styles.median}
            caption="Median filter"
            optional
            select={(test) => test.medianMse}
            meaning="Mean squared error of a 3 × 3 median filter on the same noisy input"
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
      name="Epoch"
      exact={epoch}
      explanation={say(({ many }) => `Epochs: passes over the training ${many}.`)}
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
      name="Train loss"
      exact={loss ?? undefined}
      explanation={`Mean of the latest batches (${recentBatches} at most), each before the network learned from it.`}
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
      ? 'being measured'
      : `mean over all ${countText(statistics.count)} test ${many}, at step ${countText(statistics.step)}`;
  const threshold =
    statistics === null || statistics.threshold === 0
      ? 'A unit is active where it is not 0'
      : `A unit is active where it is further from 0 than ${significantText(statistics.threshold)}`;
  return (
    <ReadOut
      name="Active units"
      exact={outdated ? undefined : (active ?? undefined)}
      caption={statistics ? `Active of ${countText(statistics.activeShare.length)}` : 'Active units'}
      step={statistics?.step}
      age={age}
      explanation={say(
        (words) => `Units of the code that one ${words.one} activates: ${where(words)}. ${threshold}.`,
      )}
      className={classNames(styles.measured, outdated && styles.outdated)}
    >
      {active === null ? '—' : meanCountText(active)}
    </ReadOut>
  );
}
