// With noise: how much closer to the clean image the network gets than doing nothing, and than a filter that learned nothing.
import { countText, lossText, otherStepText } from '../../core/number-text';
import { runStore } from '../../session/run-store';
import { classNames } from '../../ui/class-names';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './reconstructions.module.css';

export function HonestNumbers() {
  const measured = useWhileInView(runStore, (run) => run.testAll);
  const otherStep = useWhileInView(runStore, (run) =>
    measured ? otherStepText(measured.evaluation.step, run.step) : null,
  );
  // What was measured without noise says nothing of the noise that there is now.
  if (measured === null || (measured.outdated && measured.evaluation.inputMse === 0)) {
    return <p className={styles.honest}>MSE on all test images: being measured …</p>;
  }
  const { count, inputMse, mse, medianMse } = measured.evaluation;
  const when = measured.outdated ? 'being measured again' : otherStep;
  return (
    <p className={classNames(styles.honest, measured.outdated && styles.outdated)}>
      MSE on all {countText(count)} test images{when !== null && ` (${when})`}: noisy{' '}
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
