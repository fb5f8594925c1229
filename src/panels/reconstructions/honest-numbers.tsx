// With noise: the network's error beside that of the unchanged noisy input, of linear methods and of a filter without learning.
import { t } from '@lingui/core/macro';
import { countText, lossText, otherStepText } from '../../core/number-text';
import { useLinearRivals, useLookAtNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { useRunStore } from '../../session/hooks/use-run';
import { classNames } from '../../ui/class-names';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import styles from './reconstructions.module.css';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';

export function HonestNumbers() {
  useInViewEffect(useLookAtNoisy());
  const measured = useWhileInView(useRunStore(), (run) => run.testAll);
  const otherStep = useWhileInView(useRunStore(), (run) =>
    measured ? otherStepText(measured.evaluation.step, run.step) : null,
  );
  const { pcaMse, denoiserMse } = useLinearRivals();
  const { many } = useSampleWords();
  // A measurement without noise says nothing about the current noise.
  if (measured === null || (measured.outdated && measured.evaluation.inputMse === 0)) {
    return <p className={styles.honest}>{t`MSE on all test ${many}: being measured…`}</p>;
  }
  const { count, inputMse, mse, medianMse } = measured.evaluation;
  const when = measured.outdated ? t`being measured again` : otherStep;
  return (
    <p className={classNames(styles.honest, measured.outdated && styles.outdated)}>
      <span>{`${headText(countText(count), when)}: ${t`noisy`} `}</span>
      <b>{lossText(inputMse)}</b>
      <span>{` · ${t`network`} `}</span>
      <b className={styles.ours}>{lossText(mse)}</b>
      <Baseline name="PCA" mse={pcaMse} />
      <Baseline name={t`linear denoiser`} mse={denoiserMse} />
      <Baseline name={t`median`} mse={medianMse} />
    </p>
  );
}

function headText(count: string, when: string | null): string {
  return when === null ? t`All ${count}` : t`All ${count} (${when})`;
}

function Baseline({ name, mse }: { name: string; mse: number | null }) {
  if (mse === null) return null;
  return (
    <>
      <span>{` · ${name} `}</span>
      <b>{lossText(mse)}</b>
    </>
  );
}
