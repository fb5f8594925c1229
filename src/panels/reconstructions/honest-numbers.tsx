// With noise: how much closer to the clean image the network gets than doing nothing, and than a filter that learned nothing.
import { countText, lossText } from '../../core/number-text';
import { useRun } from '../../session/run-store';
import { classNames } from '../../ui/class-names';
import styles from './reconstructions.module.css';

export function HonestNumbers() {
  const measured = useRun((run) => run.testAll);
  if (measured === null || measured.evaluation.inputMse === 0) {
    return <p className={styles.honest}>MSE on all test images: being measured …</p>;
  }
  const { count, step, inputMse, mse, medianMse } = measured.evaluation;
  return (
    <p className={classNames(styles.honest, measured.outdated && styles.outdated)}>
      MSE on all {countText(count)} test images
      {measured.outdated ? ', being measured again' : `, step ${countText(step)}`}: noisy{' '}
      <b>{lossText(inputMse)}</b> · reconstructed <b className={styles.ours}>{lossText(mse)}</b>
      {medianMse !== null && (
        <>
          {' '}
          · median filter <b>{lossText(medianMse)}</b>
        </>
      )}
    </p>
  );
}
