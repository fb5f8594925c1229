import { expect, test } from 'vitest';
import type { Manifest } from '../../core/samples/manifest';
import { ShardError } from './shard-error';
import { createSplit } from './split';

const shard = { file: 'train-0.shard', count: 2, bytes: 9, sha256: 'ab'.repeat(32) };
const unlabelled: Manifest = {
  id: 'plain',
  name: 'Plain',
  licence: 'none',
  attribution: 'none',
  sampleShape: [1, 1, 3],
  values: 'uint8',
  valueRange: [0, 1],
  classNames: [],
  train: { count: 2, shards: [shard] },
  test: { count: 2, shards: [shard] },
};

test('samples without classes have the label 0, and their shard may state no other', () => {
  const split = createSplit(unlabelled, 'train');
  split.fill(0, Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 0, 0, 0));
  expect(split.ready()).toBe(2);
  expect([...split.samples.values]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...split.samples.labels]).toEqual([0, 0]);
  expect(() => {
    split.fill(0, Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 0, 1, 0));
  }).toThrow(ShardError);
});
