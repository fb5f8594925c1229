// A turn of a contest. It begins with a few steps that are not timed: a thread that slept while others had theirs is often woken on the core
// of the one that calls it, and the system takes up to 40 ms to give them a core each. A page that trains goes on without pauses.

const turnMs = 500;
const leadInMs = 100;

/** @typedef {{ leadInSteps: number, steps: number }} Turn */

/** How many steps fill a turn. @param {number} msPerStep @returns {Turn} */
export function turnOf(msPerStep) {
  const stepsIn = (/** @type {number} */ ms) => Math.max(1, Math.round(ms / msPerStep));
  return { leadInSteps: stepsIn(leadInMs), steps: stepsIn(turnMs) };
}

/** The ms per step of a turn. @param {(steps: number) => Promise<number>} time ms of so many steps @param {Turn} turn */
export async function timeTurn(time, { leadInSteps, steps }) {
  await time(leadInSteps);
  return (await time(steps)) / steps;
}
