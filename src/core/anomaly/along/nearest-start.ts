/** The window that begins nearest to a point: one of `starts`, which rise; null without any. */
export function nearestStart(starts: ArrayLike<number>, point: number): number | null {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < point) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [starts[low - 1], starts[low]];
  if (before === undefined || after === undefined) return before ?? after ?? null;
  return point - before <= after - point ? before : after;
}
