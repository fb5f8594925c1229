// The command line of the headless training.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import util from 'node:util';

/** @typedef {import('./page/read-experiment').ExperimentSource} ExperimentSource */
/** @typedef {import('./page/training').Length} Length */

/**
 * @typedef {object} TrainOptions
 * @property {ExperimentSource} source
 * @property {Length} length
 * @property {string} out the folder that is written to
 * @property {'auto' | 'wasm' | 'webgl' | 'webgpu' | 'cpu'} backend
 * @property {string | null} seed in place of the experiment's
 * @property {number | null} threads of the WebAssembly kernels; null: one per core
 * @property {boolean} overwrite
 */

export const help = `Trains an experiment in a headless Chromium and writes what comes of it.

  npm run train -- --experiment <link or file> --steps 2000 --out runs/first

  --experiment  a link as the page's address has it, its query alone ("?codeSize=32"), a run file
                (.hourglass), or a JSON file of settings ({"codeSize": 32}); what is not
                given has its default. Put a link in quotation marks. Left out: the defaults.
  --steps       training steps in total, or
  --epochs      epochs in total (may be a fraction)
  --out         the folder for the files; it is made where it is not there
  --overwrite   write over a run that is in the folder already
  --backend     auto (default), wasm, webgl, webgpu or cpu
  --seed        in place of the experiment's own seed
  --threads     of the WebAssembly kernels, 1 to 8 (default: one for each core)
  --help        this text

The same experiment, seed, backend and number of threads give the same losses as in the page.
Ctrl+C ends it early and writes what there is (exit code 130); again ends it at once.
A person's own data set is in the browser that it was imported in, and can be trained only there.
`;

const backends = /** @type {const} */ (['auto', 'wasm', 'webgl', 'webgpu', 'cpu']);
/** More than the settings of an experiment could ever be. */
const largestJson = 1_000_000;
/** A run with the largest network there is has less. */
const largestFile = 200_000_000;

/**
 * @param {string[]} args
 * @returns {TrainOptions | 'help'}
 * @throws {Error} one sentence that says what is wrong
 */
export function readOptions(args) {
  const values = parse(args);
  if (values.help) return 'help';
  if (values.out === undefined || values.out === '') {
    throw new Error('Say where to write with --out FOLDER. --help lists all options.');
  }
  const { backend = 'auto', threads, seed } = values;
  const known = backends.find((name) => name === backend);
  if (known === undefined) throw new Error(`"${backend}" is no backend: give one of ${backends.join(', ')}.`);
  return {
    source: sourceOf(values.experiment ?? '?'),
    length: lengthOf(values.steps, values.epochs),
    out: values.out,
    backend: known,
    seed: seed === undefined ? null : String(wholeNumber('--seed', seed, 0, 2 ** 31 - 1)),
    threads: threads === undefined ? null : wholeNumber('--threads', threads, 1, 8),
    overwrite: values.overwrite ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean' });
  try {
    return util.parseArgs({
      args,
      options: {
        ...{ experiment: text, steps: text, epochs: text, out: text, backend: text, seed: text },
        ...{ threads: text, overwrite: flag, help: flag },
      },
    }).values;
  } catch (error) {
    // Node's own words name the option; a stack trace would say nothing more.
    const message = error instanceof Error ? error.message.replace(/\.?$/, '.') : '';
    throw new Error(`${message} --help lists all options.`, { cause: error });
  }
}

/**
 * @param {string | undefined} steps
 * @param {string | undefined} epochs
 * @returns {Length}
 */
function lengthOf(steps, epochs) {
  if ((steps === undefined) === (epochs === undefined)) {
    throw new Error('Say how far to train: either --steps N or --epochs N.');
  }
  if (steps !== undefined) return { steps: wholeNumber('--steps', steps, 1, 1e9) };
  const number = Number(epochs);
  if (!(number > 0 && number <= 1e6)) throw new Error(`--epochs "${epochs}" is not a number above 0.`);
  return { epochs: number };
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
function wholeNumber(option, text, min, max) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= min && number <= max) return number;
  throw new Error(`${option} "${text}" is not a whole number from ${min} to ${max}.`);
}

/**
 * @param {string} given
 * @returns {ExperimentSource}
 */
function sourceOf(given) {
  if (existsSync(given) && statSync(given).isFile()) return fromFile(given);
  const query = given.indexOf('?');
  if (query >= 0) return { kind: 'link', search: given.slice(query).replace(/#.*$/, '') };
  if (/^https?:\/\//.test(given)) return { kind: 'link', search: '' };
  if (/^\w+=/.test(given)) return { kind: 'link', search: `?${given}` };
  throw new Error(`--experiment "${given}" is neither a file nor a link.`);
}

/**
 * @param {string} path
 * @returns {ExperimentSource}
 */
function fromFile(path) {
  const { size } = statSync(path);
  const bytes = size > largestFile ? null : readFileSync(path);
  if (bytes !== null && bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return { kind: 'run-file', name: basename(path), base64: bytes.toString('base64') };
  }
  if (bytes === null || size > largestJson) {
    throw new Error(`${path} is too large for an experiment (${size} bytes).`);
  }
  return { kind: 'json', text: bytes.toString('utf8') };
}
