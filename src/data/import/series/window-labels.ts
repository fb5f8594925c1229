// The class of a window, where its points have classes: the rarest one among them. A window is anomalous if any point of it is, and
// one across the boundary of two common classes is of the rarer.

/** Rank of each class, the rarest of all points first, `[classCount]`. */
export function rarityOf(points: readonly Uint16Array[], classCount: number): Uint16Array {
  const counts = new Float64Array(classCount);
  for (const labels of points) for (const label of labels) counts[label]!++;
  const order = Array.from(counts, (_, label) => label);
  order.sort((one, other) => counts[one]! - counts[other]! || other - one);
  const ranks = new Uint16Array(classCount);
  for (const [rank, label] of order.entries()) ranks[label] = rank;
  return ranks;
}

export function windowLabel(points: Uint16Array, start: number, length: number, ranks: Uint16Array): number {
  let label = points[start] ?? 0;
  for (let at = start + 1; at < start + length; at++) {
    const other = points[at]!;
    if (ranks[other]! < ranks[label]!) label = other;
  }
  return label;
}
