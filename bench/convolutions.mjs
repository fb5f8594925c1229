// The convolutions of small networks and their gradients, compared with two floors: the time in which both threads' peak rate would do
// the multiply-adds, and the time in which both would read what is read and write what is written. The larger one counts.
// `npm run bench:convolutions`. Options: `--only 28x28x1` (part of a name; stores nothing), `--flags` (of Chromium).
import { parseArgs } from 'node:util';
import { chromiumFlags } from '../scripts/chromium.mjs';
import { store, withBenchPage } from './browser.mjs';
import { moveTimes, processorLimit } from './processor-limit.mjs';

/** @typedef {import('./page/convolution-times').ConvolutionShape} ConvolutionShape */

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, flags: { type: 'string', default: '' } },
});

/** At least this share: the larger floor divided by the time. */
const atLeast = 0.6;

/** @typedef {[[number, number, number], [number, number], number]} Layer */

/** Images `[height, width, channels]`, filters `[height, width]`, channels out; stride 2. Signals are one pixel wide. */
/** @type {Layer[]} */
const layers = [
  [[28, 28, 1], [3, 3], 16],
  [[28, 28, 1], [5, 5], 16],
  [[28, 28, 2], [3, 3], 16],
  [[14, 14, 16], [3, 3], 32],
  [[64, 64, 3], [3, 3], 16],
  [[32, 32, 16], [3, 3], 32],
  [[256, 1, 1], [3, 1], 16],
  [[256, 1, 3], [3, 1], 16],
  [[128, 1, 16], [3, 1], 32],
];
const batch = 128;

/** @param {Layer} layer @returns {ConvolutionShape} */
const shapeOf = ([[height, width, channels], [filterHeight, filterWidth], out]) => ({
  x: [batch, height, width, channels],
  filter: [filterHeight, filterWidth, channels, out],
  strides: [Math.min(2, height), Math.min(2, width)],
});

await withBenchPage(
  async (page) => {
    await page.waitForFunction(() => 'profiler' in window);
    const backend = await page.evaluate(() => window.profiler.start());
    const threads = await page.evaluate(() => Math.min(navigator.hardwareConcurrency, 8));
    const { limitGflops } = await processorLimit(page);
    const moveMs = await moveTimes(page);
    const results = [];
    /** @param {Layer} layer */
    const timesOf = (layer) => page.evaluate((args) => window.profiler.convolution(args), shapeOf(layer));
    // The browser optimises what has run often in the background, on the cores that are measured: the first times do not count.
    for (const layer of layers.slice(0, 3)) await timesOf(layer);
    for (const layer of layers) {
      const [[height, width, channels], [filterHeight, filterWidth], out] = layer;
      const name = `${height}x${width}x${channels} to ${out}, filters ${filterHeight}x${filterWidth}`;
      if (!name.includes(options.only)) continue;
      const times = await timesOf(layer);
      const positions = batch * Math.ceil(height / 2) * Math.ceil(width / 2);
      const operations = 2 * positions * filterHeight * filterWidth * channels * out;
      const productsMs = operations / (threads * limitGflops) / 1e6;
      const bytes = {
        image: 4 * batch * height * width * channels,
        maps: 4 * positions * out,
        filter: 4 * filterHeight * filterWidth * channels * out,
      };
      const moved = {
        forward: await moveMs(bytes.image, bytes.maps),
        filterGradient: await moveMs(bytes.image + bytes.maps, bytes.filter),
        inputGradient: await moveMs(bytes.maps, bytes.image),
      };
      const kernels = Object.entries(times).map(([kernel, ms]) => {
        const bytesMs =
          (kernel in moved ? moved[/** @type {keyof typeof moved} */ (kernel)] : moved.inputGradient) /
          threads;
        const share = Math.max(productsMs, bytesMs) / ms;
        return {
          kernel,
          ms: round(ms),
          gflops: round(operations / ms / 1e6),
          productsMs: round(productsMs),
          bytesMs: round(bytesMs),
          ofTheFloor: round(share),
          met: share >= atLeast,
        };
      });
      console.log(name);
      console.table(kernels);
      results.push({ name, kernels });
    }
    if (options.only || options.flags) return;
    store('convolutions', 'npm run bench:convolutions', page.context().browser()?.version() ?? '', {
      backend,
      gflopsPerThread: round(limitGflops),
      threads,
      batch,
      stride: 2,
      atLeast,
      layers: results,
    });
  },
  'bench/page/profile.html',
  [...chromiumFlags, ...options.flags.split(' ').filter(Boolean)],
);

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3));
}
