// Which points a line drawn around them holds.

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Indices of the points inside a closed polygon, by the even-odd rule (Shimrat 1962).
 * @param points `[n]` each, in the units of the polygon
 */
export function pointsInside(
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
  polygon: readonly Place[],
): Uint32Array {
  if (polygon.length < 3) return new Uint32Array();
  const left = Math.min(...polygon.map((corner) => corner.x));
  const right = Math.max(...polygon.map((corner) => corner.x));
  const held: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const place = { x: x[i] ?? NaN, y: y[i] ?? NaN };
    if (place.x >= left && place.x <= right && isInside(place, polygon)) held.push(i);
  }
  return Uint32Array.from(held);
}

function isInside({ x, y }: Place, polygon: readonly Place[]): boolean {
  let inside = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before && corner.y > y !== before.y > y) {
      const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
