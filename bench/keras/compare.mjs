// Runs the script of one experiment with the browser's weights, and gives how far it is from the browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npyFile, readNpyFloats } from './npy.mjs';

/** Reconstructions may differ by so much at a value. */
const mostDifference = 1e-4;
/** The error after an epoch of training may differ by this share, since the noise is another one. */
const mostShare = 0.03;

/**
 * @typedef {object} Comparison
 * @property {string} name
 * @property {number} steps
 * @property {number} largestDifference between the reconstructions of the same inputs by the same weights
 * @property {number} browserMse of the test set after one epoch
 * @property {number} kerasMse after one epoch from the same first weights, in the same order
 * @property {number} mseRatio
 * @property {number} lossRatio of the objective on the test set, the script's to the browser's
 * @property {string} [failure]
 */

/**
 * @param {import('./matrix.mjs').Case} which
 * @param {import('../page/keras').KerasReference} reference
 * @param {import('../python/jobs-process.mjs').JobsProcess} runner
 * @param {string} folder for this experiment
 * @param {string} data path for `--data`
 * @returns {Promise<Comparison>}
 */
export async function compare({ name, devices = 1, isLossAlone = false }, reference, runner, folder, data) {
  mkdirSync(folder, { recursive: true });
  const bytes = (/** @type {string} */ text) => Buffer.from(text, 'base64');
  const at = (/** @type {string} */ file) => join(folder, file);
  writeFileSync(at('autoencoder.py'), reference.script);
  writeFileSync(at('initial.safetensors'), bytes(reference.initialWeights));
  writeFileSync(at('trained.safetensors'), bytes(reference.weights));
  writeFileSync(at('inputs.npy'), npyFile('<f4', bytes(reference.inputs), [10, ...reference.shape]));

  const order = bytes(reference.order);
  writeFileSync(at('order.npy'), npyFile('<u4', order, [order.length / 4]));
  const common = [at('autoencoder.py'), '--data', data, '--out', folder, '--devices', String(devices)];
  await runner.do(['run', ...common, '--weights', at('trained.safetensors'), '--inputs', at('inputs.npy')]);
  const ours = floats(bytes(reference.reconstructed));
  const theirs = readNpyFloats(readFileSync(at('reconstructed.npy')));
  if (ours.length !== theirs.length) throw new Error(`${theirs.length} values instead of ${ours.length}`);
  const largestDifference = ours.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (theirs[i] ?? NaN))),
    0,
  );

  await runner.do([
    'run',
    ...common,
    '--weights',
    at('initial.safetensors'),
    '--epochs',
    '1',
    '--order',
    at('order.npy'),
  ]);
  const measured = lastRow(at('metrics.json'));
  const kerasMse = measured('test_mse');
  const { steps, testMse: browserMse } = reference;
  const mseRatio = kerasMse / browserMse;
  const lossRatio = measured('test_loss') / reference.testLoss;
  const numbers = { name, steps, largestDifference, browserMse, kerasMse, mseRatio, lossRatio };
  const isNear = (/** @type {number} */ ratio) => Math.abs(ratio - 1) <= mostShare;
  // Not `>`: what is not a number is a failure.
  if (!(largestDifference <= mostDifference)) return { ...numbers, failure: 'the reconstructions differ' };
  if (!isLossAlone && !isNear(mseRatio)) return { ...numbers, failure: 'the test errors differ' };
  return isNear(lossRatio) ? numbers : { ...numbers, failure: 'the objectives differ' };
}

/** @param {string} file */
function lastRow(file) {
  /** @type {{ columns: string[], rows: (number | null)[][] }} */
  const { columns, rows } = JSON.parse(readFileSync(file, 'utf8'));
  const [last = []] = rows.slice(-1);
  return (/** @type {string} */ column) => {
    const value = last[columns.indexOf(column)];
    return typeof value === 'number' ? value : NaN;
  };
}

/** @param {Buffer} bytes */
function floats(bytes) {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
