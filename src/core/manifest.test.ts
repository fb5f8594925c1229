import { expect, test } from 'vitest';
import { manifestSchema } from './manifest';

const shard = { file: 'train-0.shard', count: 2, bytes: 10, sha256: 'ab'.repeat(32) };
const manifest = {
  id: 'mnist',
  name: 'MNIST',
  licence: 'CC BY-SA 3.0',
  attribution: 'LeCun and Cortes',
  sampleShape: [28, 28, 1],
  classNames: ['0', '1'],
  train: { count: 2, shards: [shard] },
  test: { count: 2, shards: [shard] },
};
const accepts = (value: unknown) => manifestSchema.safeParse(value).success;
const withShard = (change: object) => ({
  ...manifest,
  train: { count: 2, shards: [{ ...shard, ...change }] },
});

test('a manifest as set-up writes it is read', () => {
  expect(manifestSchema.parse(manifest)).toEqual(manifest);
});

test.each(['../secret', 'a/b', 'http://elsewhere', ''])('a shard cannot be fetched from %o', (file) => {
  expect(accepts(withShard({ file }))).toBe(false);
});

test('a shard without samples, bytes or a whole checksum is refused', () => {
  expect(accepts(withShard({ count: 0 }))).toBe(false);
  expect(accepts(withShard({ bytes: 0 }))).toBe(false);
  expect(accepts(withShard({ sha256: 'ab' }))).toBe(false);
});

test('a data set has a shape, a class and a shard', () => {
  expect(accepts({ ...manifest, sampleShape: [] })).toBe(false);
  expect(accepts({ ...manifest, classNames: [] })).toBe(false);
  expect(accepts({ ...manifest, test: { count: 0, shards: [] } })).toBe(false);
});
