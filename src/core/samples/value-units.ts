// The data's own units: what the values 0 and 1 of a sample stand for.

export type ValueRange = readonly [min: number, max: number];

export interface ValueUnits {
  /** What 0 and 1 stand for, wherever in the sample they are. */
  readonly valueRange: ValueRange;
  /** What they stand for at each place, `[sampleSize]`, where every place was scaled by itself. */
  readonly placeRanges?: readonly ValueRange[] | undefined;
}

/** What 0 and 1 stand for at a place in a sample. */
export function rangeAt({ valueRange, placeRanges }: ValueUnits, place: number): ValueRange {
  return placeRanges?.[place] ?? valueRange;
}
