// Orthonormal rows by Gram and Schmidt (modified: each row is cleared of those before it one by one).
import { standardNormalAt } from './normal-numbers';
import { pause } from '../../../core/browser/pause';

/** Rows between two pauses: for samples of 12,288 numbers about 20 ms. */
const rowsAtOnce = 8;
/** A row that keeps a smaller share of its length depends on those before it: what is left of it is rounding. */
const dependent = 1e-10;

/**
 * Makes the rows `[L, D]` orthonormal in place, with `L` at most `D`. A row that depends on those before it is replaced by a
 * random one, so there are `L` of them whatever the rank is.
 */
export async function orthonormalise(rows: Float64Array, size: number): Promise<void> {
  const count = rows.length / size;
  for (let row = 0; row < count; row++) {
    if (row % rowsAtOnce === 0) await pause();
    const vector = rows.subarray(row * size, (row + 1) * size);
    const length = Math.sqrt(product(vector, vector));
    clear(vector, rows, row);
    if (!(Math.sqrt(product(vector, vector)) > dependent * length)) {
      for (let i = 0; i < size; i++) vector[i] = standardNormalAt(count + row, i);
      // Twice is enough for a vector of any direction (Parlett 1980, section 6.9).
      clear(vector, rows, row);
      clear(vector, rows, row);
    }
    const scale = 1 / Math.sqrt(product(vector, vector));
    for (let i = 0; i < size; i++) vector[i]! *= scale;
  }
}

/** Subtracts from the vector its part along each of the first `count` rows, which are orthonormal. */
function clear(vector: Float64Array, rows: Float64Array, count: number): void {
  const size = vector.length;
  for (let row = 0; row < count; row++) {
    const before = rows.subarray(row * size, (row + 1) * size);
    const along = product(vector, before);
    for (let i = 0; i < size; i++) vector[i]! -= along * before[i]!;
  }
}

/** In four sums that the processor can add at once. */
function product(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}
