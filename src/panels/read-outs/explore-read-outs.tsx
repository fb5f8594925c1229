// The numbers of the run for Explore: its step, and how its code compares with PCA.
import { t } from '@lingui/core/macro';
import { captions } from './captions';
import { classNames } from '../../ui/class-names';
import { CodeSizeReadOut } from './code-size-read-out';
import { LinearDenoiserReadOut, PcaReadOut } from './linear-read-outs';
import styles from './read-outs.module.css';
import { runningMse } from './running-words';
import { StepReadOut, TestReadOut } from './test-read-out';

export function ExploreReadOuts() {
  return (
    <div className={classNames(styles.readOuts, styles.few)} role="group" aria-label={t`Measurements`}>
      <StepReadOut />
      <CodeSizeReadOut />
      <TestReadOut
        name={t`Test MSE`}
        term="mean-squared-error"
        caption={captions.testMse}
        running={runningMse}
        emphasis
        select={(test) => test.mse}
        meaning={t`Mean squared error of the reconstruction, per pixel`}
      />
      <PcaReadOut />
      <LinearDenoiserReadOut />
    </div>
  );
}
