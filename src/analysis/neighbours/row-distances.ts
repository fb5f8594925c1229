// Exact distances between rows by brute force, with pauses so that the worker can answer other questions.
import { pause } from '../../core/browser/pause';

/** Rows of numbers, `[count, width]`. */
export interface Rows {
  readonly values: Float32Array;
  readonly width: number;
}

/** Multiplications between two pauses, which take some tens of milliseconds. */
const workAtOnce = 3e7;

export function rowCount({ values, width }: Rows): number {
  return values.length / width;
}

/**
 * Calls `visit` for each row of `asked` with its squared Euclidean distances to the rows of `known`, `[known]`; the array is
 * used again for the next row. If both are the same object, the distance of a row to itself is infinite.
 * @returns false when cancelled
 */
export async function eachRow(
  known: Rows,
  asked: Rows,
  visit: (row: number, distances: Float64Array) => void,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<boolean> {
  const [knownCount, askedCount] = [rowCount(known), rowCount(asked)];
  const rowsAtOnce = Math.max(1, Math.floor(workAtOnce / (knownCount * known.width)));
  const distances = new Float64Array(knownCount);
  for (let row = 0; row < askedCount; row++) {
    if (row % rowsAtOnce === 0) {
      onShare(row / askedCount);
      await pause();
      if (isCancelled()) return false;
    }
    distancesFrom(asked, row, known, distances);
    visit(row, distances);
  }
  return true;
}

/** Writes the squared distances of a row of `asked` to all rows of `known`; infinite to itself. */
export function distancesFrom(asked: Rows, row: number, known: Rows, distances: Float64Array): void {
  const { width } = known;
  const from = row * width;
  for (let other = 0; other < distances.length; other++) {
    const to = other * width;
    let distance = 0;
    for (let i = 0; i < width; i++) {
      const difference = (asked.values[from + i] ?? 0) - (known.values[to + i] ?? 0);
      distance += difference * difference;
    }
    distances[other] = distance;
  }
  if (known === asked) distances[row] = Infinity;
}
