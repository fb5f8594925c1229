// How good the default network gets, and how fast: the numbers issue 2 asks for. `npm run bench:convergence`
import { store, withBenchPage } from './browser.mjs';

/** @type {{ name: string, options: import('./page/train-run').TrainRunOptions }[]} */
const runs = [
  { name: 'default network, code 16, MSE', options: { patch: {}, backend: 'wasm', epochs: 5 } },
  {
    name: 'default network, Gaussian noise at level 0.5',
    options: { patch: { noise: 'gaussian', noiseLevel: 0.5 }, backend: 'wasm', epochs: 2 },
  },
];

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'trainRun' in window);
  const results = [];
  for (const { name, options } of runs) {
    const run = await page.evaluate((asked) => window.trainRun(asked), options);
    const passes = run.epochs.map(({ step, mse, inputMse, medianMse, meanImageMse }, pass) => ({
      pass: pass + 1,
      step,
      testMse: round(mse),
      meanImageMse: round(meanImageMse),
      ...(medianMse === null ? {} : { noisyMse: round(inputMse), medianFilterMse: round(medianMse) }),
    }));
    results.push({
      name,
      backend: run.backend,
      seconds: round(run.seconds),
      imagesPerSecond: Math.round(run.imagesPerSecond),
      passes,
    });
    console.log(name, run.backend);
    console.table(passes);
  }
  store('convergence', 'npm run bench:convergence', page.context().browser()?.version() ?? '', results);
});

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(4));
}
