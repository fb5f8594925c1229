// PCA of colour pictures of 64 x 64 (12,288 numbers) in a worker: how long it takes, and whether the page stays alive. `npm run
// bench:pca`; `--counts 5000` measures a part, which is not stored.
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';
import { round } from './numbers.mjs';

const { values: options } = parseArgs({ options: { counts: { type: 'string' } } });
const counts = options.counts?.split(',').map(Number) ?? [5000, 20_000];

// With the tests' flags the browser would composite the page with SwiftShader, which no real browser does.
const flags = ['--no-sandbox', '--disable-gpu'];

/** @param {import('playwright').Page} page */
async function measure(page) {
  await page.waitForFunction(() => 'longPca' in window);
  const results = [];
  for (const count of counts) {
    const measured = await page.evaluate((samples) => window.longPca(samples), count);
    results.push({
      ...measured,
      seconds: round(measured.seconds),
      framesPerSecond: round(measured.framesPerSecond),
      longestFrameMs: round(measured.longestFrameMs),
      longestAnswerMs: round(measured.longestAnswerMs),
    });
    console.log(JSON.stringify(results.at(-1)));
  }
  if (options.counts === undefined) {
    store('long-pca', 'npm run bench:pca', page.context().browser()?.version() ?? '', results);
  }
}

await withBenchPage(measure, 'bench/page/long-pca.html', flags);
