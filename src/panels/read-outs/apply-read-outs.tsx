// The numbers of the run for Apply: its step, its code size and its test error.
import { classNames } from '../../ui/class-names';
import { CodeSizeReadOut } from './code-size-read-out';
import styles from './read-outs.module.css';
import { StepReadOut, TestReadOut } from './test-read-out';

export function ApplyReadOuts() {
  return (
    <div className={classNames(styles.readOuts, styles.few)} role="group" aria-label="Measurements">
      <StepReadOut />
      <CodeSizeReadOut />
      <TestReadOut
        name="Test MSE"
        select={(test) => test.mse}
        meaning="Mean squared error of the reconstruction, per pixel"
      />
    </div>
  );
}
