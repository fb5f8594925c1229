// Where the names at the ends of lines stand: beside the end, and lower where another name is in the way.

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Names are a letter or two, of this size in pixels. */
const size = { width: 14, height: 13 } as const;

/**
 * The middle of the left side of each name, in the order given.
 * @param ends of the lines, pixels
 * @param bottom no name stands lower, as far as there is room
 */
export function endPlaces(ends: readonly Place[], bottom = Infinity): Place[] {
  const places: Place[] = ends.map(({ x, y }) => ({ x: x + 3, y }));
  const fromTop = places.map((_, index) => index).sort((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
  const moveDown = (at: number, other: number) => Math.max(at, other + size.height);
  const moveUp = (at: number, other: number) => Math.min(at, other - size.height);
  settle(places, fromTop, moveDown);
  const hasRoom = places.every(({ y }) => y <= bottom);
  if (hasRoom) return places;
  const clamped = places.map(({ x, y }) => ({ x, y: Math.min(y, bottom) }));
  settle(clamped, fromTop.reverse(), moveUp);
  return clamped;
}

/** Moves each name off those before it in the order. Names that lie side by side do not meet. */
function settle(
  places: Place[],
  order: readonly number[],
  move: (at: number, other: number) => number,
): void {
  const settled: Place[] = [];
  for (const index of order) {
    const { x, y: wanted } = places[index] ?? { x: 0, y: 0 };
    const y = settled
      .filter((other) => Math.abs(other.x - x) < size.width)
      .reduce((at, other) => move(at, other.y), wanted);
    places[index] = { x, y };
    settled.push({ x, y });
  }
}
