// Anomaly scores without a network: how far a sample is from the mean of those trained on, and from the plane that PCA fits to
// them. One pass gives the scores for every number of components.
import type { PcaModel } from '../../core/analysis-api';
import type { LinearScores } from '../../core/anomaly/anomaly-analysis-api';
import { pause } from '../../core/browser/pause';
import { openProducts } from '../products/open-products';
import type { Products } from '../products/products';
import type { RowSource } from './row-source';

const rowsAtOnce = 500;

/**
 * @param codeSizes numbers of components, each at least 1; more than the model has count as all of them
 * @param open makes the products; the real ones by default
 */
export async function linearScores(
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  samples: RowSource,
  codeSizes: readonly number[],
  onShare: (share: number) => void,
  open: (...given: Parameters<typeof openProducts>) => Promise<Products> = openProducts,
): Promise<LinearScores> {
  const { width, count } = samples;
  const used = codeSizes.map((size) => Math.min(size, components.length / width));
  const most = Math.max(1, ...used);
  const products = await open(width, most, Math.min(rowsAtOnce, Math.max(1, count)));
  products.directions.set(components.subarray(0, most * width));
  const meanImage = new Float32Array(count);
  const pca = used.map(() => new Float32Array(count));
  for (let first = 0; first < count; first += rowsAtOnce) {
    onShare(first / count);
    await pause();
    const rows = Math.min(rowsAtOnce, count - first);
    samples.copy(first, rows, products.rows);
    for (let row = 0; row < rows; row++) meanImage[first + row] = centre(products.rows, row, mean) / width;
    const coordinates = products.project(rows);
    for (let row = 0; row < rows; row++) {
      let left = (meanImage[first + row] ?? 0) * width;
      for (let k = 0; k <= most; k++) {
        used.forEach((size, place) => {
          if (size === k) pca[place]![first + row] = Math.max(0, left) / width;
        });
        left -= (coordinates[row * most + k] ?? 0) ** 2;
      }
    }
  }
  return { meanImage, pca, components: used };
}

/** Subtracts the mean from a row, and returns what is left of its square. */
function centre(rows: Float32Array, row: number, mean: Float32Array): number {
  let sum = 0;
  for (let i = 0, at = row * mean.length; i < mean.length; i++, at++) {
    const left = rows[at]! - mean[i]!;
    rows[at] = left;
    sum += left * left;
  }
  return sum;
}
