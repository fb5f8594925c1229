// A piece of a data set, or of the samples in it that are trained on.
import { sampleSize, type Samples } from '../../core/samples/samples';

/**
 * Stored values of images `first .. first + count - 1`, `[count, sampleSize]`, or of fewer at the end; a view where nothing is
 * picked, else a copy of this piece.
 * @param picked indices of the images that count; null for all
 */
export function imagesAt(
  { values, shape, count: total }: Samples,
  picked: Uint32Array | null,
  first: number,
  count: number,
): Samples['values'] {
  const size = sampleSize(shape);
  if (picked === null) return values.subarray(first * size, Math.min(first + count, total) * size);
  const indices = picked.subarray(first, first + count);
  const piece =
    values instanceof Uint8Array
      ? new Uint8Array(indices.length * size)
      : new Float32Array(indices.length * size);
  indices.forEach((index, row) => piece.set(values.subarray(index * size, (index + 1) * size), row * size));
  return piece;
}
