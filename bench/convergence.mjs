// The quality and speed of the families over five epochs, with the targets of issues 2 and 3. `npm run bench:convergence`
import { store, withBenchPage } from './browser.mjs';
import { round } from './numbers.mjs';

/** @typedef {import('./page/train-run').TrainRunOptions} TrainRunOptions */

/** @type {{ name: string, target: string, options: Omit<TrainRunOptions, 'backend'> }[]} */
const runs = [
  {
    name: 'default network: undercomplete, dense, code 16',
    target: 'test MSE below 0.0145 after five epochs, 0.022 after one',
    options: { patch: {}, epochs: 5 },
  },
  {
    name: 'undercomplete, dense, code 32',
    target: 'test MSE below 0.0095',
    options: { patch: { codeSize: 32 }, epochs: 5 },
  },
  {
    name: 'undercomplete, dense, code 2',
    target: 'test MSE below 0.043',
    options: { patch: { codeSize: 2 }, epochs: 5 },
  },
  {
    name: 'undercomplete, convolutional, code 16',
    target: 'test MSE below 0.0130',
    options: { patch: { architecture: 'convolutional' }, epochs: 5 },
  },
  {
    name: 'sparse preset: KL, code 256, rho 0.05',
    target: 'test MSE below 0.012, mean activation near rho',
    options: { family: 'sparse', patch: {}, epochs: 5 },
  },
  {
    name: 'denoising preset: Gaussian noise 0.5',
    target: 'test MSE to the clean image below 0.020',
    options: { family: 'denoising', patch: {}, epochs: 5 },
  },
  {
    name: 'variational preset: code 20, beta 1, BCE',
    target: 'negative ELBO below 112 nats',
    options: { family: 'variational', patch: {}, epochs: 5 },
  },
  {
    name: 'variational preset with code 2',
    target: 'negative ELBO below 165 nats',
    options: { family: 'variational', patch: { codeSize: 2 }, epochs: 5 },
  },
];

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'trainRun' in window);
  const results = [];
  for (const { name, target, options } of runs) {
    const run = await page.evaluate((options) => window.trainRun(options), {
      ...options,
      backend: /** @type {const} */ ('wasm'),
    });
    const epochs = run.epochs.map(({ step, mse, terms, inputMse, medianMse, meanImageMse }, index) => ({
      epoch: index + 1,
      step,
      testMse: round(mse),
      meanImageMse: round(meanImageMse),
      ...(medianMse === null ? {} : { noisyMse: round(inputMse), medianFilterMse: round(medianMse) }),
      ...(terms.sparsity === undefined ? {} : { sparsityPenalty: round(terms.sparsity) }),
      ...(terms.kl === undefined
        ? {}
        : { klNats: round(terms.kl), negativeElboNats: round(terms.reconstruction + terms.kl) }),
    }));
    results.push({
      name,
      target,
      backend: run.backend,
      seconds: round(run.seconds),
      imagesPerSecond: Math.round(run.imagesPerSecond),
      epochs,
      ...(run.activity && { activity: run.activity }),
    });
    console.log(name, run.backend);
    console.table(epochs);
    if (run.activity) console.table([run.activity]);
  }
  store('convergence', 'npm run bench:convergence', page.context().browser()?.version() ?? '', results);
});
