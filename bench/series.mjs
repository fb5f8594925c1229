// How like real ones generated heartbeats and samples of MNIST-1D are, and what plain networks make of the two data sets.
// `npm run bench:series`; `--only plain-heartbeats,vae-mnist1d` measures a part, and keeps the rest of what is stored.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });

/** Generated samples. */
const count = 5000;

/** @typedef {Parameters<typeof window.seriesRun>[0]} SeriesRun */
/** @type {Record<string, SeriesRun>} */
const runs = {
  'plain-heartbeats': { dataset: 'heartbeats', isVariational: false, patch: {}, epochs: 60, count: 0 },
  'plain-mnist1d': { dataset: 'mnist1d', isVariational: false, patch: {}, epochs: 200, count: 0 },
  'vae-heartbeats': { dataset: 'heartbeats', isVariational: true, patch: {}, epochs: 60, count },
  'vae-heartbeats-beta-0.003': {
    dataset: 'heartbeats',
    isVariational: true,
    patch: { beta: 0.003 },
    epochs: 60,
    count,
  },
  'vae-heartbeats-code-2': {
    dataset: 'heartbeats',
    isVariational: true,
    patch: { codeSize: 2 },
    epochs: 60,
    count,
  },
  'vae-mnist1d': { dataset: 'mnist1d', isVariational: true, patch: {}, epochs: 200, count },
};

/** @typedef {Awaited<ReturnType<typeof window.seriesRun>>} Result */
/** @returns {Record<string, Result>} nothing where nothing is stored */
function stored() {
  try {
    const file = new URL('./results/series.json', import.meta.url);
    return /** @type {{ results: Record<string, Result> }} */ (JSON.parse(readFileSync(file, 'utf8')))
      .results;
  } catch {
    return {};
  }
}

/**
 * @param {string} _
 * @param {unknown} part
 * @returns {unknown}
 */
const toFourDigits = (_, part) => (typeof part === 'number' ? Number(part.toPrecision(4)) : part);

/** @param {import('playwright').Page} page */
async function measure(page) {
  await page.waitForFunction(() => 'seriesRun' in window);
  const wanted = options.only?.split(',') ?? Object.keys(runs);
  const results = stored();
  for (const name of wanted) {
    const run = runs[name];
    if (!run) throw new Error(`There is no run ${name}: ${Object.keys(runs).join(', ')}.`);
    results[name] = await page.evaluate((given) => window.seriesRun(given), run);
    console.log(name, JSON.stringify(results[name], toFourDigits));
    const rounded = /** @type {unknown} */ (JSON.parse(JSON.stringify(results, toFourDigits)));
    store('series', 'npm run bench:series', page.context().browser()?.version() ?? '', rounded);
  }
}

await withBenchPage(measure, 'bench/page/series.html');
