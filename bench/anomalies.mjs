// AUROC of the anomaly workspace's presets and of its baselines on MNIST, digit by digit: each digit alone normal, each digit left
// out, and sketches against digits. `npm run bench:anomalies`; `--only one-3,nine-7,sketches`, `--baselines` and `--networks` measure a part,
// and keep the rest of what is stored. The presets were chosen by the held-out training samples (`heldOut`); the test set only reports.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, baselines: { type: 'boolean' }, networks: { type: 'boolean' } },
});
const measuresAll = !options.baselines && !options.networks;

const digits = Array.from({ length: 10 }, (_, digit) => digit);
const kinds = /** @type {const} */ (['mse', 'unexplained', 'worst-pixels', 'nearest-direction']);

/** @type {{ name: string, classes: number[] }[]} */
const choices = [
  ...digits.map((digit) => ({ name: `one-${digit}`, classes: [digit] })),
  ...digits.map((digit) => ({ name: `nine-${digit}`, classes: digits.filter((other) => other !== digit) })),
  { name: 'sketches', classes: [] },
];

/** @typedef {Awaited<ReturnType<typeof window.anomalyRun>>} NetworkResult */
/** @typedef {Awaited<ReturnType<typeof window.anomalyBaselines>>} BaselineResult */
/** @typedef {Record<string, { network: NetworkResult | null, baselines: BaselineResult | null }>} Measured */
/** @type {Measured} */
const measured = options.only === undefined && measuresAll ? {} : stored();

/** @returns {Measured} nothing where nothing is stored */
function stored() {
  try {
    const file = new URL('./results/anomalies.json', import.meta.url);
    const { results } = /** @type {{ results: { choices: Measured } }} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    );
    return results.choices;
  } catch {
    return {};
  }
}

/** @param {(number | null | undefined)[]} values */
function mean(values) {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Means over the choices of a kind that have been measured. @param {string} kind */
function summary(kind) {
  const of = Object.entries(measured).flatMap(([name, result]) => (name.startsWith(kind) ? [result] : []));
  const baselines = of.flatMap(({ baselines }) => (baselines ? [baselines] : []));
  const byScore = (/** @type {'test' | 'heldOut'} */ basis) =>
    Object.fromEntries(
      kinds.map((score) => [score, mean(of.map(({ network }) => network?.auroc[basis][score]))]),
    );
  return {
    choices: of.length,
    network: { test: byScore('test'), heldOut: byScore('heldOut') },
    meanImage: mean(baselines.map(({ meanImage }) => meanImage)),
    pca8: mean(baselines.map(({ pca }) => pca[8])),
    pca32: mean(baselines.map(({ pca }) => pca[32])),
    pca64: mean(baselines.map(({ pca }) => pca[64])),
    nearest: mean(baselines.map(({ nearest }) => nearest)),
  };
}

/**
 * Four decimals are what 10,000 samples are good for.
 *
 * @param {string} _
 * @param {unknown} part
 * @returns {unknown}
 */
const toFourDecimals = (_, part) => (typeof part === 'number' ? Number(part.toFixed(4)) : part);

/** @param {unknown} value @returns {unknown} */
function rounded(value) {
  const parsed = /** @type {{ value: unknown }} */ (JSON.parse(JSON.stringify({ value }, toFourDecimals)));
  return parsed.value;
}

/** @param {import('playwright').Page} page */
async function measure(page) {
  await page.waitForFunction(() => 'anomalyRun' in window);
  const wanted = options.only?.split(',');
  for (const { name, classes } of choices) {
    if (wanted && !wanted.includes(name)) continue;
    const known = measured[name] ?? { network: null, baselines: null };
    if (measuresAll || options.networks)
      known.network = await page.evaluate((given) => window.anomalyRun(given), {
        classes,
        kinds: [...kinds],
      });
    if ((measuresAll || options.baselines) && classes.length > 0)
      known.baselines = await page.evaluate((given) => window.anomalyBaselines(given, [8, 32, 64]), classes);
    measured[name] = known;
    console.log(name, JSON.stringify(rounded(known)));
    const results = rounded({ one: summary('one'), nine: summary('nine'), choices: measured });
    store('anomalies', 'npm run bench:anomalies', page.context().browser()?.version() ?? '', results);
  }
  console.log(JSON.stringify(rounded({ one: summary('one'), nine: summary('nine') }), null, 1));
}

await withBenchPage(measure, 'bench/page/anomalies.html');
