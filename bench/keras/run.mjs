// `npm run test:keras`: trains small experiments in the browser and holds their Keras scripts to them: the same weights give the same
// reconstructions, an epoch of training from the same first weights gives the same error, and every noise is as strong. `--all` runs every
// experiment, `--only TEXT` those whose names contain it; `--store` runs all and keeps the numbers in bench/results/keras.json. Without
// Python or PyPI it is skipped.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { projectRoot, runIfProgram } from '../../scripts/project.mjs';
import { setUp } from '../../scripts/set-up.mjs';
import { store, withBenchPage } from '../browser.mjs';
import { ensureEnvironment } from '../python/environment.mjs';
import { compare } from './compare.mjs';
import { compareCorruptions } from './corruptions.mjs';
import { allCases } from './matrix.mjs';
import { scriptsRunner } from './scripts-runner.mjs';

const flag = /** @type {const} */ ({ type: 'boolean' });
const options = { all: flag, store: flag, help: flag, only: /** @type {const} */ ({ type: 'string' }) };
const usage = `Compares the Keras scripts of small experiments with the browser, on JAX.

  npm run test:keras [-- options]

  --all        every experiment, not only the ${allCases.filter(({ isExtra }) => !isExtra).length} of ${allCases.length} that run by default
  --only TEXT  those whose names contain the text
  --store      every experiment; keeps the numbers in bench/results/keras.json
  --help       this text
`;
const mnistFolder = join(projectRoot, 'public', 'data', 'mnist');
const nothing = {
  steps: 0,
  largestDifference: NaN,
  browserMse: NaN,
  kerasMse: NaN,
  mseRatio: NaN,
  lossRatio: NaN,
};

await runIfProgram(import.meta.url, async () => {
  const { store: isStored, all, only, help } = util.parseArgs({ options }).values;
  if (help) {
    console.log(usage);
    return;
  }
  const cases = allCases.filter(({ name, isExtra }) =>
    only === undefined ? all || isStored || !isExtra : name.includes(only),
  );
  if (cases.length === 0) throw new Error(`No experiment's name contains "${only}".`);
  const environment = ensureEnvironment();
  if ('missing' in environment) {
    console.log(`Keras scripts: skipped: ${environment.missing}`);
    report({ passed: 0, failed: 0, failures: [] });
    return;
  }
  await setUp();
  const startedMs = performance.now();
  const folder = join(projectRoot, '.cache', 'keras');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await withBenchPage(async (page) => {
    await page.waitForFunction(() => 'kerasReference' in window);
    const data = {
      digits: join(folder, 'digits.npz'),
      signals: join(folder, 'signals.npz'),
      mnist: mnistFolder,
    };
    for (const id of /** @type {const} */ (['digits', 'signals'])) {
      const file = await page.evaluate((id) => window.kerasData(id), id);
      writeFileSync(data[id], Buffer.from(file, 'base64'));
    }
    const results = await compareAll(page, cases, data, environment.python, folder);
    const noises = await corruptionsOf(page, data, environment.python, folder);
    const table = results.map(({ failure, ...numbers }) => ({
      ...rounded(numbers),
      holds: failure === undefined,
    }));
    console.table(table);
    console.log(`${Math.round((performance.now() - startedMs) / 1000)} s`);
    const all = [...results, ...noises];
    const failures = all.flatMap(({ name, failure }) =>
      failure === undefined ? [] : [{ name: `Keras: ${name}`, message: failure }],
    );
    report({ passed: all.length - failures.length, failed: failures.length, failures });
    if (failures.length > 0) process.exitCode = 1;
    if (isStored) {
      const version = page.context().browser()?.version() ?? '';
      store(
        'keras',
        'npm run test:keras -- --store',
        version,
        results.map((result) => rounded(result)),
      );
    }
  }, 'bench/page/keras.html');
});

/**
 * The browser trains the next experiment while Python runs the script of the one before.
 *
 * @param {import('playwright').Page} page
 * @param {import('./matrix.mjs').Case[]} cases
 * @param {Record<'digits' | 'signals' | 'mnist', string>} data
 * @param {string} python
 * @param {string} folder
 */
async function compareAll(page, cases, data, python, folder) {
  const runners = new Map([[1, scriptsRunner(python)]]);
  /** @type {Promise<import('./compare.mjs').Comparison>[]} */
  const comparisons = [];
  let before = Promise.resolve();
  try {
    for (const [index, each] of cases.entries()) {
      const { devices = 1, name, ...run } = each;
      const flags = { XLA_FLAGS: `--xla_force_host_platform_device_count=${devices}` };
      const runner = runners.get(devices) ?? scriptsRunner(python, flags);
      runners.set(devices, runner);
      const reference = await page.evaluate((run) => window.kerasReference(run), run);
      const comparison = before.then(() =>
        compare(each, reference, runner, join(folder, String(index)), data[each.data]).catch(
          (/** @type {unknown} */ error) => ({ ...nothing, name, failure: String(error) }),
        ),
      );
      comparisons.push(comparison);
      before = comparison.then(({ name, failure }) =>
        console.log(failure === undefined ? `ok      ${name}` : `FAILED  ${name}: ${failure}`),
      );
    }
    return await Promise.all(comparisons);
  } finally {
    runners.forEach((runner) => runner.close());
  }
}

/**
 * @param {import('playwright').Page} page
 * @param {Record<'digits' | 'signals', string>} data
 * @param {string} python
 * @param {string} folder
 */
async function corruptionsOf(page, data, python, folder) {
  const runner = scriptsRunner(python);
  const results = [];
  try {
    for (const id of /** @type {const} */ (['digits', 'signals'])) {
      const references = await page.evaluate((id) => window.kerasCorruptions(id), id);
      for (const { noise, ...rest } of await compareCorruptions(references, runner, folder, data[id])) {
        const name = `noise ${noise} on ${id}`;
        results.push({ name, ...rest });
        console.log(rest.failure === undefined ? `ok      ${name}` : `FAILED  ${name}: ${rest.failure}`);
      }
    }
    return results;
  } finally {
    runner.close();
  }
}

/** @param {Partial<import('./compare.mjs').Comparison>} numbers */
function rounded(numbers) {
  return Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  );
}

/** @param {{ passed: number, failed: number, failures: { name: string, message: string }[] }} results */
function report(results) {
  const folder = join(projectRoot, '.cache', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keras.json'), JSON.stringify(results));
}
