// Profiles a training step, and compares the matrix product with the processor's peak rate. `npm run bench:profile`
import { store, withBenchPage } from './browser.mjs';
import { processorLimit } from './processor-limit.mjs';

/** The products in a step of the reference network, batch 128: forward, gradient of the weights, gradient of the input. */
const sides = [784, 256, 64, 16];
const products = sides.slice(1).flatMap((n, i) => {
  const k = sides[i] ?? 0;
  const plain = { transposeA: false, transposeB: false };
  return [
    { m: 128, n, k, ...plain },
    { m: k, n, k: 128, ...plain, transposeA: true },
    { m: 128, n: k, k: n, ...plain, transposeB: true },
    { m: 128, n: k, k: n, transposeA: true, transposeB: true },
  ];
});
const large = [false, true].flatMap((transposeA) =>
  [false, true].map((transposeB) => ({ m: 768, n: 768, k: 768, transposeA, transposeB })),
);

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'profiler' in window);
  const backend = await page.evaluate(() => window.profiler.start());
  console.log(backend);

  const { clockGhz, limitGflops } = await processorLimit(page);
  const limits = {
    clockGhz: round(clockGhz),
    multiplyAddsPerCycle: round(limitGflops / (8 * clockGhz)),
    gflopsPerThread: round(limitGflops),
  };
  console.table([limits]);

  const timed = [];
  for (const product of [...products, ...large]) {
    const ms = await page.evaluate((args) => window.profiler.product(args), product);
    const gflops = (2 * product.m * product.n * product.k) / ms / 1e6;
    timed.push({
      ...product,
      ms: round(ms),
      gflops: round(gflops),
      ofOneThreadsLimit: round(gflops / limitGflops),
    });
  }
  console.table(timed);

  const steps = [];
  for (const network of /** @type {const} */ (['reference', 'sparse', 'denoising', 'vae', 'convolutional'])) {
    const { msPerStep, replayed, unrecorded } = await page.evaluate(
      (args) => window.profiler.step(args),
      network,
    );
    steps.push({
      network,
      msPerStep: round(msPerStep),
      replayed: rounded(replayed),
      unrecorded: rounded(unrecorded),
    });
    console.log(network, round(msPerStep), 'ms a step, as they are trained');
    for (const [how, time] of Object.entries({ replayed, unrecorded })) {
      console.log(`  ${how}: ${round(time.msPerStep)} ms, between kernels ${round(time.betweenMs)}`);
      console.table(rounded(time).parts);
    }
  }
  store('profile', 'npm run bench:profile', page.context().browser()?.version() ?? '', {
    backend,
    limits,
    products: timed,
    steps,
  });
}, 'bench/page/profile.html');

/** @param {import('./page/step-clock').StepTime} time */
function rounded({ msPerStep, betweenMs, parts }) {
  return {
    msPerStep: round(msPerStep),
    betweenMs: round(betweenMs),
    parts: parts.map(({ part, calls, ms }) => ({ part, calls: round(calls), ms: round(ms) })),
  };
}

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3));
}
