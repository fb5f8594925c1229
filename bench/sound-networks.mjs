// How well the networks for sound clean notes that they have not heard, after training for at most three minutes, with the targets of
// issue 16. `npm run bench:sound-networks`, or only some of them: `npm run bench:sound-networks -- spectrum`.
import { store, withBenchPage } from './browser.mjs';
import { round } from './numbers.mjs';

const inputSnrDb = 5;
const noises = /** @type {const} */ (['white', 'pink', 'hum']);

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'soundNetworks' in window);
  const presets = await page.evaluate(() => window.soundNetworks.presets);
  const asked = process.argv.slice(2);
  const networks = [];
  for (const kind of /** @type {const} */ (['spectrum', 'raw'])) {
    if (asked.length > 0 && !asked.includes(kind)) continue;
    const { patch, epochs } = presets[kind];
    const backend = await page.evaluate((patch) => window.soundNetworks.build(patch), patch);
    const trained = await page.evaluate((epochs) => window.soundNetworks.train(epochs), epochs);
    /** @type {Record<string, unknown>} */
    const cleaned = {};
    for (const noise of noises) {
      const notes = await page.evaluate(
        ([kind, noise, snr]) => window.soundNetworks.clean(kind, noise, snr),
        /** @type {const} */ ([kind, noise, inputSnrDb]),
      );
      cleaned[noise] = {
        mean: { before: means(notes, 'before'), after: means(notes, 'after') },
        notes: rounded(notes),
      };
    }
    networks.push({
      network: kind,
      patch,
      backend,
      epochs,
      steps: trained.step,
      trainingSeconds: Math.round(trained.seconds),
      samplesPerSecond: Math.round(trained.samplesPerSecond),
      trainLoss: round(trained.loss),
      snrDb: cleaned,
    });
    console.log(kind, trained);
    console.table(Object.fromEntries(noises.map((noise) => [noise, cleaned[noise]])), ['mean']);
    console.log(JSON.stringify(cleaned));
  }
  const results = { inputSnrDb, testNotes: 6, networks };
  store('sound-networks', 'npm run bench:sound-networks', page.context().browser()?.version() ?? '', results);
}, 'bench/page/sound-networks.html');

/** @typedef {import('./page/sound-networks').Cleaned} Cleaned */
/** @typedef {import('./page/sound-networks').Measured} Measured */

/**
 * @param {readonly Cleaned[]} notes
 * @param {'before' | 'after'} when
 */
function means(notes, when) {
  const mean = (/** @type {keyof Measured} */ of) =>
    hundredth(notes.reduce((sum, note) => sum + (note[when][of] ?? 0), 0) / notes.length);
  return { whole: mean('whole'), trimmed: mean('trimmed'), segmental: mean('segmental') };
}

/** @param {readonly Cleaned[]} notes */
function rounded(notes) {
  return Object.fromEntries(notes.map((one) => [one.note, hundredth(one.after.whole)]));
}

/** @param {number} value */
function hundredth(value) {
  return Math.round(value * 100) / 100;
}
