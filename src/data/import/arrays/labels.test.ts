import { describe, expect, it } from 'vitest';
import { bytesOf, ramp, texts } from '../testing/array-bodies';
import { failureOfImport, parseArrayFiles } from '../testing/parse';
import { ascii, file, npyBytes } from '../testing/write-bytes';

describe('Labels', () => {
  const x = file('X.npy', npyBytes('|u1', [3, 2], ramp(6)));

  it('may be one-hot', async () => {
    const oneHot = npyBytes('<f4', [3, 3], bytesOf(Float32Array.of(0, 0, 1, 1, 0, 0, 0, 0, 1)));
    const { train, classNames } = await parseArrayFiles(x, file('y.npy', oneHot));
    expect(classNames).toEqual(['0', '2']);
    expect(train.labels).toEqual(Uint16Array.of(1, 0, 1));
  });

  it('may be a column', async () => {
    const { train } = await parseArrayFiles(x, file('y.npy', npyBytes('|u1', [3, 1], [5, 3, 5])));
    expect(train.labels).toEqual(Uint16Array.of(1, 0, 1));
  });

  it('may be texts of either kind', async () => {
    const unicode = npyBytes('<U10', [3], texts(10, 'dog', 'Bär', 'dog'));
    const bytes = npyBytes('|S3', [3], ascii('dogB\0\0dog'));
    expect((await parseArrayFiles(x, file('y.npy', unicode))).classNames).toEqual(['Bär', 'dog']);
    const { train, classNames } = await parseArrayFiles(x, file('y.npy', bytes));
    expect(classNames).toEqual(['B', 'dog']);
    expect(train.labels).toEqual(Uint16Array.of(1, 0, 1));
  });

  it.each([
    ['a row that is not one-hot', npyBytes('|u1', [3, 2], [1, 0, 1, 1, 0, 1]), 1, '1 1'],
    ['a fraction', npyBytes('<f8', [3], bytesOf(Float64Array.of(0, 1, 0.25))), 2, '0.25'],
    ['an empty text', npyBytes('<U3', [3], texts(3, 'a', '', 'b')), 1, ''],
    ['no character', npyBytes('<U1', [3], bytesOf(Uint32Array.of(65, 66, 0x110000))), 2, ''],
  ])('may not have %s', async (_, bytes, place, value) => {
    const failure = await failureOfImport(x, file('y.npy', bytes));
    expect(failure).toEqual({ code: 'import.label-value', file: 'y.npy', place, value });
  });
});
