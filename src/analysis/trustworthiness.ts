// How far a map can be trusted: whether who is near on it is near in the space that it shows.
import { kNearest, rowCount, type Neighbours, type Rows } from './k-nearest';
import { pause } from './pause';

const rowsAtOnce = 50;

/**
 * Trustworthiness (Venna & Kaski 2001), in [0, 1]: T = 1 - 2 / (n k (2n - 3k - 1)) * sum over the rows i and over those of the k
 * nearest on the map that are not among the k nearest in the space, of (r(i, j) - k), r the rank of j by distance from i in
 * the space, 1 for the nearest. A random map has about one half.
 * @param k less than half the rows
 * @returns null when it was cancelled
 */
export async function trustworthiness(
  space: Rows,
  maps: readonly Rows[],
  k: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number[] | null> {
  const count = rowCount(space);
  const near: Neighbours[] = [];
  for (const map of maps) {
    const found = await kNearest(map, map, k, () => undefined, isCancelled);
    if (!found) return null;
    near.push(found);
  }
  const penalties = maps.map(() => 0);
  const distances = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    if (row % rowsAtOnce === 0) {
      onShare(row / count);
      await pause();
      if (isCancelled()) return null;
    }
    distancesFrom(space, row, distances);
    near.forEach(({ indices }, map) => {
      for (const other of indices[row] ?? []) {
        penalties[map] = (penalties[map] ?? 0) + Math.max(0, rankOf(distances, row, other) - k);
      }
    });
  }
  return penalties.map((penalty) => 1 - (2 * penalty) / (count * k * (2 * count - 3 * k - 1)));
}

function distancesFrom({ values, width }: Rows, row: number, distances: Float64Array): void {
  for (let other = 0; other < distances.length; other++) {
    let distance = 0;
    for (let i = 0; i < width; i++) {
      const difference = (values[row * width + i] ?? 0) - (values[other * width + i] ?? 0);
      distance += difference * difference;
    }
    distances[other] = distance;
  }
}

/** 1 for the nearest; equally near ones come in the order of their places. */
function rankOf(distances: Float64Array, row: number, other: number): number {
  const distance = distances[other] ?? 0;
  let rank = 1;
  for (let i = 0; i < distances.length; i++) {
    const nearer = (distances[i] ?? 0) < distance || (distances[i] === distance && i < other);
    if (nearer && i !== row) rank++;
  }
  return rank;
}
