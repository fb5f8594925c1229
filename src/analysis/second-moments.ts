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
const imagesAtOnce = 500;

/**
 * Yields the share that is done, in [0, 1], after every few images; the result is the generator's return value. Pixels that
 * are 0 cost nothing: of MNIST's, four in five.
 */
export function* secondMoments({ values, shape, count }: Samples): Generator<number, SecondMoments, void> {
  const size = sampleSize(shape);
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  const places = new Int32Array(size);
  const inked = new Float64Array(size);
  for (let image = 0; image < count; image++) {
    if (image % imagesAtOnce === 0 && image > 0) yield image / count;
    let found = 0;
    for (let pixel = 0; pixel < size; pixel++) {
      const value = values[image * size + pixel] ?? 0;
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
  return { count, sums, products };
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
