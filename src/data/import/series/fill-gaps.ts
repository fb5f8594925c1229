// Rows that were left out for a missing value come back as points of a series: time does not stop for them.

/** A part of a table's rows, and where these stood before rows were left out. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `[rows of the table]`, rising; null where none was left out. */
  readonly places: Uint32Array | null;
}

/** Points with those that were left out between them. */
export function filledLength({ from, to, places }: Stretch): number {
  return places && to > from ? places[to - 1]! - places[from]! + 1 : to - from;
}

/** The points of a stretch, those that were left out on the straight line between their neighbours. */
export function fillNumbers(column: Float32Array, stretch: Stretch): Float32Array {
  const { from, to, places } = stretch;
  const length = filledLength(stretch);
  if (places === null || length === to - from) return column.subarray(from, to);
  const filled = new Float32Array(length);
  for (let row = from; row < to; row++) {
    const at = places[row]! - places[from]!;
    filled[at] = column[row]!;
    const before = row === from ? at : places[row - 1]! - places[from]!;
    for (let missing = before + 1; missing < at; missing++) {
      const share = (missing - before) / (at - before);
      filled[missing] = (1 - share) * filled[before]! + share * filled[at];
    }
  }
  return filled;
}

/** The same for classes: a point that was left out has the class of the one before it. */
export function fillClasses(classes: Uint16Array, stretch: Stretch): Uint16Array {
  const { from, to, places } = stretch;
  const length = filledLength(stretch);
  if (places === null || length === to - from) return classes.subarray(from, to);
  const filled = new Uint16Array(length);
  for (let row = from; row < to; row++) {
    const end = row + 1 < to ? places[row + 1]! - places[from]! : length;
    filled.fill(classes[row]!, places[row]! - places[from]!, end);
  }
  return filled;
}
