// Writes a data set as gzipped shards and a manifest (schema: src/core/samples/manifest.ts), and keeps correct files. Shard
// names deliberately do not end in .gz: web servers would send such files with `Content-Encoding: gzip`, and the browser would
// decompress them before the page could check their SHA-256.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../content/content-hash.mjs';

/**
 * @typedef {object} Split samples in storage order
 * @property {Uint8Array} pixels `[count, ...sampleShape]`, 0 to 255
 * @property {Uint16Array | Uint8Array} labels `[count]`, indices into the class names
 * @property {number} shardSize samples per shard; the last may be smaller
 *
 * @typedef {object} DataSource
 * @property {string} id name of the folder under public/data
 * @property {string} name
 * @property {string} licence
 * @property {string} attribution
 * @property {number[]} sampleShape
 * @property {string} recipe changes whenever the shards might: the package's version, the split
 * @property {() => { classNames: string[], train: Split, test: Split }} read
 *
 * @typedef {{ file: string, count: number, bytes: number, sha256: string }} Shard
 * @typedef {{ count: number, shards: Shard[] }} ManifestSplit
 * @typedef {Pick<DataSource, 'id' | 'name' | 'licence' | 'attribution' | 'sampleShape' | 'recipe'> &
 *   { classNames: string[], train: ManifestSplit, test: ManifestSplit }} Manifest
 */

/**
 * Completes a data set's folder: rewrites shards that are missing or fail their checksum, keeps the others, and removes stray
 * files. Does not read the source when all checksums match.
 *
 * @param {string} folder created if it does not exist
 * @param {DataSource} source
 * @returns {string[]} names of the written shards; empty when the folder was complete
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
  // The manifest comes last: without it, a half-written folder counts as not prepared.
  writeAtomically(folder, 'manifest.json', JSON.stringify(manifest, null, 1));
  const belongs = new Set(['manifest.json', ...manifest.train.shards.map((shard) => shard.file)]);
  for (const shard of manifest.test.shards) belongs.add(shard.file);
  for (const file of readdirSync(folder))
    if (!belongs.has(file)) rmSync(join(folder, file), { recursive: true });
  return written;
}

/**
 * The manifest in the folder, if it matches the source and its recipe.
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
    if (!isDeepStrictEqual(known, header) || !Array.isArray(classNames)) return undefined;
    return train.shards.length > 0 && test.shards.length > 0 ? manifest : undefined;
  } catch {
    return undefined; // damaged: write all shards again
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
  writeAtomically(folder, file, gzipped);
  return { file, count: labels.length, bytes: gzipped.length, sha256: sha256(gzipped) };
}

/**
 * Writes under a temporary name first, so that no reader ever sees a partial file.
 *
 * @param {string} folder
 * @param {string} file
 * @param {Uint8Array | string} content
 */
function writeAtomically(folder, file, content) {
  const partial = join(folder, `.${file}.partial`);
  writeFileSync(partial, content);
  renameSync(partial, join(folder, file));
}
