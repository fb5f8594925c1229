// How well methods without a network clean piano notes that nothing was fitted to: PCA and the best linear map of raw windows, the
// spectral gate, the decision-directed Wiener filter. All but PCA are told the true noise (its spectrum, its autocorrelation).
// `npm run bench:sound`; the networks' numbers, on the same noisy notes, are those of `npm run bench:sound-networks`.
import { store, withBenchPage } from './browser.mjs';

const inputSnrDb = 5;
const noises = /** @type {const} */ (['white', 'pink', 'hum', 'clicks']);
/** As many numbers as the codes of the networks have, and the 128 of the reference. */
const codeSizes = [32, 128];
const rivals = /** @type {const} */ (['pca', 'linear', 'gate', 'wiener']);
const measures = /** @type {const} */ (['whole', 'trimmed', 'segmental']);

/** @typedef {import('./page/sound').CleanedNote} CleanedNote */
/** @typedef {import('./page/sound').Measured} Measured */

await withBenchPage(async (page) => {
  await page.waitForFunction(() => 'cleanNotes' in window);
  /** @type {Record<string, unknown>} */
  const byNoise = {};
  /** @type {string[]} */
  let notes = [];
  for (const noise of noises) {
    /** @type {Record<string, unknown>} */
    const methods = {};
    for (const codeSize of codeSizes) {
      const cleaned = await page.evaluate(
        ([noise, snrDb, codeSize]) => window.cleanNotes(noise, snrDb, codeSize),
        /** @type {const} */ ([noise, inputSnrDb, codeSize]),
      );
      notes = cleaned.map(({ note }) => note);
      methods.noisy = summary(cleaned, (one) => one.noisy);
      for (const rival of rivals) {
        // Only PCA has a code.
        const name = rival === 'pca' ? `pca-${codeSize}` : rival;
        methods[name] = summary(cleaned, (one) => one.rivals[rival]);
      }
    }
    byNoise[noise] = methods;
    console.log(noise);
    console.table(methods, [...measures]);
  }
  const results = { inputSnrDb, testNotes: notes, snrDb: byNoise };
  store('sound', 'npm run bench:sound', page.context().browser()?.version() ?? '', results);
}, 'bench/page/sound.html');

/**
 * Means over the notes, and each note's SNR, in dB.
 *
 * @param {readonly CleanedNote[]} cleaned
 * @param {(one: CleanedNote) => Measured | null} of
 */
function summary(cleaned, of) {
  const all = cleaned.map(of);
  const mean = (/** @type {keyof Measured} */ measure) =>
    hundredth(all.reduce((sum, one) => sum + (one?.[measure] ?? NaN), 0) / all.length);
  return {
    whole: mean('whole'),
    trimmed: mean('trimmed'),
    segmental: mean('segmental'),
    notes: all.map((one) => hundredth(one?.whole ?? NaN)),
  };
}

/** @param {number} value */
function hundredth(value) {
  return Math.round(value * 100) / 100;
}
