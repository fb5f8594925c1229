// Checks that contenders with the same weights, images and noise have the same losses: a fast but wrong step does not count.

/** Numbers of updates after which the losses are compared, as far as a contender has trained. */
const compared = [0, 1, 5, 20];

/** Largest relative difference from ours; rounding alone (single precision, a different order of sums) stays far below. */
const tolerance = 2e-3;

/**
 * @param {string} network for the message
 * @param {{ name: string, losses: number[] }[]} contenders with the losses before update 0, 1, ...
 * @returns the losses compared and the largest relative difference of each contender from `ours`
 * @throws {Error} when one differs by more than `tolerance`, or is not finite
 */
export function compareLosses(network, contenders) {
  const ours = contenders.find(({ name }) => name === 'ours')?.losses ?? [];
  const agreement = contenders.map(({ name, losses: theirs }) => {
    const after = compared.filter((updates) => updates < theirs.length);
    const differences = after.map((updates) => {
      const [mine, other] = [ours[updates] ?? Number.NaN, theirs[updates] ?? Number.NaN];
      return Math.abs(other - mine) / Math.abs(mine);
    });
    const lossAfterUpdates = Object.fromEntries(after.map((updates) => [updates, theirs[updates]]));
    return { name, lossAfterUpdates, largestDifference: Math.max(...differences) };
  });
  const wrong = agreement.filter(({ largestDifference }) => !(largestDifference <= tolerance));
  if (wrong.length > 0) {
    console.error(JSON.stringify(agreement, null, 2));
    throw new Error(
      `${network}: the losses of ${wrong.map(({ name }) => name).join(', ')} are not those of ours.`,
    );
  }
  return agreement;
}
