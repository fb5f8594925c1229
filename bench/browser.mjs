// Starts a development server and a Chromium for the bench, and stores the measurements.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumFlags, findChromium } from '../scripts/chromium.mjs';

/**
 * Runs `work` with a page of the bench and closes everything afterwards.
 *
 * @template T
 * @param {(page: import('playwright').Page, origin: string) => Promise<T>} work
 * @param {string} path of the page
 * @param {readonly string[]} flags of the browser
 * @returns {Promise<T>}
 */
export async function withBenchPage(work, path = 'bench/page/', flags = chromiumFlags) {
  const { origin, close } = await startBenchServer();
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: [...flags],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    // The first load compiles the sources, which takes a busy machine more than half a minute.
    await page.goto(`${origin}${path}`, { timeout: 180_000 });
    return await work(page, origin);
  } finally {
    await browser.close();
    await close();
  }
}

/**
 * Serves the pages of the bench.
 *
 * @param {boolean} isolated whether the pages may share memory between threads
 */
export async function startBenchServer(isolated = true) {
  const server = await createServer({
    server: { port: 0, hmr: false, watch: null, ...(isolated ? {} : { headers: notIsolated }) },
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    // Finds all dependencies before the page opens: finding one later would reload it.
    optimizeDeps: { entries: ['bench/page/*.html', 'bench/page/contenders/*.ts', 'src/engine/worker.ts'] },
  });
  await server.listen();
  return { origin: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

/** What a host that knows nothing of isolation amounts to. */
const notIsolated = {
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Cross-Origin-Embedder-Policy': 'unsafe-none',
};

/**
 * Writes `bench/results/<name>.json` with the machine and the browser in addition to the numbers.
 *
 * @param {string} name
 * @param {string} command that reproduces it
 * @param {string} browserVersion
 * @param {unknown} results
 */
export function store(name, command, browserVersion, results) {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const machine = { cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.version };
  const document = {
    command,
    date: new Date().toISOString().slice(0, 10),
    machine,
    browser: browserVersion,
    results,
  };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(document, null, 2)}\n`);
  console.log(`Stored bench/results/${name}.json`);
}
