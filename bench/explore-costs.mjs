// Costs of the latent space: how long PCA takes and whether it blocks the page, how soon a point on the map is decoded, what
// the views of Explore cost training, and how the network compares with PCA. `npm run bench:explore`. Runs the production
// build; keep the machine otherwise quiet. `--parts pca,hover` measures only some parts, `--address` uses a page that is
// already served; these are not stored.
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store, withBenchPage } from './browser.mjs';
import { desktop, openExplore, trainTo, until, valueOf, withFreshPage } from './explore-page.mjs';
import { median, round } from './numbers.mjs';
import { serveBuild } from './serve-build.mjs';

/** @typedef {import('playwright').Page} Page */

const { values } = util.parseArgs({
  options: { parts: { type: 'string' }, address: { type: 'string' } },
});
const tools = ['Sliders', 'Interpolation', 'Arithmetic', 'Generate', 'Components'];
const viewsMeasured = ['map', 'map and manifold 20', ...tools];
const secondsEach = 4;

/** @type {Record<string, () => Promise<unknown>>} */
const parts = {
  pca: measurePca,
  densePca: measureDensePca,
  hover: measureHover,
  views: measureViews,
  worth: measureQuality,
};
const selected = values.parts?.split(',') ?? Object.keys(parts);
const port = 4341;
const address = values.address ?? `http://localhost:${port}/`;
const server = values.address ? null : await serveBuild(port);
const executablePath = await findChromium();
const args = ['--no-sandbox', '--disable-gpu'];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
try {
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const name of selected) {
    results[name] = await parts[name]?.();
    console.log(name, JSON.stringify(results[name], null, 2));
  }
  const isWhole = server !== null && selected.length === Object.keys(parts).length;
  if (isWhole) store('explore-costs', 'npm run bench:explore', browser.version(), results);
} finally {
  await browser.close();
  server?.kill();
}

/** @template T @param {string} search @param {(page: Page) => Promise<T>} work */
function withPage(search, work) {
  return withFreshPage(browser, address + search, work);
}

/**
 * Three times in an empty browser: time from the first progress message to the result, and the page's longest task meanwhile.
 */
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
      const startedAt = Date.now();
      await until(page, 'PCA test MSE', (mse) => mse > 0, 60_000);
      seconds.push((Date.now() - startedAt) / 1000);
      const tasks = await page.evaluate(
        () => /** @type {{ benchTasks: number[] }} */ (/** @type {unknown} */ (window)).benchTasks,
      );
      longestTaskMs = Math.max(longestTaskMs, ...tasks);
    });
  }
  return { seconds, longestTaskMs };
}

/** Three times, 60,000 x 784, with no zero pixel. */
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

/** Milliseconds from a move of the pointer over the map to the decoded image, with training paused. */
async function measureHover() {
  return withPage('', async (page) => {
    await trainTo(page, 200);
    await openExplore(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      const times = /** @type {number[]} */ ([]);
      let movedAt = 0;
      addEventListener('pointermove', () => (movedAt = performance.now()), true);
      const putImageData = /** @type {(...args: unknown[]) => void} */ (
        Reflect.get(CanvasRenderingContext2D.prototype, 'putImageData')
      );
      /** @this {CanvasRenderingContext2D} @param {unknown[]} args */
      function recorded(...args) {
        if (this.canvas.getAttribute('aria-label') === 'Decoded point' && movedAt > 0) {
          times.push(performance.now() - movedAt);
          movedAt = 0;
        }
        Reflect.apply(putImageData, this, args);
      }
      Object.assign(CanvasRenderingContext2D.prototype, { putImageData: recorded });
      Object.assign(window, { benchTimes: times });
    });
    const box = await page.getByRole('img', { name: 'Map of the codes', exact: true }).boundingBox();
    if (!box) throw new Error('the page has no map');
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
 * Images per second with each view, as a share of the rate with no view visible just before and after. Five rounds, in turns,
 * so that a throttling machine favours none.
 */
async function measureViews() {
  return withPage('', async (page) => {
    await trainTo(page, 100);
    await openExplore(page);
    await until(page, 'PCA test MSE', (mse) => mse > 0);
    const speed = async () => {
      await page.waitForTimeout(1500);
      const [first, startedAt] = [await valueOf(page, 'Step'), Date.now()];
      await page.waitForTimeout(secondsEach * 1000);
      return ((await valueOf(page, 'Step')) - first) * 128 * (1000 / (Date.now() - startedAt));
    };
    const speedAlone = async () => {
      // Only the transport bar is in the window: hidden views cost nothing.
      await page.setViewportSize({ width: 1440, height: 110 });
      return speed();
    };
    /** @type {Record<string, number[]>} */
    const ratios = Object.fromEntries(viewsMeasured.map((view) => [view, []]));
    const alone = [await speedAlone()];
    for (let turn = 0; turn < 5; turn++) {
      for (const view of viewsMeasured) {
        await page.setViewportSize(desktop);
        await page
          .getByRole('combobox', { name: /manifold/i })
          .selectOption({ index: view === 'map and manifold 20' ? 4 : 0 });
        const tool = tools.find((name) => name === view) ?? 'Arithmetic';
        await page.getByRole('tab', { name: tool }).click();
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

/** Five epochs at two code sizes compared with PCA, and the code quality at two numbers. */
async function measureQuality() {
  const results = [];
  for (const codeSize of [16, 2]) {
    results.push(
      await withPage(`?v=1&codeSize=${codeSize}`, async (page) => {
        await trainTo(page, 2344);
        await page.getByRole('button', { name: 'Pause', exact: true }).click();
        await page.waitForTimeout(4000);
        const [mse, pcaMse] = [await valueOf(page, 'Test MSE'), await valueOf(page, 'PCA test MSE')];
        await openExplore(page);
        await page.getByRole('tab', { name: 'Code quality' }).click();
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
