// The numbers of the run for Apply: its step, its code size, the classes it trains on where that is not all, and its test error.
import { t } from '@lingui/core/macro';
import { captions } from './captions';
import { countText } from '../../core/number-text';
import { ReadOut } from '../../ui/controls/read-out/read-out';
import { useRun } from '../../session/hooks/use-run';
import { classNames } from '../../ui/class-names';
import { CodeSizeReadOut } from './code-size-read-out';
import styles from './read-outs.module.css';
import { runningMse } from './running-words';
import { StepReadOut, TestReadOut } from './test-read-out';

export function ApplyReadOuts() {
  return (
    <div className={classNames(styles.readOuts, styles.few)} role="group" aria-label={t`Measurements`}>
      <StepReadOut />
      <CodeSizeReadOut />
      <ClassesReadOut />
      <TestReadOut
        name={t`Test MSE`}
        term="mean-squared-error"
        caption={captions.testMse}
        running={runningMse}
        select={(test) => test.mse}
        meaning={t`Mean squared error of the reconstruction, per pixel`}
      />
    </div>
  );
}

/** Where only some classes are trained on, everything in Apply is of those: the network, and what stands beside it. */
function ClassesReadOut() {
  const chosen = useRun((run) => run.experiment.classes.length);
  const all = useRun((run) => run.facts?.dataset.classNames.length ?? 0);
  if (chosen === 0 || all === 0) return null;
  return (
    <ReadOut
      name={t`Classes`}
      term="training-set"
      exact={chosen}
      explanation={t`Classes that the network trains on, and that the methods beside it are fitted to. They are chosen in Train, and under Anomalies.`}
    >
      {t`${{ chosen: countText(chosen) }} of ${{ all: countText(all) }}`}
    </ReadOut>
  );
}
