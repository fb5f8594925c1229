// What a visit costs the host: the bytes of a first visit, until the page needs no network any more, and of a second one.
// `npm run bench:visits`. Packed sizes are of the same answers, as a host that packs them would send them.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { buildAppIfChanged } from '../scripts/build-app.mjs';
import { findChromium } from '../scripts/chromium.mjs';
import { projectRoot } from '../scripts/project.mjs';
import { store } from './browser.mjs';

const types = new Map(
  Object.entries({
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
  }),
);
const folder = '/some/path/';

/** @typedef {{ path: string, raw: number, gzip: number, brotli: number }} Sent */

/** @type {Sent[]} */
let sent = [];
const packed = (/** @type {string} */ path) => /\.(html|js|css|wasm|svg|json|webmanifest)$/.test(path);

const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0]?.slice(folder.length) || 'index.html';
  const file = join(projectRoot, 'dist', path);
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const bytes = readFileSync(file);
  const etag = `"${bytes.length}"`;
  if (request.headers['if-none-match'] === etag) {
    sent.push({ path, raw: 0, gzip: 0, brotli: 0 });
    response.writeHead(304).end();
    return;
  }
  const size = (/** @type {(bytes: Buffer) => Buffer} */ pack) => (packed(path) ? pack(bytes) : bytes).length;
  sent.push({ path, raw: bytes.length, gzip: size(gzipSync), brotli: size(brotliCompressSync) });
  response.writeHead(200, {
    'Content-Type': types.get(extname(path)) ?? 'application/octet-stream',
    'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    ETag: etag,
  });
  response.end(bytes);
});

/** What was sent since the last time. */
function take() {
  const taken = sent;
  sent = [];
  const sum = (/** @type {Sent[]} */ of) => ({
    requests: of.length,
    notChanged: of.filter(({ raw }) => raw === 0).length,
    bytes: of.reduce((total, { raw }) => total + raw, 0),
    gzipBytes: of.reduce((total, { gzip }) => total + gzip, 0),
    brotliBytes: of.reduce((total, { brotli }) => total + brotli, 0),
  });
  const isData = (/** @type {Sent} */ { path }) => path.startsWith('data/');
  return { all: sum(taken), page: sum(taken.filter((one) => !isData(one))), data: sum(taken.filter(isData)) };
}

await buildAppIfChanged();
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const executablePath = await findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
const context = await browser.newContext();

/** Opens the page and waits until nothing has been asked for in five seconds. */
async function visit() {
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}${folder}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 120_000 });
  for (let before = -1; before !== sent.length;) {
    before = sent.length;
    await page.waitForTimeout(5000);
  }
  await page.close();
  return take();
}

const results = { firstVisit: await visit(), secondVisit: await visit() };
console.log(JSON.stringify(results, null, 2));
store('visits', 'npm run bench:visits', browser.version(), results);
await browser.close();
server.close();
