import { describe, expect, it } from 'vitest';
import { bytesOf, swapped, ramp, labels, texts } from '../testing/array-bodies';
import { failureOfImport, parseArrayFiles } from '../testing/parse';
import { ascii, file, gzipped, npyBytes } from '../testing/write-bytes';

describe('NPY', () => {
  it.each([
    ['|b1', 1, [0, 1, 1, 0, 0, 1], [0, 1, 1, 0, 0, 1]],
    ['|u1', 1, [0, 1, 255, 3, 4, 5], [0, 1, 255, 3, 4, 5]],
    ['|i1', 1, [0, 1, 255, 128, 127, 5], [0, 1, -1, -128, 127, 5]],
    ['<u2', 2, bytesOf(Uint16Array.of(0, 1, 65535, 256, 4, 5)), [0, 1, 65535, 256, 4, 5]],
    ['<i2', 2, bytesOf(Int16Array.of(0, 1, -1, 256, -32768, 5)), [0, 1, -1, 256, -32768, 5]],
    ['<u4', 4, bytesOf(Uint32Array.of(0, 1, 2 ** 31, 256, 4, 5)), [0, 1, 2 ** 31, 256, 4, 5]],
    ['<i4', 4, bytesOf(Int32Array.of(0, 1, -1, 65536, 4, 5)), [0, 1, -1, 65536, 4, 5]],
    ['<u8', 8, bytesOf(BigUint64Array.of(0n, 1n, 2n ** 40n, 3n, 4n, 5n)), [0, 1, 2 ** 40, 3, 4, 5]],
    ['<i8', 8, bytesOf(BigInt64Array.of(0n, 1n, -1n, -(2n ** 40n), 4n, 5n)), [0, 1, -1, -(2 ** 40), 4, 5]],
    // 1, -2, the least subnormal, 65504 (the greatest), 0.5 and 1/3 rounded, as IEEE 754 binary16.
    [
      '<f2',
      2,
      bytesOf(Uint16Array.of(0x3c00, 0xc000, 1, 0x7bff, 0x3800, 0x3555)),
      [1, -2, 2 ** -24, 65504, 0.5, 0.333251953125],
    ],
    ['<f4', 4, bytesOf(Float32Array.of(0, 0.5, -1.25, 1e30, 4, 5)), [0, 0.5, -1.25, 1e30, 4, 5]],
    ['<f8', 8, bytesOf(Float64Array.of(0, 0.1, -1e-30, 3, 4, 5)), [0, 0.1, -1e-30, 3, 4, 5]],
  ])('reads %s, in both orders of bytes', async (descr, size, body, values) => {
    const big = descr.replace('<', '>');
    for (const bytes of [npyBytes(descr, [3, 2], body), npyBytes(big, [3, 2], swapped(body, size))]) {
      const { train, format } = await parseArrayFiles(file('x.npy', bytes));
      expect(format).toBe('npy');
      expect(train).toMatchObject({ count: 3, shape: [2], labels: null });
      expect(train.values).toEqual(descr === '|u1' ? Uint8Array.from(values) : Float32Array.from(values));
    }
  });

  it.each([1, 2, 3])('reads version %i of the format', async (version) => {
    const { train } = await parseArrayFiles(file('x.npy', npyBytes('|u1', [2, 2], ramp(4), { version })));
    expect(train.values).toEqual(Uint8Array.from(ramp(4)));
  });

  it('brings Fortran order to C order', async () => {
    // a[i, j, k] = 100 i + 10 j + k, the first index varying fastest.
    const shape = [2, 3, 4];
    const fortran = ramp(24).map((at) => 100 * (at % 2) + 10 * (Math.floor(at / 2) % 3) + Math.floor(at / 6));
    const { train } = await parseArrayFiles(
      file('x.npy', npyBytes('|u1', shape, fortran, { isFortran: true })),
    );
    const expected = ramp(24).map(
      (at) => 100 * Math.floor(at / 12) + 10 * (Math.floor(at / 4) % 3) + (at % 4),
    );
    expect(train.values).toEqual(Uint8Array.from(expected));
    expect(train.shape).toEqual([3, 4]);
  });

  it('puts separate files together', async () => {
    const { train, test, classNames } = await parseArrayFiles(
      file('y_test.npy', labels(4)),
      file('x_test.npy', npyBytes('|u1', [1, 2], [9, 9])),
      file('y_train.npy', labels(4, -1)),
      file('x_train.npy.gz', gzipped(npyBytes('|u1', [2, 2], ramp(4)))),
    );
    expect(classNames).toEqual(['-1', '4']);
    expect(train.labels).toEqual(Uint16Array.of(1, 0));
    expect(test).toMatchObject({ count: 1, labels: Uint16Array.of(1) });
  });

  it('makes floats of bytes when the other split has floats', async () => {
    const { train, test } = await parseArrayFiles(
      file('x_train.npy', npyBytes('|u1', [2, 2], ramp(4))),
      file('x_test.npy', npyBytes('<f4', [1, 2], bytesOf(Float32Array.of(0.5, 2)))),
    );
    expect(train.values).toEqual(Float32Array.from(ramp(4)));
    expect(test?.values).toEqual(Float32Array.of(0.5, 2));
  });
});

describe('An NPY file that is wrong', () => {
  const good = npyBytes('<f4', [2, 2], bytesOf(Float32Array.of(1, 2, 3, 4)));
  const withHeader = (from: string, to: string) => {
    const text = good.map((byte) => String.fromCharCode(byte)).join('');
    return ascii(text.replace(from, to));
  };

  it('holds pickled objects', async () => {
    expect(await failureOfImport(file('x.npy', npyBytes('|O', [2], ramp(30))))).toEqual({
      code: 'import.npy-pickled',
      file: 'x.npy',
    });
  });

  it.each(['<c8', '<M8[ns]', '|V4', '<f16', '<U0'])('has type %s', async (dtype) => {
    const failure = await failureOfImport(file('x.npy', npyBytes(dtype, [2, 2], ramp(32))));
    expect(failure).toEqual({ code: 'import.npy-dtype', file: 'x.npy', dtype });
  });

  it('has texts in place of samples', async () => {
    const failure = await failureOfImport(
      file('x.npy', npyBytes('<U1', [2, 2], texts(1, 'a', 'b', 'c', 'd'))),
    );
    expect(failure).toEqual({ code: 'import.npy-dtype', file: 'x.npy', dtype: 'U' });
  });

  it('has fields', async () => {
    const failure = await failureOfImport(file('x.npy', npyBytes("[('a', '<f4')]", [2], ramp(8))));
    expect(failure).toMatchObject({ code: 'import.npy-dtype' });
  });

  it.each([
    ["'descr'", "'dexcr'", 10],
    [
      '(2, 2)',
      '(2; 2)',
      10 +
        good
          .slice(10)
          .map((byte) => String.fromCharCode(byte))
          .join('')
          .indexOf("'shape'"),
    ],
    [
      'False',
      'Maybe',
      10 +
        good
          .slice(10)
          .map((byte) => String.fromCharCode(byte))
          .join('')
          .indexOf("'fortran"),
    ],
    ['NUMPY\u0001', 'NUMPY\u0009', 6],
  ])('has %s written as %s', async (from, to, byte) => {
    const failure = await failureOfImport(file('x.npy', withHeader(from, to)));
    expect(failure).toEqual({ code: 'import.npy-header', file: 'x.npy', byte });
  });

  it('is too short or too long', async () => {
    const short = await failureOfImport(file('x.npy', good.slice(0, -1)));
    expect(short).toMatchObject({ code: 'import.truncated', bytes: good.length - 1, expected: good.length });
    const long = await failureOfImport(file('x.npy', [...good, 1]));
    expect(long).toMatchObject({ code: 'import.trailing-bytes', bytes: good.length + 1 });
    expect(await failureOfImport(file('x.npy', good.slice(0, 50)))).toMatchObject({
      code: 'import.truncated',
    });
    expect(await failureOfImport(file('x.npy', good.slice(0, 7)))).toMatchObject({
      code: 'import.truncated',
    });
  });

  it('claims more samples than there are bytes', async () => {
    const failure = await failureOfImport(file('x.npy', npyBytes('<f4', [2 ** 40, 784], [1, 2, 3, 4])));
    expect(failure).toMatchObject({ code: 'import.truncated', expected: 128 + 2 ** 40 * 784 * 4 });
  });

  it('has no samples, or samples without numbers', async () => {
    const none = await failureOfImport(file('x.npy', npyBytes('<f4', [0, 2], [])));
    expect(none).toEqual({ code: 'import.too-few', samples: 0, least: 1 });
    const flat = await failureOfImport(file('x.npy', npyBytes('<f4', [2], ramp(8))));
    expect(flat).toEqual({ code: 'import.npy-shape', file: 'x.npy', shape: [2] });
  });

  it('is a single number', async () => {
    const failure = await failureOfImport(file('x.npy', npyBytes('<f4', [], ramp(4))));
    expect(failure).toEqual({ code: 'import.npy-shape', file: 'x.npy', shape: [] });
  });

  it('has an infinite value, or one too great for a 32-bit float', async () => {
    for (const value of [Infinity, 1e39]) {
      const body = bytesOf(Float64Array.of(1, 2, 3, 4, value, 6));
      const failure = await failureOfImport(file('x.npy', npyBytes('<f8', [3, 2], body)));
      expect(failure).toEqual({ code: 'import.not-finite', file: 'x.npy', sample: 2 });
      const fortran = npyBytes('<f8', [3, 2], body, { isFortran: true });
      expect(await failureOfImport(file('x.npy', fortran))).toMatchObject({ sample: 1 });
    }
  });
});
