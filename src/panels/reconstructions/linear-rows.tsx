// What linear methods make of the same ten inputs: PCA, and with noise the best linear denoiser. They follow the bottleneck
// immediately.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import type { Snapshot } from '../../core/engine-api/looking';
import { lossText } from '../../core/number-text';
import { linearDenoising, pcaReconstruction } from '../../core/pca/pca';
import { meanSquaredError } from '../../core/pca/squared-error';
import { sameInputs, noisyInputsOf } from '../../session/analysis/linear/noisy-inputs';
import { useRivalsWaiting, usePcaWaiting, type PcaWaiting } from '../../session/hooks/analysis/pca-waiting';
import { useLinearRivals, useLookAtNoisy, useNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { usePca } from '../../session/hooks/analysis/use-pca';
import { useSession } from '../../session/hooks/session-context';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { useInViewEffect } from '../../ui/in-view/in-view';
import type { SampleInfo } from '../../ui/sample/sample-look';
import { SampleRow } from '../../ui/sample/sample-row';
import styles from './reconstructions.module.css';

interface RowProps {
  snapshot: Pick<Snapshot, 'original' | 'noisy' | 'experiment'>;
  columns: number;
  info: SampleInfo;
  /** Width of one picture over its height. */
  aspect: number;
}

export function PcaRow({ snapshot: { original, noisy }, columns, info, aspect }: RowProps) {
  const { size: numbers, isBelowCode } = useLinearRivals();
  const model = usePca((pca) => pca.model);
  const waiting = usePcaWaiting();
  const { pca } = useSession().analysis;
  const values = useMemo(
    () =>
      model?.mean.length === original.length / columns ? pcaReconstruction(model, noisy, numbers) : null,
    [model, original, noisy, numbers, columns],
  );
  return (
    <LinearRow
      name={isBelowCode ? t`PCA at ${numbers}` : 'PCA'}
      label="PCA"
      retry={pca.retry}
      {...{ original, values, columns, waiting, info, aspect }}
    />
  );
}

/** Only where the images are noisy and the noise has such a denoiser. */
export function DenoiserRow({ snapshot, columns, info, aspect }: RowProps) {
  const { original, noisy } = snapshot;
  const { size: numbers } = useLinearRivals();
  const reference = useNoisy((state) => state.reference);
  const waiting = useRivalsWaiting();
  const { noisy: task } = useSession().analysis;
  const isKnown = reference !== null && sameInputs(reference.inputs, noisyInputsOf(snapshot.experiment));
  const denoiser = isKnown ? reference.denoiser : null;
  const values = useMemo(
    () =>
      denoiser?.mean.length === original.length / columns ? linearDenoising(denoiser, noisy, numbers) : null,
    [denoiser, original, noisy, numbers, columns],
  );
  return (
    <LinearRow
      name={t`Linear denoiser`}
      label={t`Linear denoiser`}
      retry={task.retry}
      {...{ original, values, columns, waiting, info, aspect }}
    />
  );
}

interface LinearRowProps extends Omit<RowProps, 'snapshot'> {
  name: string;
  /** Accessible name of the images. */
  label: string;
  original: Float32Array;
  /** `[columns, D]`; null until there are any. */
  values: Float32Array | null;
  waiting: PcaWaiting;
  retry: () => void;
}

function LinearRow(props: LinearRowProps) {
  const { name, label, original, values, columns, waiting, retry, info, aspect } = props;
  useInViewEffect(useLookAtNoisy());
  return (
    <div className={styles.row}>
      <div className={styles.name}>
        <span>{name}</span>
        {values && (
          <div
            className={styles.mse}
          >{t`MSE ${{ values: lossText(meanSquaredError(values, original)) }}`}</div>
        )}
      </div>
      {values ? (
        <SampleRow reference={original} {...{ label, info, values, columns, aspect }} />
      ) : (
        <div className={styles.waiting} style={{ aspectRatio: aspect * columns }}>
          <span>{waiting.words}</span>
          {waiting.hasFailed && (
            <TextButton explanation={t`Computes it again`} onClick={retry}>{t`Try again`}</TextButton>
          )}
        </div>
      )}
    </div>
  );
}
