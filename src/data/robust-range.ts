// The range that signals are scaled by: a few spikes do not decide it.

/** The share of values left out at either end. */
const left = 0.001;
/** How far the range reaches beyond them, as a share of itself. */
const margin = 0.05;

/**
 * The 0.1st and the 99.9th percentile of the values, with a twentieth of the distance more at either end. Where they are the same,
 * the least and the greatest value; where those are the same too, one unit from it on.
 * @param values of the training set, at least one, without NaN
 */
export function robustRange(values: Float32Array): [least: number, greatest: number] {
  const sorted = values.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  let [low, high] = [at(left), at(1 - left)];
  if (low === high) [low, high] = [at(0), at(1)];
  if (low === high) return [low, low + 1];
  const more = margin * (high - low);
  return [low - more, high + more];
}
