// PCA of noisy images where the samples are too long for moments of all pairs of numbers: from the coordinates of each noisy
// test image and of the clean one behind it.
import { corrupt, testNoiseStep, type Noise } from '../../catalog/corrupt';
import type { PcaModel } from '../../core/analysis-api';
import type { Samples } from '../../core/samples/samples';
import { errorsByRank } from '../pca/decompose';
import { every, readSlices, rowsAtOnce } from '../pca/truncated/slices';
import { openProducts } from '../products/open-products';

/**
 * Mean squared error per pixel with k components, `[K + 1]`, on the noisy test images against the clean ones. With c the
 * coordinates of the clean image about the mean and d those of the noisy one, the first k leave |x|^2 - sum (2 d c - d^2).
 * Null when cancelled.
 */
export async function pcaErrorsUnderNoise(
  test: Samples,
  noise: Noise,
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<Float32Array | null> {
  const size = mean.length;
  const rank = components.length / size;
  const { rows, directions, project } = await openProducts(size, rank, rowsAtOnce);
  directions.set(components);
  const removed = new Float64Array(rank);
  let total = 0;
  const isDone = await readSlices(
    test,
    every(test, null),
    mean,
    rows,
    (count, first) => {
      for (let at = 0; at < count * size; at++) total += rows[at]! * rows[at]!;
      const ofClean = project(count).slice();
      const clean = rows.slice(0, count * size).map((value, at) => value + mean[at % size]!);
      const indices = Uint32Array.from({ length: count }, (_, place) => first + place);
      const noisy = corrupt(clean, test.shape, indices, noise, testNoiseStep);
      for (let at = 0; at < noisy.length; at++) rows[at] = noisy[at]! - mean[at % size]!;
      const ofNoisy = project(count);
      for (let at = 0; at < ofNoisy.length; at++) {
        const [c, d] = [ofClean[at]!, ofNoisy[at]!];
        removed[at % rank]! += 2 * d * c - d * d;
      }
      onShare((first + count) / test.count);
    },
    isCancelled,
  );
  if (!isDone) return null;
  return errorsByRank(
    removed.map((sum) => sum / test.count),
    total / test.count,
    size,
  );
}
