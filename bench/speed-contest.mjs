// Runs one contest of the speed bench: opens all entrants, compares their losses, and lets them take turns (A B C A B C ...),
// so that anything that slows the machine for a while slows all of them alike.
import { compareLosses } from './speed-losses.mjs';
import { ratiosOf, summary } from './speed-summary.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./speed-contests.mjs').Contest} Contest */
/** @typedef {import('./speed-contests.mjs').Entrant} Entrant */

const turnMs = 500;
/** Warm-up before the rounds. Browsers optimise hot code, which makes jax-js faster by a quarter, but not at once. */
const warmUpMs = 2000;
const jaxWarmUpMs = 6000;
const imagesByDefault = 6000;
const comparedByDefault = 21;

/**
 * @param {Page} page
 * @param {Contest} contest
 * @param {number} cores
 * @param {number} rounds
 * @throws {Error} when an entrant's losses differ from ours, or do not fall
 */
export async function runContest(page, { network, title, entrants, targets }, cores, rounds) {
  console.log(`\n${title}`);
  const opened = [];
  for (const [name, entrant] of Object.entries(entrants)) {
    const { kind, backend = 'wasm', threads = 'all', images = imagesByDefault } = entrant;
    const job = { network, images, backend, threads: threads === 'all' ? cores : threads };
    const runsOn = await page.evaluate(
      ([n, k, j]) => window.speed.open(n, k, j),
      /** @type {const} */ ([name, kind, job]),
    );
    console.log(`  ${name}: ${runsOn}`);
    const losses = await lossesOf(page, name, entrant.compared ?? comparedByDefault);
    opened.push({ name, entrant, runsOn, losses });
  }
  const agreement = compareLosses(network, opened);
  const racing = [];
  for (const one of opened)
    racing.push({
      ...one,
      steps: await stepsOfATurn(page, one.name, one.entrant),
      ms: /** @type {number[]} */ ([]),
    });
  for (let round = 0; round < rounds; round++) {
    for (const { name, steps, ms } of racing) ms.push((await time(page, name, steps)) / steps);
  }
  for (const { name, losses } of opened) {
    const [[first = Number.NaN], [last = Number.NaN]] = [losses, await lossesOf(page, name, 1)];
    if (!(last < first)) throw new Error(`${network}: ${name} does not learn: from ${first} to ${last}`);
    await page.evaluate((n) => window.speed.close(n), name);
  }
  const ratios = ratiosOf(racing);
  const contenders = racing.map(({ name, runsOn, steps, ms }) => ({
    name,
    runsOn,
    stepsPerTurn: steps,
    msPerStep: summary(ms),
  }));
  console.table(
    Object.fromEntries(
      contenders.map(({ name, stepsPerTurn, msPerStep: { median, least, most } }) => [
        name,
        {
          'ms a step': median,
          least,
          most,
          'times ours': ratios[name]?.median ?? 1,
          'steps a turn': stepsPerTurn,
        },
      ]),
    ),
  );
  return {
    title,
    contenders,
    ratiosToOurs: ratios,
    agreement,
    targets: targets.map(({ target, peers, atLeast, stretch }) => {
      const [against, ratio] = fastest(ratios, peers);
      const stretched = stretch === undefined ? {} : { stretch, stretchMet: ratio >= stretch };
      return { target, network: title, against, ratio, atLeast, met: ratio >= atLeast, ...stretched };
    }),
  };
}

/**
 * Warms a contender up, and finds how many steps fill a turn. @param {Page} page @param {string} name @param {Entrant} entrant
 */
async function stepsOfATurn(page, name, { kind, compared = comparedByDefault }) {
  const cold = Math.ceil(compared / 6);
  const coldMs = (await time(page, name, cold)) / cold;
  const warmUpSteps = Math.ceil((kind === 'jax' ? jaxWarmUpMs : warmUpMs) / coldMs);
  const warmMs = (await time(page, name, warmUpSteps)) / warmUpSteps;
  return Math.max(1, Math.round(turnMs / warmMs));
}

/** @param {Page} page @param {string} name @param {number} steps */
function time(page, name, steps) {
  return page.evaluate(([n, count]) => window.speed.time(n, count), /** @type {const} */ ([name, steps]));
}

/** @param {Page} page @param {string} name @param {number} steps */
function lossesOf(page, name, steps) {
  return page.evaluate(([n, count]) => window.speed.losses(n, count), /** @type {const} */ ([name, steps]));
}

/**
 * The peer against which our lead is smallest.
 *
 * @param {Record<string, { median: number }>} ratios
 * @param {string[]} peers
 * @returns {[string, number]}
 */
function fastest(ratios, peers) {
  const found = peers.map(
    (peer) => /** @type {[string, number]} */ ([peer, ratios[peer]?.median ?? Number.NaN]),
  );
  return found.reduce((least, other) => (other[1] < least[1] ? other : least));
}
