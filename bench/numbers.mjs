// Statistics for the benches.

/**
 * The median; the upper of the two middle values for an even count, NaN for an empty list.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Rounds to four significant figures. @param {number} value */
export function round(value) {
  return Number(value.toPrecision(4));
}
