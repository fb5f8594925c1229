// What the page costs and how it answers: loading, frames while it trains, strokes, drawing in and out of view.
// `npm run bench:page`. Runs the production build with its isolation headers; keep the machine otherwise quiet.
// `--parts loads,train` measures only some, `--seconds 10` a shorter time than a minute, `--address` a page that is served
// already: then nothing is stored.
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';
import { bytesByKind, loadTimes, watchTransfers } from './page-loads.mjs';
import {
  countDrawing,
  drawingOver,
  strokeLatencies,
  train,
  trainFour,
  watchThread,
} from './page-training.mjs';
import { serveBuild } from './serve-build.mjs';

/** @typedef {import('playwright').Browser} Browser */

const port = 4340;
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const loads = 7;

const { values } = util.parseArgs({
  options: {
    parts: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    address: { type: 'string' },
  },
});
const seconds = Number(values.seconds);

/** @type {Record<string, (browser: Browser) => Promise<unknown>>} */
const parts = { loads: measureLoads, train: measureTrain, compare: measureCompare, views: measureViews };
const wanted = values.parts?.split(',') ?? Object.keys(parts);

const address = values.address ?? `http://localhost:${port}/`;
const server = values.address ? null : await serveBuild(port);
const executablePath = await findChromium();
// A browser without a graphics card: it puts the page together on the processor. (With the tests' flags it would do so
// through SwiftShader, which nobody's browser does, at 7 frames a second.)
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
try {
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const name of wanted) {
    results[name] = await parts[name]?.(browser);
    console.log(name, JSON.stringify(results[name], null, 2));
  }
  const isWhole = server !== null && wanted.length === Object.keys(parts).length && seconds >= 60;
  if (isWhole) store('page-costs', 'npm run bench:page', browser.version(), results);
} finally {
  await browser.close();
  server?.kill();
}

/** Each load in a context of its own, which has nothing in its cache. @param {Browser} chrome */
async function measureLoads(chrome) {
  /** @type {Awaited<ReturnType<typeof loadTimes>>[]} */
  const times = [];
  let transfers = null;
  for (let load = 0; load < loads; load++) {
    const context = await chrome.newContext({ viewport: desk });
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

/** Every panel of Train on the screen. @param {Browser} chrome */
async function measureTrain(chrome) {
  const page = await chrome.newPage({ viewport: desk });
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

/** Four runs, every panel of Compare on the screen. @param {Browser} chrome */
async function measureCompare(chrome) {
  const page = await chrome.newPage({ viewport: desk });
  await page.goto(`${address}#compare`);
  await trainFour(page);
  await page.waitForTimeout(5000);
  const thread = await watchThread(page, 1000 * seconds);
  const strokes = await strokeLatencies(page);
  await page.close();
  return { everyPanel: thread, strokeToReconstructionMs: spread(strokes) };
}

/** What is drawn in ten seconds of training by where the window is, and what of it nobody sees. @param {Browser} chrome */
async function measureViews(chrome) {
  const measured = [];
  for (const { name, viewport, panel, hidden } of [
    { name: 'desk, every panel in view', viewport: desk },
    { name: 'phone, at the top', viewport: phone },
    { name: 'phone, at the loss curves', viewport: phone, panel: 'Loss curves' },
    { name: 'phone, at the controls', viewport: phone, panel: 'Training' },
    { name: 'phone, at the latent space', viewport: phone, panel: 'Latent space' },
    { name: 'desk, tab in the background', viewport: desk, hidden: true },
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
