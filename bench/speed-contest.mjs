// Runs one contest of the speed bench: opens all entrants, compares their losses, and lets them take turns (A B C A B C ...),
// so that anything that slows the machine for a while slows all of them alike.
import { openNativeJax } from './native-jax/native-jax.mjs';
import { limitBinary } from './processor-limit.mjs';
import { compareLosses } from './speed-losses.mjs';
import { race } from './speed-race.mjs';
import { ratiosOf, summary } from './speed-summary.mjs';
import { turnOf } from './speed-turn.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./speed-contests.mjs').Contest} Contest */
/** @typedef {import('./speed-contests.mjs').Entrant} Entrant */

/**
 * An entrant that has been opened: `losses` before each of so many updates (the floor has none), the ms that so many take, and its end.
 *
 * @typedef {object} OpenEntrant
 * @property {string} runsOn
 * @property {(steps: number) => Promise<number[]>} losses
 * @property {(steps: number) => Promise<number>} time
 * @property {() => unknown} close
 */

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
 * @param {string | null} python an interpreter with JAX, or nothing: then native JAX is left out
 * @throws {Error} when an entrant's losses differ from ours at the start, or do not fall; one whose loss is no number later is left out
 *   from then on
 */
export async function runContest(page, { network, title, entrants, targets }, cores, rounds, python) {
  console.log(`\n${title}`);
  const opened = [];
  for (const [name, entrant] of Object.entries(entrants)) {
    if (entrant.kind === 'native-jax' && python === null) continue;
    const contender = await open(page, name, network, entrant, cores, python ?? '');
    console.log(`  ${name}: ${contender.runsOn}`);
    const losses = await contender.losses(entrant.compared ?? comparedByDefault);
    opened.push({ name, entrant, contender, losses });
  }
  const learning = opened.filter(({ entrant }) => entrant.kind !== 'floor');
  const agreement = compareLosses(network, learning);
  const racing = [];
  for (const { name, entrant, contender, losses } of opened)
    racing.push({
      name,
      contender,
      losses,
      ...(await warmUp(contender, entrant)),
    });
  const raced = await race(racing, rounds);
  for (const { contender } of opened) await contender.close();
  const ratios = ratiosOf(raced.filter(({ ms }) => ms.length > 0));
  const contenders = raced.map(({ name, contender, steps, ms, leftOut }) => ({
    name,
    runsOn: contender.runsOn,
    stepsPerTurn: steps,
    msPerStep: ms.length > 0 ? summary(ms) : null,
    ...(leftOut !== null && { leftOut, rounds: ms.length }),
  }));
  console.table(
    Object.fromEntries(
      contenders.map(({ name, stepsPerTurn, msPerStep }) => [
        name,
        {
          'ms a step': msPerStep?.median,
          least: msPerStep?.least,
          most: msPerStep?.most,
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
    targets: targets
      .map((target) => ({ ...target, peers: target.peers.filter((peer) => peer in ratios) }))
      .filter(({ peers }) => peers.length > 0)
      .map(({ target, peers, atLeast, stretch }) => {
        const [against, ratio] = fastest(ratios, peers);
        const stretched = stretch === undefined ? {} : { stretch, stretchMet: ratio >= stretch };
        return { target, network: title, against, ratio, atLeast, met: ratio >= atLeast, ...stretched };
      }),
  };
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Contest['network']} network
 * @param {Entrant} entrant
 * @param {number} cores
 * @param {string} python
 * @returns {Promise<OpenEntrant>}
 */
async function open(page, name, network, entrant, cores, python) {
  const { kind, backend = 'wasm', threads = 'all', images = imagesByDefault } = entrant;
  if (kind === 'native-jax') {
    const asked = /** @type {const} */ ([network, images]);
    return openNativeJax(
      python,
      await page.evaluate(([id, atMost]) => window.speed.networkAsData(id, atMost), asked),
    );
  }
  if (kind === 'floor') return openFloor(page, network, cores);
  const job = { network, images, backend, threads: threads === 'all' ? cores : threads };
  const runsOn = await page.evaluate(
    ([n, k, j]) => window.speed.open(n, k, j),
    /** @type {const} */ ([name, kind, job]),
  );
  return {
    runsOn,
    losses: (steps) =>
      page.evaluate(([n, count]) => window.speed.losses(n, count), /** @type {const} */ ([name, steps])),
    time: (steps) =>
      page.evaluate(([n, count]) => window.speed.time(n, count), /** @type {const} */ ([name, steps])),
    close: () => page.evaluate((n) => window.speed.close(n), name),
  };
}

/**
 * @param {Page} page
 * @param {Contest['network']} network
 * @param {number} cores
 * @returns {Promise<OpenEntrant>}
 */
async function openFloor(page, network, cores) {
  const opening = /** @type {const} */ ([network, cores, await limitBinary()]);
  await page.evaluate(([id, threads, binary]) => window.speed.openFloor(id, threads, binary), opening);
  return {
    runsOn: `multiply-adds of 128 bits in registers, ${cores} threads`,
    losses: () => Promise.resolve([]),
    time: (steps) => page.evaluate((count) => window.speed.timeFloor(count), steps),
    close: () => page.evaluate(() => window.speed.closeFloor()),
  };
}

/**
 * Warms a contender up, and finds how many steps fill its lead-in and its turn. @param {OpenEntrant} contender @param {Entrant} entrant
 */
async function warmUp(contender, { kind, compared = comparedByDefault }) {
  const cold = Math.ceil(compared / 6);
  const coldMs = (await contender.time(cold)) / cold;
  const warmUpSteps = Math.ceil((kind === 'jax' ? jaxWarmUpMs : warmUpMs) / coldMs);
  await contender.time(warmUpSteps);
  // Not of the warm-up, which is far slower than the turns for some: their turns would be too short.
  const probed = Math.ceil(warmUpSteps / 10);
  const warmMs = (await contender.time(probed)) / probed;
  return { warmUpSteps: cold + warmUpSteps + probed, ...turnOf(warmMs) };
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
