// The linear answer to the same ten inputs, at the code size that is chosen: it moves with the bottleneck at once.
import { useMemo } from 'react';
import type { Snapshot } from '../../core/engine-api';
import { lossText, percentText } from '../../core/number-text';
import { pcaCodeSize, pcaReconstruction } from '../../core/pca';
import { meanSquaredError } from '../../core/squared-error';
import { analysis } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { usePca } from '../../session/pca-store';
import { runStore } from '../../session/run-store';
import { TextButton } from '../../ui/controls/buttons';
import { useWhileInView } from '../../ui/in-view/in-view';
import { PixelRow } from '../../ui/pixel-image/pixel-row';
import { pcaVerdict } from './pca-words';
import styles from './reconstructions.module.css';

interface PcaRowProps {
  snapshot: Pick<Snapshot, 'original' | 'noisy'>;
  columns: number;
  height: number;
  width: number;
  channels: number;
}

export function PcaRow({ snapshot: { original, noisy }, columns, ...size }: PcaRowProps) {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const model = usePca((pca) => pca.model);
  const made = useMemo(() => {
    if (model?.mean.length !== original.length / columns) return null;
    const values = pcaReconstruction(model, noisy, codeSize);
    return { values, mse: meanSquaredError(values, original) };
  }, [model, original, noisy, codeSize, columns]);
  return (
    <div className={styles.row}>
      <div className={styles.name}>
        PCA
        {made && <div className={styles.mse}>MSE {lossText(made.mse)}</div>}
      </div>
      {made ? (
        <PixelRow label="PCA" values={made.values} tone="ink" columns={columns} {...size} />
      ) : (
        <div className={styles.waiting} style={{ aspectRatio: `${size.width * columns} / ${size.height}` }}>
          <Waiting />
        </div>
      )}
    </div>
  );
}

function Waiting() {
  const progress = usePca((pca) => pca.progress);
  const failure = usePca((pca) => pca.failure);
  if (failure !== null) {
    return (
      <>
        No PCA: {failure}{' '}
        <TextButton explanation="Computes PCA of the training images again" onClick={analysis.retryPca}>
          Try again
        </TextButton>
      </>
    );
  }
  if (progress === null) return <>waits for the data set</>;
  return (
    <>
      {progress.message}: {percentText(progress.share)}
    </>
  );
}

/** Which of the two is ahead on all test images; of clean images only, since PCA was fitted to those. */
export function PcaVerdict() {
  const measured = useWhileInView(runStore, (run) => run.testAll);
  const codeSize = useWhileInView(runStore, (run) => run.experiment.codeSize);
  const pcaMse = usePca(({ model }) => model?.testMse[pcaCodeSize(model, codeSize)] ?? null);
  const verdict =
    measured === null || measured.outdated || pcaMse === null
      ? null
      : pcaVerdict(measured.evaluation.mse, pcaMse, codeSize, measured.evaluation.step);
  return <p className={styles.honest}>{verdict}</p>;
}
