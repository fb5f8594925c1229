// Where to write the name of each class on the map: the second cue beside colour.

export interface CategoryPlace {
  readonly category: number;
  readonly x: number;
  readonly y: number;
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/**
 * The median place of each category (median of x, median of y, from at most 400 of its points), the largest categories
 * first. Points whose coordinates are 1e6 (hidden or not finite) do not count.
 */
export function categoryPlaces(
  points: { readonly x: Float32Array; readonly y: Float32Array; readonly categories: Uint8Array },
  count: number,
): CategoryPlace[] {
  const xs: number[][] = Array.from({ length: count }, () => []);
  const ys: number[][] = Array.from({ length: count }, () => []);
  const stride = Math.max(1, Math.floor(points.x.length / (count * 400)));
  for (let i = 0; i < points.x.length; i += stride) {
    const category = points.categories[i] ?? 0;
    const x = points.x[i] ?? NaN;
    if (!(x < 1e5)) continue;
    xs[category]?.push(x);
    ys[category]?.push(points.y[i] ?? NaN);
  }
  return xs
    .map((x, category) => ({ category, size: x.length, x: median(x), y: median(ys[category] ?? []) }))
    .filter((place) => place.size > 4)
    .sort((a, b) => b.size - a.size);
}
