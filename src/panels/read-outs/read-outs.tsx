// The numbers of the run. What is called test is measured on the whole test set; the subset is for the chart alone.
import { countText, lossText, otherStepText } from '../../core/number-text';
import { recentBatches, recentTrainLoss, type Run } from '../../session/run';
import { useRun } from '../../session/run-store';
import { ReadOut } from '../../ui/controls/read-out';
import { classNames } from '../../ui/class-names';
import styles from './read-outs.module.css';

export function ReadOuts() {
  return (
    <div className={styles.readOuts} role="group" aria-label="Measurements">
      <StepReadOut />
      <EpochReadOut />
      <TrainLossReadOut />
      <TestReadOut name="Test loss" select={(test) => test.loss} meaning="The chosen loss" />
      <TestReadOut
        name="Test MSE"
        emphasis
        select={(test) => test.mse}
        meaning="Mean squared error of the reconstruction, per pixel"
      />
      <TestReadOut
        name="Input MSE"
        caption="Doing nothing"
        select={(test) => test.inputMse}
        meaning="Mean squared error of handing back the input as it came, noise and all"
      />
      <TestReadOut
        name="Mean image MSE"
        caption="Mean image"
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
    <ReadOut name="Epoch" exact={epoch} explanation="Passes over all training images.">
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

interface TestReadOutProps {
  name: string;
  caption?: string;
  /** The one that matters most; it also tells the step of all of them. */
  emphasis?: boolean;
  /** Not shown at all where there is nothing to measure. */
  optional?: boolean;
  select: (evaluation: NonNullable<Run['testAll']>['evaluation']) => number | null;
  /** What the number is, without a full stop. */
  meaning: string;
}

/** A number measured on the whole test set. It pales while a newer one is being measured with other noise or another network. */
function TestReadOut({
  name,
  caption,
  emphasis = false,
  optional = false,
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
      className={classNames(styles.measured, outdated && styles.outdated, emphasis && styles.emphasised)}
    >
      {value === null ? '—' : lossText(value)}
    </ReadOut>
  );
}
