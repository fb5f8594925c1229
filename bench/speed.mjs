// Milliseconds per training step compared with the alternatives, in one browser run: `npm run bench:speed`. Options: `--only
// reference,vae` (contests of speed-contests.mjs; `flag`, of speed-browsers.mjs), `--rounds n`. A partial run is stored only under a
// name of its own: `--store name`.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';
import { ensureEnvironment } from './python/environment.mjs';
import { runFlagContest } from './speed-browsers.mjs';
import { runContest } from './speed-contest.mjs';
import { contests } from './speed-contests.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, store: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(options.rounds);
/** Load average over the minute before the bench: well below 1 on a quiet machine. */
const loadBefore = Number((loadavg()[0] ?? Number.NaN).toFixed(2));
const chosen = options.only?.split(',') ?? [...Object.keys(contests), 'flag'];

const environment = ensureEnvironment();
if ('missing' in environment) console.log(`Without native JAX: ${environment.missing}.`);
const python = 'python' in environment ? environment.python : null;

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'speed' in window);
  const { isolated, cores } = await page.evaluate(() => ({
    isolated: window.speed.isolated,
    cores: window.speed.cores,
  }));
  if (!isolated) throw new Error('The page is not cross-origin isolated: no contender would have threads.');
  const results = [];
  for (const id of chosen) {
    if (id === 'flag') {
      results.push({ id, ...(await runFlagContest(rounds)) });
      continue;
    }
    const contest = contests[id];
    if (!contest)
      throw new Error(`There is no contest ${id}; there are flag, ${Object.keys(contests).join(', ')}.`);
    results.push({ id, ...(await runContest(page, contest, cores, rounds, python)) });
  }
  const targets = results.flatMap(({ targets: met }) => met);
  console.table(
    targets.map(({ target, network, against, ratio, atLeast, met }) => ({
      target,
      network,
      against,
      ratio,
      atLeast,
      met,
    })),
  );
  const stored = {
    crossOriginIsolated: isolated,
    loadBefore,
    versions: versions(),
    rounds,
    targets,
    contests: results,
  };
  const name = options.store ?? 'speed';
  const command = `node bench/speed.mjs --only ${options.only} --rounds ${rounds} --store ${name}`;
  if (options.only !== undefined && options.store !== undefined)
    store(name, command, page.context().browser()?.version() ?? '', stored);
  if (options.only === undefined)
    store('speed', 'npm run bench:speed', page.context().browser()?.version() ?? '', stored);
}, 'bench/page/speed.html');

/** Versions of the contenders. */
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
