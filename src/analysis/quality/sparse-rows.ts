// Rows with most of their numbers 0, as images of digits and sketches are: only the others are stored.
import type { Rows } from '../neighbours/row-distances';

/** Compressed rows: the entries of row `i` are those from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly count: number;
  readonly width: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** The rows with each column multiplied by its factor, `[width]`. */
export function scaledSparseRows({ values, width }: Rows, factors: Float64Array): SparseRows {
  const count = values.length / width;
  let entries = 0;
  for (const value of values) if (value !== 0) entries++;
  const sparse = {
    count,
    width,
    starts: new Uint32Array(count + 1),
    columns: new Uint32Array(entries),
    values: new Float32Array(entries),
  };
  let at = 0;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column]!;
      if (value === 0) continue;
      sparse.columns[at] = column;
      sparse.values[at++] = value * factors[column]!;
    }
    sparse.starts[row + 1] = at;
  }
  return sparse;
}
