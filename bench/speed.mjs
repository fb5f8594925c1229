// Milliseconds per training step beside what a person would use instead, in one browser run: `npm run bench`
// The contenders take turns (A B C A B C ...), so that what slows the machine for a while slows all of them alike. Options:
// `--only reference,vae` (contests of speed-contests.mjs), `--rounds n`. A part of the bench is printed but not stored.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';
import { contests } from './speed-contests.mjs';
import { compareLosses } from './speed-losses.mjs';
import { ratiosOf, summary } from './speed-summary.mjs';

/** @typedef {import('./speed-contests.mjs').Contest} Contest */

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '7' } },
});
const rounds = Number(options.rounds);
const chosen = options.only?.split(',') ?? Object.keys(contests);
const turnMs = 500;
/** Each contender's, before the rounds. Browsers compile what runs often better, and jax-js gains a quarter from that. */
const warmUpMs = 5000;

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'speed' in window);
  const { isolated, cores } = await page.evaluate(() => ({
    isolated: window.speed.isolated,
    cores: window.speed.cores,
  }));
  if (!isolated) throw new Error('The page is not cross-origin isolated: nobody would have threads.');
  const results = [];
  for (const id of chosen) {
    const contest = contests[id];
    if (!contest)
      throw new Error(`There is no contest ${id}; there are ${Object.keys(contests).join(', ')}.`);
    results.push({ id, ...(await hold(page, contest, cores)) });
  }
  const targets = results.flatMap(({ targets: met }) => met);
  console.table(
    targets.map(({ asked, network, ratio, atLeast, met }) => ({ asked, network, ratio, atLeast, met })),
  );
  const stored = { crossOriginIsolated: isolated, versions: versions(), rounds, targets, contests: results };
  if (options.only === undefined)
    store('speed', 'npm run bench', page.context().browser()?.version() ?? '', stored);
}, 'bench/page/speed.html');

/**
 * Opens all entrants, compares their losses, then lets them take turns.
 *
 * @param {import('playwright').Page} page
 * @param {Contest} contest
 * @param {number} cores
 */
async function hold(page, { network, title, entrants, targets }, cores) {
  console.log(`\n${title}`);
  const names = Object.keys(entrants);
  /** @type {Record<string, { runsOn: string, losses: number[], steps: number, ms: number[] }>} */
  const table = {};
  for (const [name, { kind, backend = 'wasm', threads = 'all', images = 6000, slow }] of Object.entries(
    entrants,
  )) {
    const job = { network, images, backend, threads: threads === 'all' ? cores : threads };
    const runsOn = await page.evaluate(
      ([n, k, j]) => window.speed.open(n, k, j),
      /** @type {const} */ ([name, kind, job]),
    );
    const losses = await page.evaluate(
      ([n, steps]) => window.speed.losses(n, steps),
      /** @type {const} */ ([name, slow ? 6 : 21]),
    );
    table[name] = { runsOn, losses, steps: 0, ms: [] };
  }
  const agreement = compareLosses(
    network,
    Object.fromEntries(names.map((name) => [name, table[name]?.losses ?? []])),
  );
  const time = (/** @type {string} */ name, /** @type {number} */ steps) =>
    page.evaluate(([n, count]) => window.speed.time(n, count), /** @type {const} */ ([name, steps]));
  for (const name of names) {
    const row = table[name];
    if (!row) continue;
    const cold = entrants[name]?.slow ? 1 : 5;
    const warmUpSteps = Math.ceil((warmUpMs * cold) / (await time(name, cold)));
    row.steps = Math.max(1, Math.round((turnMs * warmUpSteps) / (await time(name, warmUpSteps))));
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const row = table[name];
      row?.ms.push((await time(name, row.steps)) / row.steps);
    }
  }
  for (const name of names) {
    const [loss = Number.NaN] = await page.evaluate((n) => window.speed.losses(n, 1), name);
    const first = table[name]?.losses[0] ?? 0;
    if (!(loss < first)) throw new Error(`${network}: ${name} does not learn: from ${first} to ${loss}`);
    await page.evaluate((n) => window.speed.close(n), name);
  }
  const rows = names.map((name) => {
    const { runsOn = '', steps = 0, ms = [] } = table[name] ?? {};
    return { name, runsOn, stepsPerTurn: steps, msPerStep: summary(ms) };
  });
  const ratios = ratiosOf(Object.fromEntries(names.map((name) => [name, table[name]?.ms ?? []])));
  for (const { name, runsOn } of rows) console.log(`  ${name}: ${runsOn}`);
  console.table(
    Object.fromEntries(
      rows.map(({ name, stepsPerTurn, msPerStep: { median, least, most } }) => [
        name,
        {
          'ms a step': median,
          least,
          most,
          'times ours': ratios[name]?.median,
          'steps a turn': stepsPerTurn,
        },
      ]),
    ),
  );
  return {
    title,
    contenders: rows,
    ratiosToOurs: ratios,
    agreement,
    targets: targets.map(({ asked, peers, atLeast, stretch }) => {
      // The fastest peer is the one with the smallest ratio.
      const ratio = Math.min(...peers.map((peer) => ratios[peer]?.median ?? Infinity));
      return {
        asked,
        network: title,
        ratio,
        atLeast,
        met: ratio >= atLeast,
        ...(stretch && { stretch, stretchMet: ratio >= stretch }),
      };
    }),
  };
}

/** Versions of what is compared. */
function versions() {
  const tfjs = ['core', 'layers', 'backend-wasm', 'backend-webgl', 'backend-cpu'].map(
    (part) => `tfjs-${part}`,
  );
  const names = [...tfjs.map((part) => `@tensorflow/${part}`), '@jax-js/jax'];
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

/** @param {string} name @returns {string} */
function versionOf(name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return version;
}
