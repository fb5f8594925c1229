// Where the time from navigation to the first possible training step goes: `npm run bench:start`. Each load has an empty cache; the
// times are ms from navigation, of what the page and the engine's worker fetch and of what is on the screen. Needs a quiet machine.
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';
import { median } from './numbers.mjs';
import { loadTimes } from './page-loads.mjs';
import { serveBuild } from './serve-build.mjs';

const [port, loads] = [4353, 11];
/** What is fetched, in the order of the table. @type {readonly [name: string, url: RegExp][]} */
const pageFiles = [
  ['start script', /\/index-[^/]*\.js$/],
  ['page style', /\/page-[^/]*\.css$/],
  ['page script', /\/page-[^/]*\.js$/],
];
/** @type {readonly [name: string, url: RegExp][]} */
const workerFiles = [
  ['tfjs for WASM', /\/tfjs-backend-wasm-simd-[^/]*\.js$/],
  ['tfjs in WASM', /\/tfjs-backend-wasm-simd-[^/]*\.wasm$/],
  ['kernels', /\/kernels-[^/]*\.wasm$/],
  ['manifest of the data', /\/data\/mnist\/manifest\.json$/],
  ['first shard', /\/train-0\.shard$/],
  ['test shard', /\/test-0\.shard$/],
  ['second shard', /\/train-1\.shard$/],
];

const server = await serveBuild(port);
const executablePath = await findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath ? { executablePath } : {}),
});

/** @typedef {{ name: string, from: number, to: number }} Fetched */

/** The fetches of a page or a worker, in ms since its own beginning, and when that was. In the browser. */
const fetches = () => ({
  began: performance.timeOrigin,
  fetched: performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .map(({ name, startTime, responseEnd }) => ({ name, from: startTime, to: responseEnd })),
});

/** @type {Record<string, number[]>} */
const measured = {};
const note = (/** @type {string} */ what, /** @type {number} */ ms) => (measured[what] ??= []).push(ms);

async function measureLoad() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const shown = await loadTimes(page, `http://localhost:${port}/`);
  const ofPage = await page.evaluate(fetches);
  const engine = page.workers().find((worker) => /\/worker-[^/]*\.js$/.test(worker.url()));
  const ofWorker = await engine?.evaluate(fetches);
  if (!ofWorker) throw new Error('The page has no worker that trains.');
  await context.close();

  const noteFiles = (
    /** @type {typeof pageFiles} */ wanted,
    /** @type {Fetched[]} */ fetched,
    /** @type {number} */ later,
  ) => {
    for (const [what, url] of wanted) {
      const file = fetched.find(({ name }) => url.test(name));
      if (!file) continue;
      note(`${what}: asked for`, file.from + later);
      note(`${what}: here`, file.to + later);
    }
  };
  noteFiles(pageFiles, ofPage.fetched, 0);
  note('first picture painted', shown.firstContentfulPaint);
  note('engine’s worker begins', ofWorker.began - ofPage.began);
  noteFiles(workerFiles, ofWorker.fetched, ofWorker.began - ofPage.began);
  note('Train drawn', shown.controlsDrawn);
  note('Train pressed', shown.trainEnabled);
  note('first step on the screen', shown.firstStep);
}

try {
  for (let load = 0; load < loads; load++) await measureLoad();
  const medianMs = Object.fromEntries(
    Object.entries(measured)
      .map(([what, all]) => /** @type {const} */ ([what, Math.round(median(all))]))
      .toSorted(([, a], [, b]) => a - b),
  );
  const firstSteps = (measured['first step on the screen'] ?? []).map(Math.round).toSorted((a, b) => a - b);
  console.log(JSON.stringify({ medianMs, firstSteps }, null, 2));
  store('start', 'npm run bench:start', browser.version(), { loads, medianMs, firstSteps });
} finally {
  await browser.close();
  server.kill();
}
