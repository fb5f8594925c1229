// Which units of a wide layer are shown where there is no room for all: those that do most, in their own order. A unit that is shown
// keeps its place while it is nearly among them, so that a live picture does not flicker.

/** A shown unit stays while its rank is below so many times the room. */
const patience = 1.3;

/** Unit numbers by falling distance from 0, ties by number, `[units]`. */
export function mostActiveFirst(values: Float32Array): number[] {
  const size = (unit: number) => Math.abs(values[unit] ?? 0);
  return Array.from(values, (_, unit) => unit).sort((a, b) => size(b) - size(a) || a - b);
}

/**
 * At most `room` units, ascending.
 * @param values of each unit, `[units]`
 * @param before the units that were shown until now
 */
export function shownUnits(values: Float32Array, room: number, before: readonly number[] = []): number[] {
  if (values.length <= room) return Array.from(values, (_, unit) => unit);
  const ranked = mostActiveFirst(values);
  const nearly = new Set(ranked.slice(0, Math.floor(patience * room)));
  // What does most comes in at once, however full it is.
  const strongest = ranked.slice(0, Math.ceil(room / 2));
  const shown = new Set(strongest);
  for (const unit of [...before, ...ranked]) {
    if (shown.size >= room) break;
    if (nearly.has(unit)) shown.add(unit);
  }
  return [...shown].sort((a, b) => a - b);
}

/** The `count` units furthest from 0, strongest first; those at 0 are left out. */
export function strongestUnits(values: Float32Array, count: number): number[] {
  return mostActiveFirst(values)
    .filter((unit) => Math.abs(values[unit] ?? 0) > 0)
    .slice(0, count);
}
