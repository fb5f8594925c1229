// Costs and responsiveness of the page: loading, frames during training, strokes, drawing in and out of view. `npm run
// bench:page`. Runs the production build with its isolation headers; keep the machine otherwise quiet. `--parts loads,train`
// measures only some parts, `--seconds 10` shortens the default minute, `--address` uses a page that is already served; these
// are not stored, except parts with `--store`, which are stored beside the others as they were.
import { readFileSync } from 'node:fs';
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';
import { bytesByKind, loadTimes, watchTransfers } from './page-loads.mjs';
import {
  countDrawing,
  drawingOver,
  familyProgress,
  strokeLatencies,
  train,
  trainFamilies,
  watchThread,
} from './page-training.mjs';
import { serveBuild } from './serve-build.mjs';

/** @typedef {import('playwright').Browser} Browser */

const port = 4340;
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const loads = 7;
/** The four families train for longer than this. */
const compareSeconds = 15;

const { values } = util.parseArgs({
  options: {
    parts: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    address: { type: 'string' },
    store: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);

/** @type {Record<string, (browser: Browser) => Promise<unknown>>} */
const parts = { loads: measureLoads, train: measureTrain, compare: measureCompare, views: measureViews };
const selected = values.parts?.split(',') ?? Object.keys(parts);

const address = values.address ?? `http://localhost:${port}/`;
const server = values.address ? null : await serveBuild(port);
const executablePath = await findChromium();
// A browser without a GPU composites the page on the CPU. (With the tests' flags it would use SwiftShader, which no real
// browser does, at 7 frames per second.)
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
try {
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const name of selected) {
    results[name] = await parts[name]?.(browser);
    console.log(name, JSON.stringify(results[name], null, 2));
  }
  const isWhole = selected.length === Object.keys(parts).length;
  const isStored = server !== null && seconds >= 60 && (isWhole || values.store);
  if (isStored) store('page-costs', 'npm run bench:page', browser.version(), { ...stored(), ...results });
} finally {
  await browser.close();
  server?.kill();
}

/** The results of the runs before. @returns {Record<string, unknown>} */
function stored() {
  const file = new URL('./results/page-costs.json', import.meta.url);
  /** @type {{ results: Record<string, unknown> }} */
  const { results } = JSON.parse(readFileSync(file, 'utf8'));
  return results;
}

/** Each load in a fresh context with an empty cache. @param {Browser} chrome */
async function measureLoads(chrome) {
  /** @type {Awaited<ReturnType<typeof loadTimes>>[]} */
  const times = [];
  let transfers = null;
  for (let load = 0; load < loads; load++) {
    const context = await chrome.newContext({ viewport: desktop });
    const page = await context.newPage();
    const requests = watchTransfers(page);
    times.push(await loadTimes(page, address));
    transfers = bytesByKind(await requests.stop());
    await context.close();
  }
  /** @param {keyof typeof times[number]} what */
  const median = (what) =>
    percentile(
      times.map((one) => one[what]),
      0.5,
    );
  return {
    loads,
    medianMs: {
      firstPaint: median('firstPaint'),
      firstContentfulPaint: median('firstContentfulPaint'),
      controlsDrawn: median('controlsDrawn'),
      trainEnabled: median('trainEnabled'),
      firstStep: median('firstStep'),
    },
    bytesOverTheWire: transfers,
  };
}

/** With every panel of Train visible. @param {Browser} chrome */
async function measureTrain(chrome) {
  const page = await chrome.newPage({ viewport: desktop });
  await page.goto(address);
  await page.getByRole('button', { name: 'Train', exact: true }).and(page.locator(':enabled')).waitFor();
  await page.waitForTimeout(3000);
  const idle = await strokeLatencies(page);
  await train(page);
  await page.waitForTimeout(5000);
  const thread = await watchThread(page, 1000 * seconds);
  const training = await strokeLatencies(page);
  await page.close();
  return {
    everyPanel: thread,
    strokeToReconstructionMs: { idle: spread(idle), training: spread(training) },
  };
}

/**
 * Four runs, with every panel of Compare visible. They end within a minute, so they are started anew for each stretch of it, and a stretch
 * is measured while all four train.
 *
 * @param {Browser} chrome
 */
async function measureCompare(chrome) {
  const page = await chrome.newPage({ viewport: desktop });
  await page.goto(`${address}#compare`);
  const stretches = Math.ceil(seconds / compareSeconds);
  const threads = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    threads.push(await whileAllTrain(page, () => watchThread(page, (1000 * seconds) / stretches)));
  }
  const strokes = await whileAllTrain(page, () => strokeLatencies(page));
  await page.close();
  return { everyPanel: together(threads), strokeToReconstructionMs: spread(strokes) };
}

/**
 * Trains the four anew, and measures.
 *
 * @template T
 * @param {import('playwright').Page} page
 * @param {() => Promise<T>} measure
 * @throws {Error} when one of the four did not train from the beginning to the end
 */
async function whileAllTrain(page, measure) {
  await trainFamilies(page);
  await page.waitForTimeout(3000);
  const before = await familyProgress(page);
  const measured = await measure();
  const after = await familyProgress(page);
  const trained = after.filter((percent, family) => percent > (before[family] ?? Infinity) && percent < 100);
  if (trained.length !== 4)
    throw new Error(
      `Not all four trained while Compare was measured: ${before.join(', ')} %, then ${after.join(', ')} %.`,
    );
  return measured;
}

/** Several equally long measurements as one. @param {Awaited<ReturnType<typeof watchThread>>[]} threads */
function together(threads) {
  /** @param {keyof typeof threads[number]} what */
  const all = (what) => threads.map((thread) => thread[what]);
  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    tasksOver50Ms: sum(all('tasksOver50Ms')),
    longestTaskMs: Math.max(...all('longestTaskMs')),
    longestFrameMs: Math.max(...all('longestFrameMs')),
    framesPerSecond: Math.round((100 * sum(all('framesPerSecond'))) / threads.length) / 100,
    imagesPerSecond: Math.round(sum(all('imagesPerSecond')) / threads.length),
  };
}

/**
 * What is drawn during ten seconds of training at each scroll position, and how much of it is hidden. @param {Browser} chrome
 */
async function measureViews(chrome) {
  const measured = [];
  for (const { name, viewport, panel, hidden } of [
    { name: 'desktop, every panel in view', viewport: desktop },
    { name: 'phone, at the top', viewport: phone },
    { name: 'phone, at the loss curves', viewport: phone, panel: 'Loss curves' },
    { name: 'phone, at the controls', viewport: phone, panel: 'Training' },
    { name: 'phone, at the latent space', viewport: phone, panel: 'Latent space' },
    { name: 'desktop, tab in the background', viewport: desktop, hidden: true },
  ]) {
    const page = await chrome.newPage({ viewport });
    await countDrawing(page);
    await page.goto(address);
    await train(page);
    if (panel) await page.getByText(panel, { exact: true }).first().scrollIntoViewIfNeeded();
    if (hidden) await page.evaluate(() => dispatchEvent(new CustomEvent('bench-hide')));
    await page.waitForTimeout(3000);
    measured.push({ name, ...(await drawingOver(page, 10_000)) });
    await page.close();
  }
  return measured;
}

/** @param {number[]} measured */
function spread(measured) {
  return {
    count: measured.length,
    median: percentile(measured, 0.5),
    percentile95: percentile(measured, 0.95),
  };
}

/** @param {number[]} measured @param {number} share in [0, 1] */
function percentile(measured, share) {
  const sorted = measured.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
}
