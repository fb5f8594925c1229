// The first principal components of samples that are too long for a covariance matrix: the randomised range finder with power
// iterations (Halko, Martinsson & Tropp 2011, "Finding structure with randomness", algorithms 4.4 and 5.1), in the space of the
// samples. The covariance is never formed: an iteration multiplies the samples with some directions, and those products with
// the samples.
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { pause } from '../../../core/browser/pause';
import { openProducts } from '../../products/open-products';
import type { Products } from '../../products/products';
import { decompose } from '../decompose';
import { standardNormalAt } from './normal-numbers';
import { orthonormalise } from './orthonormal';
import { readSlices, rowsAtOnce, spread, type Selection } from './slices';

/** Directions beyond those wanted; they make the last wanted ones converge. */
const oversampling = 32;
/** The first iterations need only the rough direction, and take it from this many samples. */
const fewSamples = 2048;
const roughIterations = 2;
const fullIterations = 1;

export interface LeadingComponents {
  /** Unit vectors by falling variance, `[K, D]`; the largest entry of each is positive. */
  readonly components: Float64Array;
  /** Variance of the samples along each, `[K]`: that of these very vectors, whatever they have converged to. */
  readonly variances: Float64Array;
}

/** How far it is: `pass` of `passes` over the samples, from 1 on. */
export type OnPass = (pass: number, passes: number, share: number) => void;

/**
 * @param every of the samples that count
 * @param mean of those, `[D]`
 * @param rank components wanted; there are fewer for fewer samples or shorter ones
 */
export async function leadingComponents(
  samples: Samples,
  every: Selection,
  mean: Float32Array,
  rank: number,
  onPass: OnPass,
): Promise<LeadingComponents> {
  const size = sampleSize(samples.shape);
  const width = Math.min(rank + oversampling, size, every.count);
  const products = await openProducts(size, width, rowsAtOnce);
  const rough = spread(every, fewSamples);
  const iterations = [
    ...Array.from({ length: roughIterations }, () => rough),
    ...Array.from({ length: fullIterations }, () => every),
  ];
  const work = (selection: Selection, isLast: boolean) => selection.count * (isLast ? 1 : 2);
  const whole = iterations.reduce((sum, selection) => sum + work(selection, false), work(every, true));
  const passes = iterations.length + 1;
  let done = 0;

  const directions = products.directions;
  for (let row = 0, at = 0; row < width; row++) {
    for (let i = 0; i < size; i++, at++) directions[at] = standardNormalAt(row, i);
    if (row % 8 === 0) await pause();
  }
  let basis: Float64Array = Float64Array.from(directions);
  for (const [place, selection] of iterations.entries()) {
    basis = await timesCovariance(products, samples, selection, mean, (share) => {
      onPass(place + 1, passes, (done + share * work(selection, false)) / whole);
    });
    done += work(selection, false);
    await orthonormalise(basis, size);
    directions.set(basis);
  }
  const covariance = await covarianceWithin(products, samples, every, mean, (share) => {
    onPass(passes, passes, (done + share * work(every, true)) / whole);
  });
  // Rayleigh and Ritz: the best directions within the range that was found.
  const { components: turns, variances } = decompose(covariance, width);
  const kept = Math.min(rank, width);
  return {
    components: await turned(basis, turns, kept, size),
    variances: variances.slice(0, kept),
  };
}

/** Sum over the samples of sample times its coordinates: the covariance, but for a factor, times each direction, `[L, D]`. */
async function timesCovariance(
  { rows, directions, project, gather }: Products,
  samples: Samples,
  selection: Selection,
  mean: Float32Array,
  onShare: (share: number) => void,
): Promise<Float64Array> {
  const sum = new Float64Array(directions.length);
  await readSlices(samples, selection, mean, rows, (count, first) => {
    project(count);
    const part = gather(count);
    for (let at = 0; at < sum.length; at++) sum[at]! += part[at]!;
    onShare((first + count) / selection.count);
  });
  return sum;
}

/** Covariance of the coordinates along the directions, `[L, L]`. */
async function covarianceWithin(
  { rows, directions, project }: Products,
  samples: Samples,
  selection: Selection,
  mean: Float32Array,
  onShare: (share: number) => void,
): Promise<Float64Array> {
  const width = directions.length / mean.length;
  const sums = new Float64Array(width * width);
  await readSlices(samples, selection, mean, rows, (count, first) => {
    const coordinates = project(count);
    for (let start = 0; start < coordinates.length; start += width) {
      for (let row = 0; row < width; row++) {
        const value = coordinates[start + row]!;
        for (let column = row; column < width; column++) {
          sums[row * width + column]! += value * coordinates[start + column]!;
        }
      }
    }
    onShare((first + count) / selection.count);
  });
  return sums.map((_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    return (sums[Math.min(row, column) * width + Math.max(row, column)] ?? 0) / selection.count;
  });
}

/** The first `kept` of `turns` `[L, L]`, each a mixture of the basis `[L, D]`: `[kept, D]`, signs fixed. */
async function turned(
  basis: Float64Array,
  turns: Float64Array,
  kept: number,
  size: number,
): Promise<Float64Array> {
  const width = basis.length / size;
  const components = new Float64Array(kept * size);
  for (let row = 0; row < kept; row++) {
    const to = components.subarray(row * size, (row + 1) * size);
    for (let from = 0; from < width; from++) {
      const factor = turns[row * width + from] ?? 0;
      for (let i = 0, at = from * size; i < size; i++, at++) to[i]! += factor * basis[at]!;
    }
    const largest = to.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    if (largest < 0) for (let i = 0; i < size; i++) to[i] = -to[i]!;
    if (row % 8 === 0) await pause();
  }
  return components;
}
