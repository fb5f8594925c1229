// The numbers of the run. What is called test is measured on the whole test set; the subset is for the chart alone.
import type { Evaluation } from '../../core/engine-api';
import { countText, lossText, otherStepText, percentText, significantText } from '../../core/number-text';
import { meanActive, negativeElbo } from '../../core/terms';
import { useExperiment } from '../../session/experiment-store';
import { usePcaMse } from '../../session/pca-mse';
import { usePca } from '../../session/pca-store';
import { recentBatches, recentTrainLoss } from '../../session/run';
import { useRun } from '../../session/run-store';
import { ReadOut } from '../../ui/controls/read-out';
import { classNames } from '../../ui/class-names';
import styles from './read-outs.module.css';

export function ReadOuts() {
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  const isSparse = useExperiment(({ sparsity }) => sparsity !== 'none');
  return (
    <div
      className={classNames(styles.readOuts, (isGaussian || isSparse) && styles.full)}
      role="group"
      aria-label="Measurements"
    >
      <StepReadOut />
      <EpochReadOut />
      <TrainLossReadOut />
      <TestReadOut
        name="Test loss"
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
        emphasis
        select={(test) => test.mse}
        meaning="Mean squared error of the reconstruction, per pixel"
      />
      {isGaussian && (
        <TestReadOut
          name="Negative ELBO"
          caption="−ELBO, nats"
          select={(test) => negativeElbo(test.terms)}
          meaning="Reconstruction + KL, both with weight 1: a bound on how well the model explains an image, lower is better"
        />
      )}
      <PcaReadOut />
      {isSparse && <ActiveUnitsReadOut />}
      <TestReadOut
        name="Input MSE"
        caption="Doing nothing"
        className={styles.doingNothing}
        select={(test) => test.inputMse}
        meaning="Mean squared error of handing back the input as it came, noise and all"
      />
      {/* Baselines give way to what tells of the code; `Reconstructions` and the chart show them as well. */}
      {!isGaussian && !isSparse && (
        <>
          <TestReadOut
            name="Mean image MSE"
            caption="Mean image"
            className={styles.least}
            select={(test) => test.meanImageMse}
            meaning="Mean squared error of answering every image with the average training image"
          />
          <TestReadOut
            name="Median filter MSE"
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

function StepReadOut() {
  const step = useRun((run) => run.step);
  return (
    <ReadOut name="Step" exact={step} explanation="Batches the network has been trained on.">
      {countText(step)}
    </ReadOut>
  );
}

function EpochReadOut() {
  const epoch = useRun((run) => run.epoch);
  return (
    <ReadOut
      name="Epoch"
      exact={epoch}
      explanation="Passes over all training images."
      className={styles.epoch}
    >
      {epoch.toFixed(epoch < 10 ? 2 : 1)}
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

/** The linear answer at the code size that is chosen: it moves with the bottleneck at once. */
function PcaReadOut() {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const mse = usePcaMse();
  const progress = usePca((pca) => pca.progress);
  const failure = usePca((pca) => pca.failure);
  const found = `Mean squared error of PCA with ${codeSize} ${codeSize === 1 ? 'component' : 'components'}, per pixel, on all test images without noise: exact, fitted to all training images.`;
  const explanation =
    mse !== null
      ? found
      : (failure ?? `PCA of all training images: ${progress?.message ?? 'waits for them'}.`);
  return (
    <ReadOut name="PCA test MSE" caption="PCA" exact={mse ?? undefined} explanation={explanation}>
      {mse !== null ? lossText(mse) : progress === null ? '—' : percentText(progress.share)}
    </ReadOut>
  );
}

/** How many units of the code an image lights, on average. It pales like the numbers it is measured with. */
function ActiveUnitsReadOut() {
  const statistics = useRun((run) => run.codeStatistics);
  const outdated = useRun((run) => run.testAll?.outdated ?? false);
  const active = statistics && meanActive(statistics);
  const where =
    statistics === null || outdated
      ? 'being measured'
      : `mean over all ${countText(statistics.count)} test images, at step ${countText(statistics.step)}`;
  const threshold =
    statistics === null || statistics.threshold === 0
      ? 'A unit is active where it is not 0'
      : `A unit is active where it is further from 0 than ${significantText(statistics.threshold)}`;
  return (
    <ReadOut
      name="Active units"
      exact={outdated ? undefined : (active ?? undefined)}
      caption={statistics ? `Active of ${countText(statistics.activeShare.length)}` : 'Active units'}
      explanation={`Units of the code that one image lights: ${where}. ${threshold}.`}
      className={classNames(styles.measured, outdated && styles.outdated)}
    >
      {active === null ? '—' : active.toFixed(active < 100 ? 1 : 0)}
    </ReadOut>
  );
}

interface TestReadOutProps {
  name: string;
  caption?: string;
  /** The one that matters most; it also tells the step of all of them. */
  emphasis?: boolean;
  /** Not shown at all where there is nothing to measure. */
  optional?: boolean;
  select: (evaluation: Evaluation) => number | null;
  className?: string | undefined;
  /** What the number is, without a full stop. */
  meaning: string;
}

/** A number measured on the whole test set. It pales while a newer one is being measured with other noise or another network. */
function TestReadOut({
  name,
  caption,
  emphasis = false,
  optional = false,
  className,
  select,
  meaning,
}: TestReadOutProps) {
  const value = useRun((run) => (run.testAll ? select(run.testAll.evaluation) : null));
  const step = useRun((run) => run.testAll?.evaluation.step ?? 0);
  const count = useRun((run) => run.testAll?.evaluation.count ?? 0);
  const outdated = useRun((run) => run.testAll?.outdated ?? false);
  const otherStep = useRun((run) => (emphasis && run.testAll ? otherStepText(step, run.step) : null));
  if (optional && value === null) return null;
  const where =
    value === null
      ? 'not measured yet'
      : outdated
        ? 'being measured again'
        : `on all ${countText(count)} test images, at step ${countText(step)}`;
  return (
    <ReadOut
      name={name}
      exact={outdated ? undefined : (value ?? undefined)}
      caption={otherStep === null ? caption : `${caption ?? name}, ${otherStep}`}
      emphasis={emphasis}
      explanation={`${meaning}, ${where}.`}
      className={classNames(
        styles.measured,
        outdated && styles.outdated,
        emphasis && styles.emphasised,
        className,
      )}
    >
      {value === null ? '—' : lossText(value)}
    </ReadOut>
  );
}
