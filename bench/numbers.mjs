// What the benches make of their measurements.

/**
 * The upper one of the two in the middle where their number is even; NaN of none.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** To four significant figures. @param {number} value */
export function round(value) {
  return Number(value.toPrecision(4));
}
