// AUROC of the anomaly workspace's preset for signals and of its baselines on heartbeats: all abnormal kinds together, and each by
// itself. `npm run bench:heartbeats`. The preset was chosen by the held-out training samples (`heldOut`, and `tried`, of which
// only that is known); the test set only reports. Three seeds, as one network may be lucky.
import { store, withBenchPage } from './browser.mjs';

const kinds = /** @type {const} */ (['mse', 'unexplained', 'worst-pixels']);
const seeds = [1, 2, 3];
/** Components of PCA: as many as the preset's code has, and others. */
const components = [2, 4, 8, 16];
/** What else was tried; each differs from the preset in one thing. */
const tried = {
  'code of 3': { patch: { codeSize: 3 }, epochs: 60 },
  'code of 6': { patch: { codeSize: 6 }, epochs: 60 },
  'code of 8': { patch: { codeSize: 8 }, epochs: 60 },
  '20 epochs': { patch: {}, epochs: 20 },
  denoising: { patch: /** @type {const} */ ({ noise: 'gaussian', noiseLevel: 0.1 }), epochs: 60 },
};

/**
 * Four decimals are what 4,000 samples are good for.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function rounded(value) {
  const text = JSON.stringify({ value }, (_, part) =>
    typeof part === 'number' ? Number(part.toFixed(4)) : part,
  );
  return /** @type {{ value: unknown }} */ (JSON.parse(text)).value;
}

/** @param {import('playwright').Page} page */
async function measure(page) {
  await page.waitForFunction(() => 'anomalyRun' in window);
  const choice = { dataset: /** @type {const} */ ('heartbeats'), classes: [0], kinds: [...kinds] };
  const networks = [];
  for (const seed of seeds) {
    const found = await page.evaluate((given) => window.anomalyRun(given), { ...choice, seed });
    networks.push({ seed, ...found });
    console.log(JSON.stringify(rounded({ seed, ...found })));
  }
  /** @type {Record<string, unknown>} */
  const others = {};
  for (const [name, trial] of Object.entries(tried)) {
    const { auroc, byClass } = await page.evaluate((given) => window.anomalyRun(given), { ...choice, trial });
    others[name] = { auroc: auroc.heldOut, byClass: byClass.heldOut.unexplained };
    console.log(name, JSON.stringify(rounded(others[name])));
  }
  const baselines = await page.evaluate(
    (given) => window.anomalyBaselines([0], given, 'heartbeats'),
    components,
  );
  console.log(JSON.stringify(rounded(baselines)));
  const version = page.context().browser()?.version() ?? '';
  const results = rounded({ networks, baselines, heldOutOfOthers: others });
  store('heartbeat-anomalies', 'npm run bench:heartbeats', version, results);
}

await withBenchPage(measure, 'bench/page/anomalies.html');
