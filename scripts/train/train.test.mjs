// A training without a window beside the page itself, both on the development server.
import { expect, test } from 'vitest';
import { withHeadlessPage } from './headless-page.mjs';
import { createProgressLine } from './progress-line.mjs';
import { trainIn } from './train.mjs';

/** @typedef {import('./options.mjs').ExperimentSource} ExperimentSource */
/** @typedef {import('playwright').Page} Page */

const search = '?dataset=mnist1d&hidden=16-8&codeSize=2&batchSize=16&seed=7';
const steps = 3;

test('trains as the page does, to the same losses, and says what is wrong with an experiment that cannot be trained', async () => {
  await withHeadlessPage(1, async (page, origin) => {
    // It loads while the training without a window goes on.
    const shown = await page.context().browser()?.newPage();
    if (shown === undefined) throw new Error('The browser has gone.');
    const opened = shown.goto(`${origin}${search}`);
    await expectRefusals(page);
    const { ending, files, trainLoss } = await trainIn(
      page,
      { source: { kind: 'link', search }, length: { steps }, backend: 'wasm', seed: null },
      createProgressLine({ write: () => true }),
    );
    expect(ending).toBe('finished');
    expect(files.map(({ name }) => name)).toEqual([
      ...['run.hourglass', 'model.safetensors', 'model.json', 'README.md', 'metrics.csv', 'metrics.json'],
    ]);
    const fileNamed = (/** @type {string} */ wanted) =>
      files.find(({ name }) => name === wanted)?.base64 ?? '';
    const metrics = /** @type {{ columns: string[], rows: (number | null)[][] }} */ (
      JSON.parse(Buffer.from(fileNamed('metrics.json'), 'base64').toString())
    );
    const place = metrics.columns.indexOf('train_loss');
    const losses = metrics.rows.flatMap((row) => row[place] ?? []);
    expect(losses).toHaveLength(steps);
    expect(losses.at(-1)).toBe(trainLoss);

    const base64 = fileNamed('run.hourglass');
    expect(await check(page, { kind: 'run-file', name: 'run.hourglass', base64 })).toBeNull();

    await opened;
    const valueOf = async (/** @type {string} */ name) =>
      Number(await shown.getByRole('status', { name, exact: true }).getAttribute('data-value'));
    for (let step = 1; step <= steps; step++) {
      await shown.getByRole('button', { name: 'Step', exact: true }).and(shown.locator(':enabled')).click();
      await expect.poll(() => valueOf('Step'), { interval: 20, timeout: 20_000 }).toBe(step);
    }
    const backend = shown.getByRole('status', { name: 'Backend', exact: true });
    expect(await backend.getAttribute('data-value')).toBe('wasm');
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / steps;
    expect(await valueOf('Train loss')).toBeCloseTo(mean, 12);
  });
});

/** @param {Page} page @param {ExperimentSource} source @param {string | null} seed */
function check(page, source, seed = null) {
  return page.evaluate((given) => window.headless.check(given.source, given.seed), { source, seed });
}

/** @param {Page} page */
async function expectRefusals(page) {
  expect(await check(page, { kind: 'link', search: '?codeSize=9000&colour=red' })).toEqual([
    expect.stringMatching(/codeSize “9000” became/),
    expect.stringMatching(/“colour” is not a setting/),
    expect.stringMatching(/needs a sparsity penalty/),
  ]);
  expect(await check(page, { kind: 'json', text: '{"codeSize": 8, "hidden": [64, 32]}' }, '5')).toBeNull();
  expect(await check(page, { kind: 'json', text: '{"codeSize": "many"}' })).toEqual([
    expect.stringMatching(/codeSize “many” is not valid/),
  ]);
  expect(await check(page, { kind: 'json', text: '[1' })).toEqual([
    expect.stringMatching(/^The file is not JSON/),
  ]);
  expect(await check(page, { kind: 'json', text: '[]' })).toEqual([
    expect.stringMatching(/holds no experiment/),
  ]);
  expect(await check(page, { kind: 'link', search: '?dataset=own:0123456789abcdef' })).toEqual([
    expect.stringMatching(/only the browser that it was imported in has/),
  ]);
  const broken = Buffer.from('PK\x03\x04 not a ZIP').toString('base64');
  expect(await check(page, { kind: 'run-file', name: 'a.hourglass', base64: broken })).toEqual([
    expect.stringMatching(/a.hourglass is no run file that can be read/),
  ]);
}
