// Writes a data set as gzipped shards and a manifest (schema: src/core/manifest.ts), and keeps what is already right.
// Shard names do not end in .gz on purpose: web servers would announce such files as `Content-Encoding: gzip` and the
// browser would unpack them before the page could check their SHA-256.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../content-hash.mjs';

/**
 * @typedef {object} Split samples in the order in which they are to be stored
 * @property {Uint8Array} pixels `[count, ...sampleShape]`, 0 to 255
 * @property {Uint16Array | Uint8Array} labels `[count]`, indices into the class names
 * @property {number} shardSize samples per shard; the last may hold fewer
 *
 * @typedef {object} DataSource
 * @property {string} id name of the folder under public/data
 * @property {string} name
 * @property {string} licence
 * @property {string} attribution
 * @property {number[]} sampleShape
 * @property {string} recipe changes when the same shards could come out differently: the package's version, the split
 * @property {() => { classNames: string[], train: Split, test: Split }} read
 *
 * @typedef {{ file: string, count: number, bytes: number, sha256: string }} Shard
 * @typedef {{ count: number, shards: Shard[] }} ManifestSplit
 * @typedef {Pick<DataSource, 'id' | 'name' | 'licence' | 'attribution' | 'sampleShape' | 'recipe'> &
 *   { classNames: string[], train: ManifestSplit, test: ManifestSplit }} Manifest
 */

/**
 * Brings a data set's folder in order: every shard that is missing or fails its checksum is made again, the others are
 * left alone, and what does not belong there is removed. Nothing is read from the source when all checksums hold.
 *
 * @param {string} folder is made if it does not exist
 * @param {DataSource} source
 * @returns {string[]} names of the shards that were written, empty when everything was in place
 */
export function prepareShards(folder, source) {
  const { read, ...header } = source;
  const known = readManifest(folder, header);
  const intact = new Map(
    [...(known?.train.shards ?? []), ...(known?.test.shards ?? [])]
      .filter((shard) => isIntact(folder, shard))
      .map((shard) => [shard.file, shard]),
  );
  if (known && intact.size === known.train.shards.length + known.test.shards.length) return [];

  mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const written = [];
  const { classNames, train, test } = read();
  /** @type {(name: string, split: Split) => ManifestSplit} */
  const storeSplit = (name, split) => {
    /** @type {Shard[]} */
    const shards = [];
    for (let first = 0; first < split.labels.length; first += split.shardSize) {
      const file = `${name}-${shards.length}.shard`;
      const kept = intact.get(file);
      shards.push(kept ?? writeShard(folder, file, split, first));
      if (!kept) written.push(file);
    }
    return { count: split.labels.length, shards };
  };
  /** @type {Manifest} */
  const manifest = {
    ...header,
    classNames,
    train: storeSplit('train', train),
    test: storeSplit('test', test),
  };
  // The manifest comes last: until it is there, a folder left half-way counts as not prepared.
  writeWhole(folder, 'manifest.json', JSON.stringify(manifest, null, 1));
  const belongs = new Set(['manifest.json', ...manifest.train.shards.map((shard) => shard.file)]);
  for (const shard of manifest.test.shards) belongs.add(shard.file);
  for (const file of readdirSync(folder))
    if (!belongs.has(file)) rmSync(join(folder, file), { recursive: true });
  return written;
}

/**
 * The manifest in the folder, if it was written for the same source and by the same recipe.
 *
 * @param {string} folder
 * @param {Omit<DataSource, 'read'>} header
 * @returns {Manifest | undefined}
 */
function readManifest(folder, header) {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return undefined;
  try {
    const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(path, 'utf8')));
    const { classNames, train, test, ...known } = manifest;
    if (!isDeepStrictEqual(known, header) || classNames.length === 0) return undefined;
    return train.shards.length > 0 && test.shards.length > 0 ? manifest : undefined;
  } catch {
    return undefined; // damaged: all shards are made again
  }
}

/**
 * @param {string} folder
 * @param {Shard} shard
 */
function isIntact(folder, shard) {
  const path = join(folder, shard.file);
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  return bytes.length === shard.bytes && sha256(bytes) === shard.sha256;
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {Split} split
 * @param {number} first index of the shard's first sample
 * @returns {Shard}
 */
function writeShard(folder, file, split, first) {
  const labels = split.labels.subarray(first, first + split.shardSize);
  const sampleSize = split.pixels.length / split.labels.length;
  const pixels = split.pixels.subarray(first * sampleSize, (first + labels.length) * sampleSize);
  const content = Buffer.alloc(pixels.length + 2 * labels.length);
  content.set(pixels);
  labels.forEach((label, index) => content.writeUInt16LE(label, pixels.length + 2 * index));
  const gzipped = gzipSync(content);
  writeWhole(folder, file, gzipped);
  return { file, count: labels.length, bytes: gzipped.length, sha256: sha256(gzipped) };
}

/**
 * Writes under another name first, so that no reader ever sees half a file.
 *
 * @param {string} folder
 * @param {string} file
 * @param {Uint8Array | string} content
 */
function writeWhole(folder, file, content) {
  const partial = join(folder, `.${file}.partial`);
  writeFileSync(partial, content);
  renameSync(partial, join(folder, file));
}
