// Classification by the k nearest rows. Ties are averaged over, never broken by the order of the rows: the accuracy is that
// expected when equally near rows are drawn at random.
import { neighbourhood, type Neighbourhood } from './k-nearest';
import { eachRow, type Rows } from './row-distances';

interface Labelled {
  readonly rows: Rows;
  /** `[count]`. */
  readonly labels: Uint16Array;
}

/**
 * Share of the test rows whose class is that of the majority of their `k` nearest training rows, in [0, 1].
 * @returns null when cancelled
 */
export async function voteAccuracy(
  train: Labelled,
  test: Labelled,
  k: number,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<number | null> {
  let right = 0;
  const visit = (row: number, distances: Float64Array) => {
    const chosen = majority(neighbourhood(distances, k), k, train.labels, distances);
    if (chosen.includes(test.labels[row] ?? -1)) right += 1 / chosen.length;
  };
  const isDone = await eachRow(train.rows, test.rows, visit, onShare, isCancelled);
  return isDone ? right / test.labels.length : null;
}

/**
 * The class with most votes. A row inside the neighbourhood has one vote; those at its border share the votes that are left.
 * Of classes with equally many votes, the one whose nearest row is nearest; several where that is a tie too.
 * @param distances `[n]`, to all rows
 */
export function majority(
  { inside, atBorder }: Neighbourhood,
  k: number,
  labels: Uint16Array,
  distances: Float64Array,
): number[] {
  const places = Math.min(k - inside.length, atBorder.length);
  const votes = new Map<number, { count: number; nearest: number }>();
  // In units of 1 / atBorder.length, so that sums of equal shares are equal.
  const cast = (voters: readonly number[], share: number) =>
    voters.forEach((index) => {
      const label = labels[index] ?? 0;
      const soFar = votes.get(label) ?? { count: 0, nearest: distances[index] ?? Infinity };
      votes.set(label, { ...soFar, count: soFar.count + share });
    });
  cast(inside, atBorder.length);
  cast(atBorder, places);
  const all = [...votes];
  const most = Math.max(...all.map(([, { count }]) => count));
  const first = all.filter(([, { count }]) => count === most);
  const nearest = Math.min(...first.map(([, vote]) => vote.nearest));
  return first.filter(([, vote]) => vote.nearest === nearest).map(([label]) => label);
}
