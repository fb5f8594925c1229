// The numbers of the run for Explore: its step, and how its code compares with PCA.
import { countText } from '../../core/number-text';
import { useRun } from '../../session/hooks/use-run';
import { ReadOut } from '../../ui/controls/read-out/read-out';
import { classNames } from '../../ui/class-names';
import { LinearDenoiserReadOut, PcaReadOut } from './linear-read-outs';
import styles from './read-outs.module.css';
import { StepReadOut, TestReadOut } from './test-read-out';

export function ExploreReadOuts() {
  return (
    <div className={classNames(styles.readOuts, styles.few)} role="group" aria-label="Measurements">
      <StepReadOut />
      <CodeSizeReadOut />
      <TestReadOut
        name="Test MSE"
        emphasis
        select={(test) => test.mse}
        meaning="Mean squared error of the reconstruction, per pixel"
      />
      <PcaReadOut />
      <LinearDenoiserReadOut />
    </div>
  );
}

function CodeSizeReadOut() {
  const codeSize = useRun((run) => run.experiment.codeSize);
  return (
    <ReadOut
      name="Code size"
      exact={codeSize}
      explanation="Numbers in a code: the bottleneck. It is changed in Train."
    >
      {countText(codeSize)}
    </ReadOut>
  );
}
