// Medians and ratios over rounds of turns.
import { round } from './numbers.mjs';

/** @param {number[]} values */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    round(sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN);
  return {
    median: median(sorted),
    least: at(0),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    most: at(1),
  };
}

/**
 * Each contender's time relative to ours. Turns of one round are compared with each other, so that a temporarily slow machine
 * does not distort the ratio.
 *
 * @param {{ name: string, ms: number[] }[]} contenders with the ms per step of each round
 */
export function ratiosOf(contenders) {
  const ours = contenders.find(({ name }) => name === 'ours')?.ms ?? [];
  return Object.fromEntries(
    contenders
      .filter(({ name }) => name !== 'ours')
      .map(({ name, ms: theirs }) => [
        name,
        summary(theirs.map((time, turn) => time / (ours[turn] ?? Number.NaN))),
      ]),
  );
}

/** @param {number[]} sorted */
function median(sorted) {
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return round(((below ?? Number.NaN) + (above ?? Number.NaN)) / 2);
}
