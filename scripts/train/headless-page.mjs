// A development server with the page that trains, and a headless Chromium that has it open.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../chromium.mjs';
import { projectRoot } from '../project.mjs';

const loadMs = 180_000;

/** No emulated graphics card in place of a real one, as the tests have; software only where there is none. */
const flags = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
];

/**
 * Runs `work` with the page and closes everything afterwards.
 *
 * @template T
 * @param {number | null} threads of the kernels; null: one per core
 * @param {(page: import('playwright').Page, origin: string) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} where there is no Chromium
 */
export async function withHeadlessPage(threads, work) {
  const server = await createServer({
    root: projectRoot,
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-train',
    optimizeDeps: { entries: ['scripts/train/page/index.html', 'src/engine/worker.ts'] },
    plugins: threads === null ? [] : [withCores(threads)],
  });
  await server.listen();
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: flags,
    // Ctrl+C ends the training, not the browser.
    handleSIGINT: false,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage();
    // The first load compiles the sources, which takes a busy machine more than half a minute.
    page.setDefaultTimeout(loadMs);
    const origin = server.resolvedUrls?.local[0] ?? '';
    await page.goto(`${origin}scripts/train/page/index.html`);
    await page.waitForFunction(() => 'headless' in window);
    return await work(page, origin);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * The engine's worker starts as many threads as the browser says there are cores.
 *
 * @param {number} count
 * @returns {import('vite').Plugin}
 */
function withCores(count) {
  const name = 'virtual:cores';
  const worker = fileURLToPath(new URL('../../src/engine/worker.ts', import.meta.url)).replaceAll('\\', '/');
  return {
    name: 'cores',
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) =>
      id === `\0${name}`
        ? `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${count} });`
        : null,
    transform: (code, id) => (id.split('?')[0] === worker ? `import '${name}';\n${code}` : null),
  };
}
