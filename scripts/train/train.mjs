// `npm run train`: trains an experiment without a window and writes the run. `npm run train -- --help` lists the options.
import { runIfProgram } from '../project.mjs';
import { requireSupportedNode, setUp } from '../set-up.mjs';
import { help, readOptions } from './options.mjs';
import { createProgressLine } from './progress-line.mjs';
import { prepareFolder, writeFiles } from './run-folder.mjs';

/** @typedef {import('./options.mjs').TrainOptions} TrainOptions */
/** @typedef {import('./page/train-page').TrainAnswer} TrainAnswer */
/** @typedef {import('./progress-line.mjs').createProgressLine} CreateProgressLine */

const interrupted = 130;

/**
 * Trains in a page that is open.
 *
 * @param {import('playwright').Page} page of `withHeadlessPage`
 * @param {Pick<TrainOptions, 'source' | 'length' | 'backend' | 'seed'>} options
 * @param {ReturnType<CreateProgressLine>} line
 * @returns {Promise<TrainAnswer>}
 * @throws {Error} a message for the person where the experiment cannot be trained
 */
export async function trainIn(page, { source, length, backend, seed }, line) {
  const problems = await page.evaluate(({ source, seed }) => window.headless.check(source, seed), {
    source,
    seed,
  });
  if (problems) throw new Error(['The experiment cannot be trained as it is:', ...problems].join('\n  '));
  await page.exposeFunction('tellProgress', line.show.bind(line));
  let stops = 0;
  const stop = () => {
    if (++stops > 1) process.exit(interrupted);
    line.note('Ending: what has been trained is measured and written. Ctrl+C again ends at once.');
    void page.evaluate(() => window.headless.stop());
  };
  process.on('SIGINT', stop);
  try {
    return await page.evaluate((request) => window.headless.train(request), {
      source,
      seed,
      length,
      backend,
    });
  } finally {
    process.off('SIGINT', stop);
    line.end();
  }
}

await runIfProgram(import.meta.url, async () => {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(help);
    return;
  }
  requireSupportedNode();
  prepareFolder(options.out, options.overwrite);
  await setUp();
  const { ensureChromium } = await import('../chromium.mjs');
  process.env['HOURGLASS_CHROMIUM'] = await ensureChromium();

  const line = createProgressLine(process.stdout);
  const { withHeadlessPage } = await import('./headless-page.mjs');
  const answer = await withHeadlessPage(options.threads, (page) => trainIn(page, options, line));
  writeFiles(options.out, answer.files);
  report(options, answer);
  if (answer.ending === 'stopped') process.exitCode = interrupted;
  if (answer.ending === 'diverged' || answer.ending === 'failed') process.exitCode = 1;
});

/**
 * @param {TrainOptions} options
 * @param {TrainAnswer} answer
 */
function report(options, { ending, reason, step, epoch, testMse, backend, backendNotes, files }) {
  const how = {
    finished: 'Trained',
    early: 'Ended early, since the validation loss no longer improved,',
    stopped: 'Stopped',
    diverged: 'Training diverged; the last good weights are',
    failed: `Training failed: ${reason ?? ''}\nWhat there is is`,
  }[ending];
  const error = testMse === null ? '' : `, test MSE ${testMse.toPrecision(5)}`;
  console.log(`${how} at step ${step} (epoch ${epoch.toFixed(2)})${error}.`);
  if (backendNotes !== '') console.log(backendNotes);
  if (options.backend !== 'auto' && backend !== null && backend !== options.backend) {
    console.error(`It ran on ${backend}, since ${options.backend} could not do it.`);
  }
  console.log(`In ${options.out}: ${files.map(({ name }) => name).join(', ')}`);
}
