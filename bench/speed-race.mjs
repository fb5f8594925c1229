// The rounds of a contest: everyone in turn, and out with whoever's loss is no longer a number.
import { timeTurn } from './speed-turn.mjs';

/**
 * A contender that is warm: its losses at the start (the floor has none), the steps of its warm-up and of each of its turns.
 *
 * @typedef {object} Racer
 * @property {string} name
 * @property {import('./speed-contest.mjs').OpenEntrant} contender
 * @property {number[]} losses
 * @property {number} warmUpSteps
 * @property {number} leadInSteps
 * @property {number} steps
 */

/**
 * @param {Racer[]} racers
 * @param {number} rounds
 * @returns the racers with the ms per step of each round that they finished, and why they finished no more
 * @throws {Error} when one of ours fails, or when somebody's loss has not fallen
 */
export async function race(racers, rounds) {
  const racing = racers.map((racer) => ({
    ...racer,
    ms: /** @type {number[]} */ ([]),
    made: racer.losses.length + racer.warmUpSteps,
    latest: racer.losses[0] ?? 0,
    leftOut: /** @type {string | null} */ (null),
  }));

  /** One more step, to read its loss: false when that is no number. @param {typeof racing[number]} racer */
  async function isSound(racer) {
    if (racer.losses.length === 0) return true;
    [racer.latest = Number.NaN] = await racer.contender.losses(1);
    if (Number.isFinite(racer.latest)) {
      racer.made++;
      return true;
    }
    racer.leftOut = `its loss is ${racer.latest} after ${racer.made} steps`;
    if (racer.name.startsWith('ours')) throw new Error(`${racer.name}: ${racer.leftOut}`);
    console.log(`  ${racer.name} is left out from here on: ${racer.leftOut}`);
    return false;
  }

  for (const racer of racing) await isSound(racer);
  for (let round = 0; round < rounds; round++) {
    for (const racer of racing) {
      if (racer.leftOut !== null) continue;
      const ms = await timeTurn((steps) => racer.contender.time(steps), racer);
      racer.made += racer.leadInSteps + racer.steps;
      // A turn that ended in numbers that are none may have been faster or slower for it.
      if (await isSound(racer)) racer.ms.push(ms);
    }
  }
  for (const { name, losses, latest, leftOut } of racing) {
    const [first] = losses;
    if (first !== undefined && leftOut === null && !(latest < first))
      throw new Error(`${name} does not learn: from ${first} to ${latest}`);
  }
  return racing;
}
