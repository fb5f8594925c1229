// Whole photographs, half as wide as they come, for Apply: Limits: the six that "Photograph patches" are cut from. Their words
// are in src/catalog/photographs/registry.ts; what they are and their licences stand beside them in photographs.json too.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { sha256 } from '../content/content-hash.mjs';
import { packageVersion } from './package-version.mjs';
import { averageRegion, packageOf, photographNames, readPhotograph } from './patches.mjs';

/** Each pixel is the mean of `scale * scale` pixels. */
const scale = 2;
const quality = 88;

/** @typedef {{ file: string, package: string, sha256: string }} PhotographFile */

/**
 * Writes the photographs that are missing, damaged or of another version, and the list of them.
 *
 * @param {string} folder created if it does not exist
 * @param {string} modulesFolder node_modules
 * @returns {string[]} names of the files that were written
 */
export function preparePhotographs(folder, modulesFolder) {
  mkdirSync(folder, { recursive: true });
  const listPath = join(folder, 'photographs.json');
  const known = readList(listPath);
  /** @type {string[]} */
  const written = [];
  const files = photographNames.map((name) => {
    const from = join(modulesFolder, packageOf(name));
    const source = `${packageOf(name)} ${packageVersion(from)}; recipe 1`;
    const file = `${name}.jpg`;
    const path = join(folder, file);
    const before = known.find((one) => one.file === file && one.package === source);
    if (before && existsSync(path) && sha256(readFileSync(path)) === before.sha256) return before;
    const bytes = smaller(readPhotograph(from));
    writeFileSync(path, bytes);
    written.push(file);
    return { file, package: source, sha256: sha256(bytes) };
  });
  if (written.length === 0) return written;
  const list = {
    licence: 'Contents CC0 1.0, files PDDL 1.0',
    attribution: "Digital images courtesy of the Getty's Open Content Program",
    files,
  };
  writeFileSync(listPath, JSON.stringify(list, null, 1));
  return written;
}

/**
 * @param {string} path
 * @returns {PhotographFile[]} empty where there is no list that can be read
 */
function readList(path) {
  try {
    const { files } = /** @type {{ files: PhotographFile[] }} */ (JSON.parse(readFileSync(path, 'utf8')));
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}

/**
 * @param {import('./patches.mjs').Photograph} photograph
 * @returns {Uint8Array} a JPEG
 */
function smaller(photograph) {
  const width = Math.floor(photograph.width / scale);
  const height = Math.floor(photograph.height / scale);
  const rgb = averageRegion(photograph, { left: 0, top: 0, width, height, scale });
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.set(rgb.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
  return encode({ width, height, data: rgba }, quality).data;
}
