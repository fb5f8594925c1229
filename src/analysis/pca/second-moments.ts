// Sums of pixel products over a data set. Exact: bytes are integers, and their sums stay below 2^53.
import { sampleSize, type Samples } from '../../core/samples/samples';
import { imagesAt } from './picked-images';

/** Sums over the images, in the units of the stored values. `D` is the size of a sample. */
export interface SecondMoments {
  count: number;
  /** Sum of each pixel, `[D]`. */
  sums: Float64Array;
  /** Sum of each product of two pixels, `[D, D]`; only entries with row <= column are filled. */
  products: Float64Array;
}

/** Images that are added at once; between two such pieces the worker can answer other questions. */
export const imagesAtOnce = 250;

/** How much cheaper one product is in the dense loop, which skips none (measured; both loops give the same sums). */
const denseGain = 3;

/**
 * Yields the completed share, in [0, 1], every few images; the generator returns the result. Where most pixels are 0 (four
 * in five on MNIST) it skips them; elsewhere it computes all products, in tiles.
 * @param picked indices of the images that count; null for all
 */
export function* secondMoments(
  samples: Samples,
  picked: Uint32Array | null = null,
): Generator<number, SecondMoments, void> {
  const count = picked?.length ?? samples.count;
  const sum = momentSum(sampleSize(samples.shape));
  for (let first = 0; first < count; first += imagesAtOnce) {
    if (first > 0) yield first / count;
    sum.add(imagesAt(samples, picked, first, imagesAtOnce));
  }
  return sum.moments;
}

/** Moments that grow by at most `imagesAtOnce` images `[n, D]` at a time. */
export function momentSum(size: number): {
  readonly moments: SecondMoments;
  readonly add: (images: Samples['values']) => void;
} {
  const moments = { count: 0, sums: new Float64Array(size), products: new Float64Array(size * size) };
  const columns = new Float64Array(Math.ceil(size / tileSide) * tileSide * imagesAtOnce);
  return {
    moments,
    add(images) {
      moments.count += images.length / size;
      if (inkedPairs(images, size) * denseGain < images.length * size) addSparse(images, moments);
      else addDense(images, columns, moments);
    },
  };
}

/** Number of ordered pairs of nonzero pixels within each image, summed over the images. */
function inkedPairs(images: Samples['values'], size: number): number {
  let pairs = 0;
  for (let start = 0; start < images.length; start += size) {
    let inked = 0;
    for (let pixel = 0; pixel < size; pixel++) if (images[start + pixel] !== 0) inked++;
    pairs += inked * inked;
  }
  return pairs;
}

function addSparse(images: Samples['values'], { sums, products }: SecondMoments): void {
  const size = sums.length;
  const positions = new Int32Array(size);
  const inked = new Float64Array(size);
  for (let start = 0; start < images.length; start += size) {
    let found = 0;
    for (let pixel = 0; pixel < size; pixel++) {
      const value = images[start + pixel] ?? 0;
      if (value === 0) continue;
      positions[found] = pixel;
      inked[found++] = value;
    }
    for (let first = 0; first < found; first++) {
      const row = positions[first] ?? 0;
      const value = inked[first] ?? 0;
      sums[row] = (sums[row] ?? 0) + value;
      for (let second = first; second < found; second++) {
        const at = row * size + (positions[second] ?? 0);
        products[at] = (products[at] ?? 0) + value * (inked[second] ?? 0);
      }
    }
  }
}

/** @param columns buffer for the images by pixel, `[D rounded up to a tile, imagesAtOnce]`; the rows beyond `D` stay 0 */
function addDense(images: Samples['values'], columns: Float64Array, moments: SecondMoments): void {
  const { sums, products } = moments;
  const size = sums.length;
  const count = images.length / size;
  for (let pixel = 0; pixel < size; pixel++) {
    let sum = 0;
    for (let image = 0; image < count; image++) {
      const value = images[image * size + pixel] ?? 0;
      columns[pixel * imagesAtOnce + image] = value;
      sum += value;
    }
    sums[pixel] = (sums[pixel] ?? 0) + sum;
  }
  for (let row = 0; row < size; row += tileSide) {
    for (let column = row; column < size; column += tileSide) {
      multiplyTile(columns, row, column, count);
      for (let i = 0; i < tileSide && row + i < size; i++) {
        for (let j = 0; j < tileSide && column + j < size; j++) {
          const at = (row + i) * size + column + j;
          if (column + j >= row + i) products[at] = (products[at] ?? 0) + (tile[i * tileSide + j] ?? 0);
        }
      }
    }
  }
}

const tileSide = 3;
const tile = new Float64Array(tileSide * tileSide);

/** Nine sums in registers, so that each number read is used three times. */
function multiplyTile(columns: Float64Array, row: number, column: number, count: number): void {
  let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const left = row * imagesAtOnce;
  const right = column * imagesAtOnce;
  for (let image = 0; image < count; image++) {
    const a0 = columns[left + image]!;
    const a1 = columns[left + imagesAtOnce + image]!;
    const a2 = columns[left + 2 * imagesAtOnce + image]!;
    const b0 = columns[right + image]!;
    const b1 = columns[right + imagesAtOnce + image]!;
    const b2 = columns[right + 2 * imagesAtOnce + image]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
  }
  tile.set([s00, s01, s02, s10, s11, s12, s20, s21, s22]);
}

/**
 * Mean of (x - origin)(x - origin)^T over the images, the full `[D, D]` matrix: the covariance when `origin` is their mean.
 * @param scale factor from a stored value to a pixel
 * @param origin `[D]`, in pixels
 */
export function momentsAbout(
  { count, sums, products }: SecondMoments,
  scale: number,
  origin: ArrayLike<number>,
): Float64Array {
  const size = sums.length;
  const about = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const meanOfRow = ((sums[row] ?? 0) / count) * scale;
    const originOfRow = origin[row] ?? 0;
    for (let column = row; column < size; column++) {
      const meanOfColumn = ((sums[column] ?? 0) / count) * scale;
      const originOfColumn = origin[column] ?? 0;
      const value =
        ((products[row * size + column] ?? 0) / count) * scale * scale -
        meanOfRow * originOfColumn -
        originOfRow * meanOfColumn +
        originOfRow * originOfColumn;
      about[row * size + column] = value;
      about[column * size + row] = value;
    }
  }
  return about;
}
