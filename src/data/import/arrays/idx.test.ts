import { describe, expect, it } from 'vitest';
import { swapped } from '../testing/array-bodies';
import { bigEndian, file, gzipped, idxBytes } from '../testing/write-bytes';
import { failureOfImport, parseArrayFiles } from '../testing/parse';

const pixels = (count: number) => Array.from({ length: count }, (_, index) => (index * 37) % 256);
const images = (count: number) => idxBytes(8, [count, 2, 3], pixels(count * 6));
const labels = (...values: number[]) => idxBytes(8, [values.length], values);
const floats = (...values: number[]) => [...new Uint8Array(Float32Array.from(values).buffer)];

describe('IDX', () => {
  it('reads images and labels as MNIST has them', async () => {
    const parsed = await parseArrayFiles(
      file('train-images-idx3-ubyte', images(3)),
      file('train-labels-idx1-ubyte', labels(7, 2, 7)),
    );
    expect(parsed.format).toBe('idx');
    expect(parsed.train.shape).toEqual([2, 3]);
    expect(parsed.train.values).toEqual(Uint8Array.from(pixels(18)));
    expect(parsed.train.labels).toEqual(Uint16Array.from([1, 0, 1]));
    expect(parsed.classNames).toEqual(['2', '7']);
    expect(parsed.test).toBeNull();
  });

  it.each([
    ['uint8', 8, [0, 128, 255, 7], [0, 128, 255, 7]],
    ['int8', 9, [0, 127, 128, 255], [0, 127, -128, -1]],
    ['int16', 0x0b, [0, 0, 0x7f, 0xff, 0x80, 0, 0xff, 0xfe], [0, 32767, -32768, -2]],
    ['int32', 0x0c, [...bigEndian(70000, 4), 0xff, 0xff, 0xff, 0xff, ...bigEndian(0, 8)], [70000, -1, 0, 0]],
    ['float32', 0x0d, swapped(floats(0.5, -1.25, 3e10, 0), 4), [0.5, -1.25, Math.fround(3e10), 0]],
    [
      'float64',
      0x0e,
      swapped([...new Uint8Array(Float64Array.from([0.1, -2, 1e-30, 5]).buffer)], 8),
      [0.1, -2, 1e-30, 5].map(Math.fround),
    ],
  ])('reads %s', async (_, type, body, values) => {
    const parsed = await parseArrayFiles(file('x.idx', idxBytes(type, [2, 2], body)));
    expect([...parsed.train.values]).toEqual(values);
    expect(parsed.train.shape).toEqual([2]);
    expect(parsed.train.labels).toBeNull();
    expect(parsed.classNames).toBeNull();
  });

  it('tells four gzipped files apart in any order', async () => {
    const files = [
      file('t10k-labels-idx1-ubyte.gz', gzipped(labels(1, 0))),
      file('train-labels-idx1-ubyte.gz', gzipped(labels(0, 1, 2))),
      file('t10k-images-idx3-ubyte.gz', gzipped(images(2))),
      file('train-images-idx3-ubyte.gz', gzipped(images(3))),
    ];
    for (const order of [files, files.toReversed()]) {
      const { train, test, classNames } = await parseArrayFiles(...order);
      expect([train.count, test?.count]).toEqual([3, 2]);
      expect(train.labels).toEqual(Uint16Array.from([0, 1, 2]));
      expect(test?.labels).toEqual(Uint16Array.from([1, 0]));
      expect(classNames).toEqual(['0', '1', '2']);
    }
  });

  it('pairs by counts where names say nothing, and takes the larger set for training', async () => {
    const { train, test } = await parseArrayFiles(
      file('a', labels(3, 4)),
      file('b', images(2)),
      file('c', images(3)),
      file('d', labels(5, 3, 4)),
    );
    expect([train.count, test?.count]).toEqual([3, 2]);
    expect(train.labels).toEqual(Uint16Array.from([2, 0, 1]));
    expect(test?.labels).toEqual(Uint16Array.from([0, 1]));
  });

  it('goes by dimensions where names are swapped', async () => {
    const { train } = await parseArrayFiles(file('labels', images(2)), file('images', labels(1, 2)));
    expect(train.count).toBe(2);
    expect(train.labels).toEqual(Uint16Array.from([0, 1]));
  });

  it("takes the first of QMNIST's eight labels", async () => {
    // Class, series, writer, index, code of the class, index, and two that are not used.
    const rows = [5, 7, 5].map((digit, row) => [digit, 4, 2000 + row, row, 0x35, row, 0, 0]);
    const body = rows.flat().flatMap((value) => bigEndian(value, 4));
    const { train, classNames, notes } = await parseArrayFiles(
      file('qmnist-train-images-idx3-ubyte', images(3)),
      file('qmnist-train-labels-idx2-int', idxBytes(0x0c, [3, 8], body)),
    );
    expect(classNames).toEqual(['5', '7']);
    expect(train.labels).toEqual(Uint16Array.of(0, 1, 0));
    expect(notes).toMatchObject([{ code: 'import.note.first-of-labels', numbers: 8 }]);
  });

  it('leaves out test samples without labels beside labelled ones', async () => {
    const { test, leftOut } = await parseArrayFiles(
      file('train-images', images(2)),
      file('train-labels', labels(1, 2)),
      file('test-images', images(1)),
    );
    expect(test).toBeNull();
    expect(leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['test-images'] }]);
  });
});

describe('An IDX file that is wrong', () => {
  it('is too short', async () => {
    const bytes = images(3);
    const failure = await failureOfImport(file('x', bytes.slice(0, -1)));
    expect(failure).toEqual({
      code: 'import.truncated',
      file: 'x',
      bytes: bytes.length - 1,
      expected: bytes.length,
    });
  });

  it('is too short for its header', async () => {
    const failure = await failureOfImport(file('x', [0, 0, 8, 3, 0, 0]));
    expect(failure).toEqual({ code: 'import.truncated', file: 'x', bytes: 6, expected: 16 });
  });

  it('has bytes after its end', async () => {
    const failure = await failureOfImport(file('x', [...images(1), 0]));
    expect(failure).toEqual({ code: 'import.trailing-bytes', file: 'x', bytes: 23, expected: 22 });
  });

  it('claims 2^56 bytes, which nobody allocates', async () => {
    const failure = await failureOfImport(file('x', idxBytes(8, [2 ** 28, 2 ** 28], [1, 2, 3])));
    expect(failure).toMatchObject({ code: 'import.truncated', expected: 2 ** 56 + 12 });
  });

  it('has an unknown type', async () => {
    const failure = await failureOfImport(file('x-idx2-ubyte', idxBytes(7, [1, 1], [0])));
    expect(failure).toEqual({ code: 'import.idx-type', file: 'x-idx2-ubyte', type: 7 });
  });

  it('has no samples', async () => {
    const failure = await failureOfImport(file('x', idxBytes(8, [0, 28, 28], [])));
    expect(failure).toEqual({ code: 'import.idx-shape', file: 'x', shape: [0, 28, 28] });
  });

  it('has only labels', async () => {
    const failure = await failureOfImport(file('x', labels(1, 2, 3)));
    expect(failure).toEqual({ code: 'import.idx-shape', file: 'x', shape: [3] });
  });

  it('has labels of another number', async () => {
    const failure = await failureOfImport(file('x', images(3)), file('y', labels(1, 2)));
    expect(failure).toEqual({ code: 'import.label-count', file: 'y', labels: 2, samples: 3 });
  });

  it('has labels that are no whole numbers', async () => {
    const half = idxBytes(0x0d, [2], swapped(floats(1, 1.5), 4));
    const failure = await failureOfImport(file('x', images(2)), file('y', half));
    expect(failure).toEqual({ code: 'import.label-value', file: 'y', place: 1, value: '1.5' });
  });

  it('has a value that is not finite', async () => {
    const values = idxBytes(0x0d, [3, 2], swapped(floats(1, 2, 3, NaN, 5, 6), 4));
    expect(await failureOfImport(file('x', values))).toEqual({
      code: 'import.not-finite',
      file: 'x',
      sample: 1,
    });
  });

  it('has images of another size for testing', async () => {
    const other = idxBytes(8, [1, 3, 3], pixels(9));
    const failure = await failureOfImport(file('test-images', other), file('train-images', images(2)));
    expect(failure).toEqual({
      code: 'import.shapes-differ',
      files: ['train-images', 'test-images'],
      shapes: [
        [2, 3],
        [3, 3],
      ],
    });
  });

  it('has more than a thousand classes', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => bigEndian(index, 2)).flat();
    const failure = await failureOfImport(file('x', images(1001)), file('y', idxBytes(0x0b, [1001], many)));
    expect(failure).toEqual({ code: 'import.too-many-classes', classes: 1001, most: 1000 });
  });

  it('is gzipped and cut off, or changed', async () => {
    const whole = gzipped(images(50));
    const changed = whole.slice();
    changed[whole.length - 6] = (changed[whole.length - 6] ?? 0) ^ 1;
    for (const bytes of [whole.slice(0, -9), changed]) {
      expect(await failureOfImport(file('x.gz', bytes))).toEqual({ code: 'import.bad-gzip', file: 'x.gz' });
    }
  });

  it('is one of three that cannot be told apart', async () => {
    const failure = await failureOfImport(file('a', images(1)), file('b', images(2)), file('c', images(3)));
    expect(failure).toEqual({ code: 'import.mixed', files: ['a', 'b', 'c'] });
  });
});
