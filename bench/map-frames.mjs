// Frames per second of the map on a 2D canvas, without a GPU, during zooming, panning and hovering. `npm run bench:map`
import { store, withBenchPage } from './browser.mjs';

// With the tests' flags the browser would composite the page with SwiftShader, which no real browser does.
const flags = ['--no-sandbox', '--disable-gpu'];

/** @param {import('playwright').Page} page */
async function measure(page) {
  await page.waitForFunction(() => 'mapFrames' in window);
  const results = [];
  for (const points of [10_000, 60_000]) {
    results.push(await page.evaluate((count) => window.mapFrames(count, 6), points));
    console.log(JSON.stringify(results.at(-1)));
  }
  store('map-frames', 'npm run bench:map', page.context().browser()?.version() ?? '', results);
}

await withBenchPage(measure, 'bench/page/map-frames.html', flags);
