import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Manifest } from '../core/samples/manifest';
import { datasetChecksum } from './dataset-checksum';

const shard = (digit: string) => ({ file: `${digit}.shard`, count: 2, bytes: 5, sha256: digit.repeat(64) });
const manifest: Manifest = {
  ...{ id: 'leaves', name: 'Leaves', licence: '', attribution: '', classNames: [] },
  ...{ sampleShape: [2, 2, 1], values: 'uint8', valueRange: [0, 1] },
  train: { count: 4, shards: [shard('a'), shard('b')] },
  test: { count: 2, shards: [shard('c')] },
};

it('is the SHA-256 of shape, kind of values and shards, as anybody can compute it', async () => {
  const text = JSON.stringify([[2, 2, 1], 'uint8', ['a'.repeat(64), 'b'.repeat(64)], ['c'.repeat(64)]]);
  expect(await datasetChecksum(manifest)).toBe(createHash('sha256').update(text).digest('hex'));
});

it('stays with another name, and changes with a shard, their order or their split', async () => {
  const checksum = await datasetChecksum(manifest);
  expect(await datasetChecksum({ ...manifest, name: 'Autumn leaves' })).toBe(checksum);
  const others: Manifest[] = [
    { ...manifest, test: { count: 2, shards: [shard('d')] } },
    { ...manifest, train: { count: 4, shards: [shard('b'), shard('a')] } },
    {
      ...manifest,
      train: { count: 2, shards: [shard('a')] },
      test: { count: 4, shards: [shard('b'), shard('c')] },
    },
    { ...manifest, sampleShape: [4, 1, 1] },
  ];
  const sums = await Promise.all(others.map(datasetChecksum));
  expect(new Set([checksum, ...sums]).size).toBe(5);
});
