// The best linear denoiser with a code of k numbers: reduced-rank regression of clean images on noisy ones (Izenman 1975),
// for Gaussian data and noise the Wiener filter kept to its k strongest components. It is to noisy inputs what PCA is to clean
// ones, which are its case without noise.
import type { LinearDenoiser } from '../../core/analysis-api';
import { pause } from '../../core/browser/pause';
import { decompose, errorsByRank } from '../pca/decompose';
import { choleskyFactor, gram, solveLower, solveUpper, timesTransposed, transposed } from './dense-algebra';
import type { JointMoments } from './joint-moments';

/**
 * Keeps pixels that never vary (the corners of MNIST) from dividing by 0, as a share of the mean variance of a pixel: small
 * enough to change no digit of an error.
 */
const ridge = 1e-7;

/** A linear map through a code: code = encoder (noisy - inputMean), image = mean + decoder^T code. */
export interface LinearMap {
  readonly inputMean: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  /** One row for each number of the code, `[D, D]`. */
  readonly encoder: Float64Array;
  /** Orthonormal rows, `[D, D]`. */
  readonly decoder: Float64Array;
}

/**
 * With S the covariances: full regression is B = S_xy S_yy^-1, and rank k projects its answer onto the first k eigenvectors of
 * S_xy S_yy^-1 S_yx. With S_yy = L L^T and W = L^-1 S_yx that is W^T W.
 */
export async function fitDenoiser({
  cleanMean,
  noisyMean,
  variance,
  noisy,
  cross,
}: JointMoments): Promise<LinearMap & Pick<LinearDenoiser, 'trainMse'>> {
  const size = cleanMean.length;
  const regularised = noisy.slice();
  const added = (ridge * trace(noisy, size)) / size || Number.MIN_VALUE;
  for (let pixel = 0; pixel < size; pixel++) regularised[pixel * size + pixel]! += added;
  const lower = choleskyFactor(regularised, size);
  await pause();
  const whitened = transposed(cross, size);
  solveLower(lower, whitened, size);
  await pause();
  const explained = gram(whitened, size);
  await pause();
  const { components: decoder, variances } = decompose(explained, size);
  await pause();
  const codes = timesTransposed(whitened, decoder, size);
  solveUpper(lower, codes, size);
  return {
    inputMean: noisyMean,
    mean: cleanMean,
    encoder: transposed(codes, size),
    decoder,
    trainMse: errorsByRank(variances, variance),
  };
}

/** Mean squared error per pixel of a linear map with its first k numbers, `[D + 1]`, on images with these moments. */
export function errorsOfMap(map: LinearMap, moments: JointMoments): Float32Array {
  const { encoder, decoder } = map;
  const size = moments.cleanMean.length;
  const inputShift = difference(moments.noisyMean, map.inputMean);
  const shift = difference(moments.cleanMean, map.mean);
  const ofNoisy = timesTransposed(encoder, moments.noisy, size);
  const ofClean = timesTransposed(encoder, moments.cross, size);
  const removed = Float64Array.from({ length: size }, (_, unit) => {
    let [sum, code, target] = [0, 0, 0];
    for (let i = 0, at = unit * size; i < size; i++, at++) {
      sum += 2 * decoder[at]! * ofClean[at]! - encoder[at]! * ofNoisy[at]!;
      code += encoder[at]! * inputShift[i]!;
      target += decoder[at]! * shift[i]!;
    }
    return sum + 2 * target * code - code * code;
  });
  return errorsByRank(removed, moments.variance + shift.reduce((sum, each) => sum + each * each, 0));
}

function difference(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  return Float64Array.from(a, (value, i) => value - (b[i] ?? 0));
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) sum += matrix[row * size + row] ?? 0;
  return sum;
}
