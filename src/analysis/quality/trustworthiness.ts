// How far a map can be trusted: whether neighbours on the map are neighbours in the original space.
import { neighbourhood } from '../neighbours/k-nearest';
import { distancesFrom, eachRow, rowCount, type Rows } from '../neighbours/row-distances';

/**
 * Trustworthiness (Venna & Kaski 2001), in [0, 1]: T = 1 - 2 / (n k (2n - 3k - 1)) * the sum of (r(i, j) - k) over all rows i
 * and those of i's k nearest j on the map that are not among i's k nearest in the space; r(i, j) is the rank of j by distance
 * from i in the space, 1 for the nearest. A random map scores about one half. Ties, on the map and in the space, are averaged
 * over: the result is that expected when equally near rows are ordered at random.
 * @param k less than half the rows
 * @returns one value per map; null when cancelled
 */
export async function trustworthiness(
  space: Rows,
  maps: readonly Rows[],
  k: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number[] | null> {
  const count = rowCount(space);
  const penalties = maps.map(() => 0);
  const onMap = new Float64Array(count);
  const visit = (row: number, inSpace: Float64Array) => {
    const sorted = inSpace.slice().sort();
    const penalty = (other: number) => meanExcess(sorted, inSpace[other] ?? 0, k);
    const sum = (others: readonly number[]) => others.reduce((total, other) => total + penalty(other), 0);
    maps.forEach((map, place) => {
      distancesFrom(map, row, map, onMap);
      const { inside, atBorder } = neighbourhood(onMap, k);
      const share = Math.min(1, (k - inside.length) / Math.max(1, atBorder.length));
      penalties[place] = (penalties[place] ?? 0) + sum(inside) + share * sum(atBorder);
    });
  };
  if (!(await eachRow(space, space, visit, onShare, isCancelled))) return null;
  return penalties.map((penalty) => 1 - (2 * penalty) / (count * k * (2 * count - 3 * k - 1)));
}

/** Mean of max(0, rank - k) over the ranks that rows at this distance have between them. */
function meanExcess(sorted: Float64Array, distance: number, k: number): number {
  const first = firstPlace(sorted, (other) => other >= distance) + 1;
  const last = firstPlace(sorted, (other) => other > distance);
  if (last <= k) return 0;
  const from = Math.max(first, k + 1);
  const sum = ((from - k + (last - k)) * (last - from + 1)) / 2;
  return sum / (last - first + 1);
}

/** The first place in rising numbers at which `isReached` holds, by bisection; their length if nowhere. */
function firstPlace(sorted: Float64Array, isReached: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(sorted[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}
