// Where the names at the ends of lines stand: beside the end, and lower where another name is in the way.

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Names are a letter or two, of this size in pixels. */
const size = { width: 14, height: 13 } as const;

/** The middle of the left side of each name, in the order given. @param ends of the lines, pixels */
export function endPlaces(ends: readonly Place[]): Place[] {
  const places: Place[] = ends.map(({ x, y }) => ({ x: x + 3, y }));
  const fromTop = places.map((_, index) => index).sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
  const placed: Place[] = [];
  for (const index of fromTop) {
    const { x, y: wanted } = places[index] ?? { x: 0, y: 0 };
    // Those placed so far are higher, so one pass from the top moves a name below all that it would cover.
    const y = placed
      .filter((other) => Math.abs(other.x - x) < size.width)
      .sort((a, b) => a.y - b.y)
      .reduce((at, other) => (Math.abs(other.y - at) < size.height ? other.y + size.height : at), wanted);
    places[index] = { x, y };
    placed.push({ x, y });
  }
  return places;
}
