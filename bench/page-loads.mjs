// Measures one load of the page: when it is ready, and how many bytes it took, from the browser's own network record.

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ url: string, bytes: number }} Transfer */

/**
 * Milliseconds from navigation.
 *
 * @param {Page} page
 * @param {string} address
 */
export async function loadTimes(page, address) {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const buttons = () => [...document.querySelectorAll('button')];
    const button = () => buttons().find(({ textContent }) => textContent.trim() === 'Train');
    const step = () =>
      Number(document.querySelector('output[aria-label="Step"]')?.getAttribute('data-value'));
    while (!button()) await frame();
    const controlsDrawn = performance.now();
    while (button()?.disabled) await frame();
    const trainEnabled = performance.now();
    button()?.click();
    while (!(step() > 0)) await frame();
    const firstStep = performance.now();
    performance.mark('first-step');
    /** @param {string} name */
    const paint = (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return {
      firstPaint: paint('first-paint'),
      firstContentfulPaint: paint('first-contentful-paint'),
      controlsDrawn,
      trainEnabled,
      firstStep,
    };
  });
}

/**
 * Records what page and worker fetch.
 *
 * @param {Page} page
 * @returns {{ stop(): Promise<Transfer[]> }}
 */
export function watchTransfers(page) {
  /** @type {Transfer[]} */
  const transfers = [];
  /** @type {Promise<void>[]} */
  const pending = [];
  // the context also sees the requests of workers
  page.context().on('requestfinished', (request) => {
    const url = request.url();
    pending.push(
      request.sizes().then(
        ({ responseBodySize, responseHeadersSize }) => {
          transfers.push({ url, bytes: responseBodySize + responseHeadersSize });
        },
        () => undefined,
      ),
    );
  });
  return {
    async stop() {
      await Promise.all(pending);
      // Only the page records the worker's own script.
      const recorded = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .map(({ name, transferSize }) => ({ url: name, bytes: transferSize })),
      );
      const known = new Set(transfers.filter(({ bytes }) => bytes > 1000).map(({ url }) => url));
      return [...transfers, ...recorded.filter(({ url }) => !known.has(url))];
    },
  };
}

/** @type {[kind: string, url: RegExp][]} */
const kinds = [
  ['fonts', /\.(woff2?|ttf)$/],
  ['wasm', /\.wasm$/],
  ['data for the first step', /\/data\/[^/]*\/(manifest|test-|train-0)/],
  ['other data', /\/data\//],
  ['style', /\.css$/],
  ['page script, initial', /\/index-[^/]*\.js$/],
  ['page script, deferred', /\/(loss-chart|scatter-map|typeset)-[^/]*\.js$/],
  ['worker script', /\.js$/],
  ['page', /./],
];

/** @param {Transfer[]} transfers */
export function bytesByKind(transfers) {
  /** @type {Record<string, number>} */
  const bytes = {};
  for (const { url, bytes: size } of transfers) {
    const { pathname } = new URL(url);
    const [kind = ''] = kinds.find(([, pattern]) => pattern.test(pathname)) ?? [];
    bytes[kind] = (bytes[kind] ?? 0) + size;
  }
  return { ...bytes, all: transfers.reduce((sum, transfer) => sum + transfer.bytes, 0) };
}
