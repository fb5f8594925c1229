// Where values stand in the picture of a signal: 0 near the bottom and 1 near the top, with some room for what lies outside.

/** Room below 0 and above 1, each as a share of the range. */
const headroom = 0.08;

/** Height in the picture that 0 to 1 take. */
export const rangeShare = 1 / (1 + 2 * headroom);

/** Height of a value above the lower edge of the picture, as a share of it; beyond [0, 1] where there is no room. */
export function heightOf(value: number): number {
  return (value + headroom) * rangeShare;
}

/** The value at a height: the inverse of `heightOf`. */
export function valueAtHeight(height: number): number {
  return height / rangeShare - headroom;
}
