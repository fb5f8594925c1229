// Exact nearest neighbours by going through all of them, in pieces between which others are answered.
import { NearestList } from './nearest-list';
import { pause } from './pause';

/** Rows of numbers, `[count, width]`. */
export interface Rows {
  readonly values: Float32Array;
  readonly width: number;
}

export interface Neighbours {
  /** Places of the neighbours of each row, nearest first, `[n][k]`. */
  indices: number[][];
  /** Euclidean distances to them. */
  distances: number[][];
}

/** Multiplications between two pauses: some tens of milliseconds. */
const workAtOnce = 3e7;

export function rowCount({ values, width }: Rows): number {
  return values.length / width;
}

/**
 * The `k` rows of `known` nearest to each row of `asked`, by Euclidean distance; a row of the same place does not count as
 * its own neighbour where `known` is `asked`.
 * @returns null when it was cancelled
 */
export async function kNearest(
  known: Rows,
  asked: Rows,
  k: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<Neighbours | null> {
  const [knownCount, askedCount] = [rowCount(known), rowCount(asked)];
  const rowsAtOnce = Math.max(1, Math.floor(workAtOnce / (knownCount * known.width)));
  const found: Neighbours = { indices: [], distances: [] };
  for (let row = 0; row < askedCount; row++) {
    if (row % rowsAtOnce === 0) {
      onShare(row / askedCount);
      await pause();
      if (isCancelled()) return null;
    }
    const list = nearestRows(known, asked, row, k);
    found.indices.push(list.indices);
    found.distances.push(list.distances.map(Math.sqrt));
  }
  return found;
}

function nearestRows(known: Rows, asked: Rows, row: number, k: number): NearestList {
  const { width } = known;
  const list = new NearestList(k);
  const from = row * width;
  const count = rowCount(known);
  for (let other = 0; other < count; other++) {
    if (known === asked && other === row) continue;
    const to = other * width;
    let distance = 0;
    for (let i = 0; i < width; i++) {
      const difference = (asked.values[from + i] ?? 0) - (known.values[to + i] ?? 0);
      distance += difference * difference;
    }
    list.offer(other, distance);
  }
  return list;
}

/** The class that most of the neighbours have; of equally many that of the nearest among them. */
export function majority(neighbours: readonly number[], labels: Uint16Array): number {
  const votes = new Map<number, number>();
  for (const index of neighbours) {
    const label = labels[index] ?? 0;
    votes.set(label, (votes.get(label) ?? 0) + 1);
  }
  let best = -1;
  for (const [label, count] of votes) if (count > (votes.get(best) ?? 0)) best = label;
  return best;
}
