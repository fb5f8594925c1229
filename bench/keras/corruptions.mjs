// Holds every corruption of the scripts to the browser's: on the same samples they change as much, and as many pixels are missing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The numbers are random on both sides: clicks strike a thousand short signals only 200 times, so their power is known to a tenth. */
const mostShare = 0.15;

/**
 * @param {import('../page/keras').CorruptionReference[]} references
 * @param {import('../python/jobs-process.mjs').JobsProcess} runner
 * @param {string} folder
 * @param {string} data path for `--data`
 * @returns {Promise<{ noise: string, mseRatio: number, failure?: string }[]>}
 */
export async function compareCorruptions(references, runner, folder, data) {
  const results = [];
  for (const { noise, script, inputMse, missingShare } of references) {
    const file = join(folder, `${noise}.py`);
    writeFileSync(file, script);
    const measured = /** @type {{ inputMse: number, missingShare: number | null }} */ (
      await runner.do(['corrupt', file, data])
    );
    const isNear = (/** @type {number} */ ours, /** @type {number} */ theirs) =>
      ours === theirs || Math.abs(theirs / ours - 1) <= mostShare;
    const isAlike =
      isNear(inputMse, measured.inputMse) &&
      (missingShare === null) === (measured.missingShare === null) &&
      isNear(missingShare ?? 0, measured.missingShare ?? 0);
    const mseRatio = inputMse === 0 ? 1 : measured.inputMse / inputMse;
    const failure = `the noise is another one: ${JSON.stringify({ inputMse, missingShare })} here, ${JSON.stringify(measured)} in the script`;
    results.push({ noise, mseRatio, ...(!isAlike && { failure }) });
  }
  return results;
}
