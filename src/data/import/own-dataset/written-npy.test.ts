import { expect, it } from 'vitest';
import { npyBytes } from '../../../core/formats/npy';
import { openNpy } from '../arrays/npy';

const open = (bytes: Uint8Array<ArrayBuffer>) => openNpy({ path: 'x.npy', blob: new Blob([bytes]) });

it.each([
  ['<f4', Float32Array.of(0.5, -1.25, 1e30, 0, 1 / 3, 5)],
  ['<f8', Float64Array.of(0.1, -1e-300, 1e30, 0, 1 / 3, 5)],
  ['|u1', Uint8Array.of(0, 1, 255, 3, 4, 5)],
  ['<u2', Uint16Array.of(0, 1, 65535, 3, 4, 5)],
  ['<u4', Uint32Array.of(0, 1, 2 ** 32 - 1, 3, 4, 5)],
] as const)('an array written as %s is read back', async (dtype, values) => {
  const array = await open(npyBytes({ shape: [3, 2], values }));
  expect(array).toMatchObject({ shape: [3, 2], isFortran: false });
  const bytes = new Uint8Array(await array.blob.slice(array.start).arrayBuffer());
  expect(bytes).toEqual(new Uint8Array(values.buffer));
  expect(array.start % 64).toBe(0);
  expect(dtype.endsWith(String(values.BYTES_PER_ELEMENT))).toBe(true);
});

it('writes one side as Python writes a tuple of one', async () => {
  const array = await open(npyBytes({ shape: [3], values: Uint16Array.of(7, 8, 9) }));
  expect(array.shape).toEqual([3]);
});

it('writes the piece of a larger buffer that it is given', async () => {
  const piece = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
  const array = await open(npyBytes({ shape: [2], values: piece }));
  expect(new Float32Array(await array.blob.slice(array.start).arrayBuffer())).toEqual(Float32Array.of(2, 3));
});

it('refuses a shape that does not fit', () => {
  expect(() => npyBytes({ shape: [2, 2], values: Uint8Array.of(1, 2, 3) })).toThrow('has 4 values, not 3');
});
