// The sentence below images without noise.
import { useLinearRivals, useLookAtNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { useRunStore } from '../../session/hooks/use-run';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { hasOvertaken, whyPcaLeads } from './pca-lead';
import { pcaVerdict } from './words';
import styles from './reconstructions.module.css';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';

/** Whether the network or PCA is ahead on all test images without noise, and why PCA is where that is known. */
export function PcaVerdict() {
  useInViewEffect(useLookAtNoisy());
  const { pcaMse, size, isBelowCode, isTruncated } = useLinearRivals();
  const words = useSampleWords();
  const verdict = useWhileInView(useRunStore(), (run) => {
    // PCA with fewer numbers than the network is no rival.
    if (run.testAll === null || run.testAll.outdated || pcaMse === null || isTruncated) return null;
    if (hasOvertaken(run, pcaMse)) return null;
    const { mse, step } = run.testAll.evaluation;
    return pcaVerdict({ mse, pcaMse, size, isBelowCode, step }, whyPcaLeads(run), words);
  });
  return <p className={styles.honest}>{verdict}</p>;
}
