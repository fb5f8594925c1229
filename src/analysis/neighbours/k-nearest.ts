// The k nearest of many rows. Rows that are equally far away at the border of the neighbourhood compete for its last places;
// which of them get in must not depend on the order of the rows, or a map would show that order.
import { streams, uniform } from '../../core/random';
import { NearestList } from './nearest-list';
import { eachRow, type Rows } from './row-distances';

export interface Neighbours {
  /** Indices of the neighbours of each row, nearest first, `[n][k]`. */
  indices: number[][];
  /** Euclidean distances to them. */
  distances: number[][];
}

/** The neighbourhood of one row. */
export interface Neighbourhood {
  /** Squared distance of the k-th nearest; infinite when there are fewer. */
  readonly border: number;
  /** Rows nearer than the border, nearest first; fewer than k. */
  readonly inside: readonly number[];
  /** Rows at the border: they share the other k - `inside.length` places. */
  readonly atBorder: readonly number[];
}

/** The `k` nearest by squared distances `[n]`, with all that tie for the last place. Infinite and NaN distances do not count. */
export function neighbourhood(distances: Float64Array, k: number): Neighbourhood {
  const list = new NearestList(k);
  distances.forEach((distance, other) => list.offer(other, distance));
  const border = list.distances.at(-1) ?? Infinity;
  const inside = list.indices.filter((_, rank) => (list.distances[rank] ?? 0) < border);
  const atBorder: number[] = [];
  distances.forEach((distance, other) => {
    if (distance === border && distance < Infinity) atBorder.push(other);
  });
  return { border, inside, atBorder };
}

/**
 * The `k` nearest other rows of each row, by Euclidean distance. Ties for the last places are decided at random (seeded).
 * @returns null when cancelled
 */
export async function kNearest(
  rows: Rows,
  k: number,
  seed: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<Neighbours | null> {
  const found: Neighbours = { indices: [], distances: [] };
  const visit = (row: number, distances: Float64Array) => {
    const { inside, atBorder } = neighbourhood(distances, k);
    const places = k - inside.length;
    const chosen = atBorder.length <= places ? atBorder : drawn(atBorder, places, seed, row);
    const indices = [...inside, ...chosen];
    found.indices.push(indices);
    found.distances.push(indices.map((other) => Math.sqrt(distances[other] ?? 0)));
  };
  return (await eachRow(rows, rows, visit, onShare, isCancelled)) ? found : null;
}

/** `count` of the candidates at random; every row draws anew. */
function drawn(candidates: readonly number[], count: number, seed: number, row: number): number[] {
  return candidates
    .map((other) => ({ other, lot: uniform(seed, streams.pick, row, other) }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ other }) => other);
}
