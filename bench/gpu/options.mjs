// The command line of run.mjs. Needs nothing but Node.
import { parseArgs } from 'node:util';

/** Those of bench/page/gpu-contest.ts, in its order. */
export const networks = ['reference', 'convolutional', 'vae', 'large'];

export const help = `node run.mjs --chromium FOLDER [--out gpu.json] [--seconds 290] [--only ${networks.join(',')}]
  [--rounds 5] [--steps n: only so many a turn] [--software: on the processor, to try it out]`;

/**
 * @typedef {object} RunOptions
 * @property {string} chromium a folder with a Chromium, or its program
 * @property {string} out the file that is written
 * @property {number} seconds after which everything ends
 * @property {string[]} only the networks that are run
 * @property {number} rounds
 * @property {number} steps in every turn; 0: as many as fit
 * @property {boolean} software
 */

/**
 * @param {readonly string[]} args
 * @returns {RunOptions}
 * @throws {Error} one sentence that says what is wrong
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      chromium: { type: 'string' },
      out: { type: 'string', default: 'gpu.json' },
      seconds: { type: 'string', default: '290' },
      only: { type: 'string', default: networks.join(',') },
      rounds: { type: 'string', default: '5' },
      steps: { type: 'string', default: '0' },
      software: { type: 'boolean', default: false },
    },
  });
  if (values.chromium === undefined) throw new Error('Say where Chromium is with --chromium FOLDER.');
  const only = values.only.split(',');
  const unknown = only.find((name) => !networks.includes(name));
  if (unknown !== undefined)
    throw new Error(`--only "${unknown}" is no network: give some of ${networks.join(',')}.`);
  return {
    chromium: values.chromium,
    out: values.out,
    seconds: wholeNumber('--seconds', values.seconds, 1),
    only,
    rounds: wholeNumber('--rounds', values.rounds, 1),
    steps: wholeNumber('--steps', values.steps, 0),
    software: values.software,
  };
}

/** @param {string} option @param {string} text @param {number} min */
function wholeNumber(option, text, min) {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min) return number;
  throw new Error(`${option} "${text}" is not a whole number from ${min}.`);
}
