// Runs the script of one experiment with the browser's weights, and gives how far it is from the browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npyFloats, readNpyFloats } from './npy.mjs';

/** Reconstructions may differ by so much at a value. */
export const mostDifference = 1e-4;
/** The error after an epoch of training may differ by this share. */
export const mostMseDifference = 0.03;

/**
 * @typedef {object} Comparison
 * @property {string} name
 * @property {number} steps
 * @property {number} largestDifference between the reconstructions of the same inputs by the same weights
 * @property {number} browserMse of the test set after one epoch
 * @property {number} kerasMse after one epoch from the same first weights
 * @property {number} mseRatio
 * @property {string} [failure]
 */

/**
 * @param {import('./matrix.mjs').Case} which
 * @param {import('../page/keras').KerasReference} reference
 * @param {import('./scripts-runner.mjs').ScriptsRunner} runner
 * @param {string} folder for this experiment
 * @param {string} data path for `--data`
 * @returns {Promise<Comparison>}
 */
export async function compare({ name, devices = 1 }, reference, runner, folder, data) {
  mkdirSync(folder, { recursive: true });
  const bytes = (/** @type {string} */ text) => Buffer.from(text, 'base64');
  const at = (/** @type {string} */ file) => join(folder, file);
  writeFileSync(at('autoencoder.py'), reference.script);
  writeFileSync(at('initial.safetensors'), bytes(reference.initialWeights));
  writeFileSync(at('trained.safetensors'), bytes(reference.weights));
  writeFileSync(at('inputs.npy'), npyFloats(bytes(reference.inputs), [10, ...reference.shape]));

  const common = [at('autoencoder.py'), '--data', data, '--out', folder, '--devices', String(devices)];
  await runner.run([...common, '--weights', at('trained.safetensors'), '--inputs', at('inputs.npy')]);
  const ours = floats(bytes(reference.reconstructed));
  const theirs = readNpyFloats(readFileSync(at('reconstructed.npy')));
  if (ours.length !== theirs.length) throw new Error(`${theirs.length} values instead of ${ours.length}`);
  const largestDifference = ours.reduce((most, value, i) => Math.max(most, Math.abs(value - (theirs[i] ?? NaN))), 0);

  await runner.run([...common, '--weights', at('initial.safetensors'), '--epochs', '1']);
  const kerasMse = testMseOf(at('metrics.json'));
  const mseRatio = kerasMse / reference.testMse;
  const { steps, testMse: browserMse } = reference;
  const numbers = { name, steps, largestDifference, browserMse, kerasMse, mseRatio };
  // Not `>`: what is not a number is a failure.
  if (!(largestDifference <= mostDifference)) return { ...numbers, failure: 'the reconstructions differ' };
  const isNear = Math.abs(mseRatio - 1) <= mostMseDifference;
  return isNear ? numbers : { ...numbers, failure: 'the test errors after one epoch differ' };
}

/** @param {string} file */
function testMseOf(file) {
  /** @type {{ columns: string[], rows: (number | null)[][] }} */
  const { columns, rows } = JSON.parse(readFileSync(file, 'utf8'));
  return rows.at(-1)?.[columns.indexOf('test_mse')] ?? NaN;
}

/** @param {Buffer} bytes */
function floats(bytes) {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
