// The pixel rows of the panel, and the error of each row against the clean images.
import type { Snapshot } from '../../core/engine-api/looking';
import { meanSquaredError } from '../../core/pca/squared-error';

export interface ImageRow {
  name: 'Original' | 'Noisy' | 'Reconstructed' | 'Error';
  /** `[n, sampleSize]`; signed differences in the row `Error`. */
  values: Float32Array;
  tone: 'ink' | 'error';
  /** Mean squared error per pixel over these images, against the clean ones; null where it is meaningless. */
  mse: number | null;
}

/** Original, noisy (only with noise), reconstructed and error, top to bottom. */
export function imageRows(
  snapshot: Pick<Snapshot, 'original' | 'noisy' | 'reconstructed' | 'experiment'>,
): ImageRow[] {
  const { original, noisy, reconstructed, experiment } = snapshot;
  const error = reconstructed.map((value, pixel) => value - (original[pixel] ?? 0));
  const noisyRow: ImageRow = {
    name: 'Noisy',
    values: noisy,
    tone: 'ink',
    mse: meanSquaredError(noisy, original),
  };
  return [
    { name: 'Original', values: original, tone: 'ink', mse: null },
    ...(experiment.noise === 'none' ? [] : [noisyRow]),
    {
      name: 'Reconstructed',
      values: reconstructed,
      tone: 'ink',
      mse: meanSquaredError(reconstructed, original),
    },
    { name: 'Error', values: error, tone: 'error', mse: null },
  ];
}
