// Sums of products of pixels over a whole data set, exactly: bytes are whole numbers, and their sums stay below 2^53.
import { sampleSize, type Samples } from '../core/samples';

/** Sums over the images, in the units of the stored values. `D` is the size of a sample. */
export interface SecondMoments {
  count: number;
  /** Of each pixel, `[D]`. */
  sums: Float64Array;
  /** Of each product of two pixels, `[D, D]`: only places with row <= column are filled. */
  products: Float64Array;
}

/** So many images are gone through between two occasions to answer somebody else. */
const imagesAtOnce = 250;

/** A product of two pixels costs so many times less when none is skipped (measured; either way gives the same sums). */
const denseGain = 3;

/**
 * Yields the share that is done, in [0, 1], after every few images; the result is the generator's return value. Where most
 * pixels are 0 (of MNIST's, four in five) they are skipped; elsewhere all products are made, in tiles.
 */
export function* secondMoments({ values, shape, count }: Samples): Generator<number, SecondMoments, void> {
  const size = sampleSize(shape);
  const moments = { count, sums: new Float64Array(size), products: new Float64Array(size * size) };
  const columns = new Float64Array(Math.ceil(size / tileSide) * tileSide * imagesAtOnce);
  for (let first = 0; first < count; first += imagesAtOnce) {
    if (first > 0) yield first / count;
    const images = values.subarray(first * size, Math.min(first + imagesAtOnce, count) * size);
    if (inkedPairs(images, size) * denseGain < images.length * size) addSparse(images, moments);
    else addDense(images, columns, moments);
  }
  return moments;
}

/** How many products of two pixels that are not 0 there are, pairs counted both ways. */
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
  const places = new Int32Array(size);
  const inked = new Float64Array(size);
  for (let start = 0; start < images.length; start += size) {
    let found = 0;
    for (let pixel = 0; pixel < size; pixel++) {
      const value = images[start + pixel] ?? 0;
      if (value === 0) continue;
      places[found] = pixel;
      inked[found++] = value;
    }
    for (let first = 0; first < found; first++) {
      const row = places[first] ?? 0;
      const value = inked[first] ?? 0;
      sums[row] = (sums[row] ?? 0) + value;
      for (let second = first; second < found; second++) {
        const at = row * size + (places[second] ?? 0);
        products[at] = (products[at] ?? 0) + value * (inked[second] ?? 0);
      }
    }
  }
}

/** @param columns room for the images by pixel, `[D or a little more, imagesAtOnce]`; what is beyond `D` stays 0 */
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

/** Nine sums in registers: each number that is read is used three times. */
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
 * Mean of (x - origin)(x - origin)^T over the images, `[D, D]`, all of it: the covariance where `origin` is their mean.
 * @param scale what a stored value is multiplied by to be a pixel
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
