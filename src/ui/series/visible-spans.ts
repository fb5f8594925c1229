// Stretches as spans of pixels: those that are no pixel apart are drawn as one, so that thousands of them cost little. Pure.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * @param stretches in any order
 * @param toX the pixel of a point
 * @param inside the pixels of the plot; what lies outside is cut off or left out
 */
export function visibleSpans(
  stretches: readonly { readonly from: number; readonly to: number }[],
  toX: (point: number) => number,
  inside: Span,
): Span[] {
  const found: Span[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(inside.start, toX(from));
    const end = Math.min(inside.end, Math.max(toX(to), toX(from) + 1.5));
    if (end <= inside.start || start >= inside.end) continue;
    const last = found.at(-1);
    if (last && start - last.end < 1)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found;
}
