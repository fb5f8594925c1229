import { describe, expect, test } from 'vitest';
import { parseIdx, parseIdxPair } from './idx.mjs';

/** @type {(magic: number, shape: number[], values: number[]) => Uint8Array} */
function idx(magic, shape, values) {
  const bytes = Buffer.alloc(4 + 4 * shape.length + values.length);
  [magic, ...shape].forEach((word, index) => bytes.writeUInt32BE(word, 4 * index));
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

const images = { name: 'images', bytes: idx(0x803, [2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]) };
const labels = { name: 'labels', bytes: idx(0x801, [2], [7, 0]) };

describe('an IDX file', () => {
  test('gives the sizes in its header and the bytes that follow', () => {
    const { shape, values } = parseIdx(images.bytes, 'images', 3);
    expect(shape).toEqual([2, 2, 3]);
    expect([...values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
  });

  test('is read at its offset in a larger buffer', () => {
    const padded = Buffer.concat([Buffer.from([9, 9, 9]), labels.bytes]).subarray(3);
    expect([...parseIdx(padded, 'labels', 1).values]).toEqual([7, 0]);
  });

  test('with another magic number is rejected, and the message names the file and the number', () => {
    expect(() => parseIdx(idx(0x80d, [2], [7, 0]), 'labels', 1)).toThrow(/^labels .* 0000080d, not 00000801/);
  });

  test('of labels is rejected where images are expected', () => {
    expect(() => parseIdx(labels.bytes, 'labels', 3)).toThrow(/3 dimension/);
  });

  test('that is empty or ends within its header is rejected', () => {
    expect(() => parseIdx(new Uint8Array(), 'images', 3)).toThrow(/images is not an IDX file/);
    expect(() => parseIdx(images.bytes.subarray(0, 9), 'images', 3)).toThrow(
      /ends within its header, after 9/,
    );
  });

  test('that is a byte short or a byte long is rejected with both counts', () => {
    expect(() => parseIdx(images.bytes.subarray(0, -1), 'images', 3)).toThrow(/2 x 2 x 3 = 12 .* holds 11/);
    expect(() => parseIdx(Buffer.concat([labels.bytes, Buffer.of(1)]), 'labels', 1)).toThrow(
      /2 = 2 .* holds 3/,
    );
  });
});

describe('a pair of IDX files', () => {
  test('gives images and their labels', () => {
    const pair = parseIdxPair(images, labels);
    expect(pair).toMatchObject({ count: 2, height: 2, width: 3 });
    expect([...pair.labels]).toEqual([7, 0]);
  });

  test('of unequal counts is rejected', () => {
    const three = { name: 'labels', bytes: idx(0x801, [3], [7, 0, 1]) };
    expect(() => parseIdxPair(images, three)).toThrow('images holds 2 images but labels holds 3 labels.');
  });
});
