// The latent space: how long PCA takes and whether the page stands still for it, how soon a place of the map is decoded, what the
// views of Explore cost training, and what the network is worth beside PCA. `npm run bench:explore`. Runs the production build;
// keep the machine otherwise quiet. `--parts pca,hover` measures only some, `--address` a page that is served already: then
// nothing is stored.
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store, withBenchPage } from './browser.mjs';
import { median, round } from './numbers.mjs';
import { serveBuild } from './serve-build.mjs';

/** @typedef {import('playwright').Page} Page */

const { values } = util.parseArgs({
  options: { parts: { type: 'string' }, address: { type: 'string' } },
});
const desk = { width: 1440, height: 900 };
const tools = ['Sliders', 'Interpolation', 'Arithmetic', 'Generate', 'Components'];
const viewsMeasured = ['map', 'map and manifold 20', ...tools];
const secondsEach = 4;

/** @type {Record<string, () => Promise<unknown>>} */
const parts = {
  pca: measurePca,
  densePca: measureDensePca,
  hover: measureHover,
  views: measureViews,
  worth: measureWorth,
};
const wanted = values.parts?.split(',') ?? Object.keys(parts);
const port = 4341;
const address = values.address ?? `http://localhost:${port}/`;
const server = values.address ? null : await serveBuild(port);
const executablePath = await findChromium();
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
try {
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const name of wanted) {
    results[name] = await parts[name]?.();
    console.log(name, JSON.stringify(results[name], null, 2));
  }
  const isWhole = server !== null && wanted.length === Object.keys(parts).length;
  if (isWhole) store('explore-costs', 'npm run bench:explore', browser.version(), results);
} finally {
  await browser.close();
  server?.kill();
}

/**
 * A page of its own, which has nothing kept.
 *
 * @template T
 * @param {string} search
 * @param {(page: Page) => Promise<T>} work
 */
async function withPage(search, work) {
  const context = await browser.newContext({ viewport: desk });
  try {
    const page = await context.newPage();
    await page.goto(address + search);
    await page.locator('button:has-text("Train"):enabled').first().waitFor({ timeout: 60_000 });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** @param {Page} page @param {string} name */
async function valueOf(page, name) {
  const text = await page.locator(`output[aria-label="${name}"]`).first().getAttribute('data-value');
  return text ? Number(text) : Number.NaN;
}

/** @param {Page} page @param {string} name @param {(value: number) => boolean} isSo */
async function until(page, name, isSo, timeoutMs = 240_000) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await valueOf(page, name);
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`${name} is ${value} after ${timeoutMs} ms`);
    await page.waitForTimeout(50);
  }
}

/** Three times from an empty browser: from the first word of progress to the number; and the page's longest task meanwhile. */
async function measurePca() {
  /** @type {number[]} */
  const seconds = [];
  let longestTaskMs = 0;
  for (let time = 0; time < 3; time++) {
    await withPage('', async (page) => {
      await page.evaluate(() => {
        const tasks = /** @type {number[]} */ ([]);
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({
          type: 'longtask',
        });
        Object.assign(window, { benchTasks: tasks });
      });
      await page.waitForFunction(() =>
        /%/.test(document.querySelector('output[aria-label="PCA test MSE"]')?.textContent ?? ''),
      );
      const begun = Date.now();
      await until(page, 'PCA test MSE', (mse) => mse > 0, 60_000);
      seconds.push((Date.now() - begun) / 1000);
      const tasks = await page.evaluate(
        () => /** @type {{ benchTasks: number[] }} */ (/** @type {unknown} */ (window)).benchTasks,
      );
      longestTaskMs = Math.max(longestTaskMs, ...tasks);
    });
  }
  return { seconds, longestTaskMs };
}

/** Three times, 60,000 x 784, with no pixel of 0. */
async function measureDensePca() {
  return withBenchPage(async (benchPage) => {
    await benchPage.waitForFunction(() => 'densePca' in window);
    const seconds = [];
    for (let time = 0; time < 3; time++) {
      seconds.push(round(await benchPage.evaluate(() => window.densePca(60_000))));
    }
    return { seconds };
  }, 'bench/page/dense-pca.html');
}

/** @param {Page} page @param {number} step */
async function trainTo(page, step) {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await until(page, 'Step', (value) => value >= step);
}

/** @param {Page} page */
async function toExplore(page) {
  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByRole('img', { name: 'Map of the codes', exact: true }).waitFor({ timeout: 60_000 });
}

/** Milliseconds from a move of the pointer over the map to the decoded image, training paused. */
async function measureHover() {
  return withPage('', async (page) => {
    await trainTo(page, 200);
    await toExplore(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      const times = /** @type {number[]} */ ([]);
      let movedAt = 0;
      addEventListener('pointermove', () => (movedAt = performance.now()), true);
      const putImageData = /** @type {(...given: unknown[]) => void} */ (
        Reflect.get(CanvasRenderingContext2D.prototype, 'putImageData')
      );
      /** @this {CanvasRenderingContext2D} @param {unknown[]} given */
      function noted(...given) {
        if (this.canvas.getAttribute('aria-label') === 'Decoded point' && movedAt > 0) {
          times.push(performance.now() - movedAt);
          movedAt = 0;
        }
        Reflect.apply(putImageData, this, given);
      }
      Object.assign(CanvasRenderingContext2D.prototype, { putImageData: noted });
      Object.assign(window, { benchTimes: times });
    });
    const box = await page.getByRole('img', { name: 'Map of the codes', exact: true }).boundingBox();
    if (!box) throw new Error('there is no map');
    for (let move = 0; move < 120; move++) {
      const angle = move / 9;
      await page.mouse.move(
        box.x + box.width * (0.5 + 0.3 * Math.cos(angle)),
        box.y + box.height * (0.5 + 0.3 * Math.sin(angle * 1.3)),
      );
      await page.waitForTimeout(100);
    }
    const times = await page.evaluate(
      () => /** @type {{ benchTimes: number[] }} */ (/** @type {unknown} */ (window)).benchTimes,
    );
    times.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      Math.round(10 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 10;
    return { answered: times.length, moves: 120, medianMs: at(0.5), p95Ms: at(0.95) };
  });
}

/**
 * Images per second with each view, as a share of what they are with nothing in view just before and just after; five rounds,
 * in turns, so that a warm machine favours none.
 */
async function measureViews() {
  return withPage('', async (page) => {
    await trainTo(page, 100);
    await toExplore(page);
    await until(page, 'PCA test MSE', (mse) => mse > 0);
    const speed = async () => {
      await page.waitForTimeout(1500);
      const [first, begun] = [await valueOf(page, 'Step'), Date.now()];
      await page.waitForTimeout(secondsEach * 1000);
      return ((await valueOf(page, 'Step')) - first) * 128 * (1000 / (Date.now() - begun));
    };
    const speedAlone = async () => {
      // Only the bar is in the window: what is in no view costs nothing.
      await page.setViewportSize({ width: 1440, height: 110 });
      return speed();
    };
    /** @type {Record<string, number[]>} */
    const ratios = Object.fromEntries(viewsMeasured.map((view) => [view, []]));
    const alone = [await speedAlone()];
    for (let turn = 0; turn < 5; turn++) {
      for (const view of viewsMeasured) {
        await page.setViewportSize(desk);
        await page
          .getByRole('combobox', { name: /manifold/i })
          .selectOption({ index: view === 'map and manifold 20' ? 4 : 0 });
        const tool = tools.find((name) => name === view) ?? 'Arithmetic';
        await page.getByRole('radio', { name: tool }).check({ force: true });
        const seen = await speed();
        alone.push(await speedAlone());
        const [before = Number.NaN, after = Number.NaN] = alone.slice(-2);
        ratios[view]?.push(seen / ((before + after) / 2));
      }
    }
    return {
      imagesPerSecondAlone: Math.round(median(alone)),
      shareOfSpeed: Object.fromEntries(
        Object.entries(ratios).map(([view, each]) => [
          view,
          { median: round(median(each)), each: each.map(round) },
        ]),
      ),
    };
  });
}

/** Five passes at two code sizes beside PCA, and how good the code of two numbers is. */
async function measureWorth() {
  const results = [];
  for (const codeSize of [16, 2]) {
    results.push(
      await withPage(`?v=1&codeSize=${codeSize}`, async (page) => {
        await trainTo(page, 2344);
        await page.getByRole('button', { name: 'Pause', exact: true }).click();
        await page.waitForTimeout(4000);
        const [mse, pcaMse] = [await valueOf(page, 'Test MSE'), await valueOf(page, 'PCA test MSE')];
        await toExplore(page);
        await page.getByRole('radio', { name: 'How good is the code' }).check({ force: true });
        await page.locator('button:has-text("Measure"):enabled').click();
        const table = page.getByRole('table');
        await table.waitFor({ timeout: 240_000 });
        const accuracies = await table
          .locator('td[data-value]')
          .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
        const [knn, probe, pcaKnn, pcaProbe, pixelsKnn, pixelsProbe] = accuracies;
        return {
          codeSize,
          step: await valueOf(page, 'Step'),
          testMse: mse,
          pcaTestMse: pcaMse,
          ratio: mse / pcaMse,
          accuracies: {
            code: { knn, probe },
            pca: { knn: pcaKnn, probe: pcaProbe },
            pixels: { knn: pixelsKnn, probe: pixelsProbe },
          },
        };
      }),
    );
  }
  return results;
}
