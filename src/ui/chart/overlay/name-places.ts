// Where the names of reference lines stand: at the right end, above their line, or below it where that is taken, or further
// left where both are.

export interface NamePlace {
  /** Top of the name, pixels. */
  readonly top: number;
  /** Names to the right of it. */
  readonly column: number;
}

const height = 14;
const above = -16;
const below = 2;

/**
 * A place for each name, in the order given.
 * @param lines y of the lines, pixels, from top to bottom
 * @param first the highest that a name may stand
 */
export function namePlaces(lines: readonly number[], first: number): NamePlace[] {
  const placed: NamePlace[] = [];
  const isFree = ({ top, column }: NamePlace) =>
    top >= first && placed.every((other) => other.column !== column || Math.abs(other.top - top) >= height);
  for (const y of lines) {
    const candidates = lines.flatMap((_, column) => [
      { top: y + above, column },
      { top: y + below, column },
    ]);
    placed.push(candidates.find(isFree) ?? { top: y + below, column: 0 });
  }
  return placed;
}
