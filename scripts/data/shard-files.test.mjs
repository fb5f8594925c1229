import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manifestSchema } from '../../src/core/samples/manifest';
import { sha256 } from '../content/content-hash.mjs';
import { prepareShards } from './shard-files.mjs';

const source = {
  id: 'dots',
  name: 'Dots',
  licence: 'CC0',
  attribution: 'nobody',
  sampleShape: [1, 2, 1],
  recipe: 'dots 1',
  read: () => ({
    classNames: ['left', 'right'],
    train: {
      pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      labels: Uint16Array.of(0, 1, 0, 1, 300),
      shardSize: 2,
    },
    test: { pixels: Uint8Array.of(20, 30), labels: Uint16Array.of(1), shardSize: 2 },
  }),
};
const shardNames = ['test-0.shard', 'train-0.shard', 'train-1.shard', 'train-2.shard'];

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hourglass-shards-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const readManifest = () =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
const contents = () =>
  readdirSync(folder).map((file) => [file, readFileSync(join(folder, file)).toString('hex')]);
const times = () => readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]);

test('a data set becomes shards of pixels followed by little-endian labels', () => {
  expect(prepareShards(folder, source).sort()).toEqual(shardNames);
  const unzip = (/** @type {string} */ file) => [...gunzipSync(readFileSync(join(folder, file)))];
  expect(unzip('train-0.shard')).toEqual([1, 2, 3, 4, 0, 0, 1, 0]);
  expect(unzip('train-2.shard')).toEqual([9, 10, 300 & 255, 300 >> 8]);
  expect(unzip('test-0.shard')).toEqual([20, 30, 1, 0]);
});

test('the manifest counts the samples and gives the size and SHA-256 of each file on disk', () => {
  prepareShards(folder, source);
  const manifest = readManifest();
  expect(manifest.train.count).toBe(5);
  expect(manifest.train.shards.map((shard) => shard.count)).toEqual([2, 2, 1]);
  expect(manifest.test.count).toBe(1);
  for (const shard of [...manifest.train.shards, ...manifest.test.shards]) {
    const bytes = readFileSync(join(folder, shard.file));
    expect(shard.bytes).toBe(bytes.length);
    expect(shard.sha256).toBe(sha256(bytes));
  }
});

test('neither reads nor writes an intact set', () => {
  prepareShards(folder, source);
  const before = times();
  const read = vi.fn(source.read);
  expect(prepareShards(folder, { ...source, read })).toEqual([]);
  expect(read).not.toHaveBeenCalled();
  expect(times()).toEqual(before);
});

test('keeps an intact set that has no labels, too', () => {
  const read = vi.fn(() => ({ ...source.read(), classNames: [] }));
  prepareShards(folder, { ...source, read });
  expect(prepareShards(folder, { ...source, read })).toEqual([]);
  expect(read).toHaveBeenCalledTimes(1);
});

test.each([
  [
    'with a changed byte',
    (/** @type {string} */ path) => {
      const bytes = readFileSync(path);
      bytes[12] = (bytes[12] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  ],
  [
    'cut short',
    (/** @type {string} */ path) => {
      writeFileSync(path, readFileSync(path).subarray(0, 10));
    },
  ],
  [
    'missing',
    (/** @type {string} */ path) => {
      rmSync(path);
    },
  ],
])('rewrites a shard %s, and only that one', (_, damage) => {
  prepareShards(folder, source);
  const before = contents();
  damage(join(folder, 'train-1.shard'));
  expect(contents()).not.toEqual(before);
  expect(prepareShards(folder, source)).toEqual(['train-1.shard']);
  expect(contents()).toEqual(before);
});

test('rewrites the whole set when the manifest is damaged or missing', () => {
  prepareShards(folder, source);
  const before = contents();
  writeFileSync(join(folder, 'manifest.json'), '{"id": "dots"');
  expect(prepareShards(folder, source).sort()).toEqual(shardNames);
  rmSync(join(folder, 'manifest.json'));
  expect(prepareShards(folder, source).sort()).toEqual(shardNames);
  expect(contents()).toEqual(before);
});

test('rewrites the whole set and removes stray files when the recipe changes', () => {
  prepareShards(folder, source);
  const { train } = source.read();
  const read = () => ({ ...source.read(), train: { ...train, shardSize: 5 } });
  expect(prepareShards(folder, { ...source, recipe: 'dots 2', read })).toEqual([
    'train-0.shard',
    'test-0.shard',
  ]);
  expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'test-0.shard', 'train-0.shard']);
});
