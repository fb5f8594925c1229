import { expect, test } from 'vitest';
import { manifestSchema } from './manifest';

const shard = { file: 'train-0.shard', count: 2, bytes: 10, sha256: 'ab'.repeat(32) };
const manifest = {
  id: 'mnist',
  name: 'MNIST',
  licence: 'CC BY-SA 3.0',
  attribution: 'LeCun and Cortes',
  sampleShape: [28, 28, 1],
  values: 'uint8',
  valueRange: [0, 1],
  classNames: ['0', '1'],
  train: { count: 2, shards: [shard] },
  test: { count: 2, shards: [shard] },
};
const accepts = (value: unknown) => manifestSchema.safeParse(value).success;
const withShard = (change: object) => ({
  ...manifest,
  train: { count: 2, shards: [{ ...shard, ...change }] },
});

test('accepts a manifest as set-up writes it: bytes, whose units are their own', () => {
  const { values, valueRange, ...written } = manifest;
  expect(manifestSchema.parse(written)).toEqual({ ...written, values: 'uint8', valueRange: [0, 1] });
  expect([values, valueRange]).toEqual(['uint8', [0, 1]]);
});

test('keeps what 0 and 1 stand for at each place, where the places have ranges of their own', () => {
  const placeRanges = [
    [5, 10],
    [-1, 1],
  ];
  expect(manifestSchema.parse({ ...manifest, placeRanges })).toMatchObject({ placeRanges });
  expect(accepts({ ...manifest, placeRanges: [[5]] })).toBe(false);
});

test('accepts samples without labels', () => {
  expect(accepts({ ...manifest, classNames: [] })).toBe(true);
});

test.each(['../secret', 'a/b', 'http://elsewhere', ''])('refuses the shard file name %o', (file) => {
  expect(accepts(withShard({ file }))).toBe(false);
});

test('refuses a shard without samples, bytes or a full checksum', () => {
  expect(accepts(withShard({ count: 0 }))).toBe(false);
  expect(accepts(withShard({ bytes: 0 }))).toBe(false);
  expect(accepts(withShard({ sha256: 'ab' }))).toBe(false);
});

test('refuses a data set without a shape or a shard', () => {
  expect(accepts({ ...manifest, sampleShape: [] })).toBe(false);
  expect(accepts({ ...manifest, test: { count: 0, shards: [] } })).toBe(false);
});
