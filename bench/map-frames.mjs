// How many frames a second the map makes on a 2D canvas, without a graphics card, while it is zoomed, panned and pointed at.
// `npm run bench:map`
import { store, withBenchPage } from './browser.mjs';

// With the tests' flags the browser would put the page together through SwiftShader, which nobody's browser does.
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
