// Counts the images of each class in a selection.

export interface ClassCount {
  readonly label: number;
  readonly count: number;
}

/** The classes present in `indices`, most frequent first. */
export function classCounts(indices: Uint32Array, labels: Uint16Array): ClassCount[] {
  const counts = new Map<number, number>();
  for (const index of indices) {
    const label = labels[index];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label - b.label);
}
