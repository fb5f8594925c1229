// The effect of widening the network on the loss of the next 40 steps, compared with the unchanged network. On WebAssembly also
// that of changing one layer's weights by a millionth, which is how far runs that start almost alike come apart by themselves. `npm run
// bench:widening`; `--backends wasm,webgl,cpu` and `--optimizers adam,rmsprop` select a part, which is printed but not stored.
import { parseArgs } from 'node:util';
import { store, withBenchPage } from './browser.mjs';
import { round } from './numbers.mjs';

/** @typedef {import('../src/core/backend-measurement').BackendName} BackendName */
/** @typedef {import('../src/catalog/optimizers/registry').OptimizerId} OptimizerId */

const { values: options } = parseArgs({
  options: { backends: { type: 'string' }, optimizers: { type: 'string' } },
});
const backends = /** @type {BackendName[]} */ (options.backends?.split(',') ?? ['wasm', 'webgl', 'cpu']);
const optimizers = /** @type {OptimizerId[]} */ (options.optimizers?.split(',') ?? ['adam', 'rmsprop']);

/** The step at which the jump was first reported: in the middle of epoch 6. */
const widenedAt = 2574;
const stepsAfter = 40;
/** Nothing is widened. */
const nothing = 'weights of one layer by a millionth';
/** Code 16, hidden layers of 256 and 64. */
const changes = /** @type {const} */ ({
  'code 16 to 56': { codeSize: 56 },
  'hidden layers 256, 64 to 400, 100': { hidden: [400, 100] },
  [nothing]: {},
});

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'widening' in window);
  const results = [];
  for (const optimizer of optimizers) {
    await page.evaluate((args) => window.widening.train({ optimizer: args.optimizer }, args.steps), {
      optimizer,
      steps: widenedAt,
    });
    for (const backend of backends) {
      // A measurement of the whole test set takes seconds without vector instructions.
      const every = backend === 'wasm' ? 1 : 8;
      /** @param {import('../src/core/experiment/experiment').ExperimentPatch} patch */
      const lossesAfter = (patch, nudge = 0) =>
        page.evaluate(
          (args) =>
            window.widening.continueTraining(args.backend, args.patch, args.steps, args.every, args.nudge),
          {
            backend,
            patch,
            steps: stepsAfter,
            every,
            nudge,
          },
        );
      const unchanged = await lossesAfter({});
      for (const [change, patch] of Object.entries(changes)) {
        if (change === nothing && backend !== 'wasm') continue;
        const widened = await lossesAfter(
          { ...patch, hidden: 'hidden' in patch ? [...patch.hidden] : [256, 64] },
          change === nothing ? 1e-6 : 0,
        );
        const excess = widened.map(({ step, loss }, i) => ({
          step,
          percent: 100 * (loss / (unchanged[i]?.loss ?? Number.NaN) - 1),
        }));
        const worst = excess.reduce((a, b) => (b.percent > a.percent ? b : a));
        results.push({
          change,
          optimizer,
          backend,
          lossBefore: round(unchanged[0]?.loss ?? Number.NaN),
          meanPercent: round(excess.reduce((sum, { percent }) => sum + percent, 0) / excess.length),
          worstPercent: round(worst.percent),
          worstAfterSteps: worst.step,
          excessPercent: excess.map(({ percent }) => round(percent)),
        });
        console.log(JSON.stringify(results.at(-1)));
      }
    }
  }
  if (!options.backends && !options.optimizers)
    store('widening', 'npm run bench:widening', page.context().browser()?.version() ?? '', results);
}, 'bench/page/widening.html');
