import { describe, expect, it } from 'vitest';
import { startJob } from '../job';
import { maxFiles, maxUnpackedBytes } from '../limits';
import { ramp } from '../testing/array-bodies';
import { failureOfImport, parseArrayFiles, parsePictures } from '../testing/parse';
import { ascii, file, gzipped, idxBytes, npyBytes, zipBytes } from '../testing/write-bytes';

const images = idxBytes(8, [2, 2, 2], ramp(8));
const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10, 1, 2, 3];

describe('A ZIP archive', () => {
  it('holds the four files of MNIST, gzipped once more', async () => {
    const labels = (count: number) => idxBytes(8, [count], ramp(count));
    const { train, test } = await parseArrayFiles(
      file(
        'mnist.zip',
        zipBytes([
          { path: 'mnist/', bytes: [] },
          { path: 'mnist/train-images-idx3-ubyte.gz', bytes: gzipped(images), isDeflated: true },
          { path: 'mnist/t10k-labels-idx1-ubyte.gz', bytes: gzipped(labels(1)) },
          { path: 'mnist/train-labels-idx1-ubyte', bytes: labels(2), isDeflated: true },
          { path: 'mnist/t10k-images-idx3-ubyte', bytes: idxBytes(8, [1, 2, 2], [9, 8, 7, 6]) },
          { path: '__MACOSX/mnist/._train', bytes: [1] },
        ]),
      ),
    );
    expect(train).toMatchObject({ count: 2, labels: Uint16Array.of(0, 1), values: Uint8Array.from(ramp(8)) });
    expect(test?.values).toEqual(Uint8Array.of(9, 8, 7, 6));
  });

  it('may be gzipped itself, and begin with a program', async () => {
    const archive = zipBytes([{ path: 'x.idx', bytes: images }]);
    for (const bytes of [gzipped(archive), [...ascii('PK\u0003\u0004'), ...ramp(60), ...archive]]) {
      expect((await parseArrayFiles(file('x.zip.gz', bytes))).train.count).toBe(2);
    }
  });

  it('keeps names that are not UTF-8', async () => {
    const bytes = zipBytes([{ path: 'x', bytes: png, flags: 0 }]);
    const { pictures } = await parsePictures(
      file(
        'a.zip',
        Array.from(bytes, (byte) => (byte === 'x'.charCodeAt(0) ? 0xe9 : byte)),
      ),
    );
    expect(pictures[0]?.path).toBe('a/é');
  });

  it('leaves out archives, folders, links and hidden files in it', async () => {
    const inner = zipBytes([{ path: 'y.png', bytes: png }]);
    const { pictures, leftOut } = await parsePictures(
      file(
        'a.zip',
        zipBytes([
          { path: 'b/', bytes: [] },
          { path: 'b/x.png', bytes: png },
          { path: 'b/.DS_Store', bytes: [0] },
          { path: 'b/Thumbs.db', bytes: [0] },
          { path: 'b/inner.zip', bytes: inner },
          { path: 'b/packed.zip', bytes: inner, isDeflated: true },
          { path: 'b/twice.gz', bytes: gzipped(inner) },
          { path: 'b/link', bytes: ascii('/etc/passwd'), mode: 0o120777 },
          { path: 'b/nothing', bytes: [] },
        ]),
      ),
    );
    expect(pictures.map(({ path }) => path)).toEqual(['a/b/x.png']);
    expect(leftOut).toEqual([
      { why: 'hidden', count: 2, files: ['a/b/.DS_Store', 'a/b/Thumbs.db'] },
      { why: 'unused-file', count: 3, files: ['a/b/inner.zip', 'a/b/packed.zip', 'a/b/twice'] },
      { why: 'empty', count: 1, files: ['a/b/nothing'] },
    ]);
  });

  it.each(['../x.png', 'a/../../x.png', '/etc/x.png', 'C:\\x.png', 'c:x.png', 'a\\x.png', '..'])(
    'is refused for the path %s',
    async (path) => {
      const failure = await failureOfImport(file('a.zip', zipBytes([{ path, bytes: png }])));
      expect(failure).toEqual({ code: 'import.path-trick', file: 'a.zip', entry: path });
    },
  );

  it.each([
    ['encrypted', { flags: 1 }],
    ['encrypted strongly', { flags: 0x41 }],
    ['encrypted as WinZip does', { method: 99 }],
  ])('is refused when %s', async (_, item) => {
    const failure = await failureOfImport(file('a.zip', zipBytes([{ path: 'x', bytes: png, ...item }])));
    expect(failure).toEqual({ code: 'import.encrypted-zip', file: 'a.zip' });
  });

  it('is refused when a part of it is missing, changed, or packed in another way', async () => {
    const whole = zipBytes([{ path: 'x', bytes: ramp(200), isDeflated: true }]);
    const bodies = [
      whole.slice(0, -30),
      whole.slice(10),
      zipBytes([{ path: 'x', bytes: png, crc: 1 }]),
      zipBytes([{ path: 'x', bytes: png, crc: 1, isDeflated: true }]),
      zipBytes([{ path: 'x', bytes: png, method: 14 }]),
      zipBytes([{ path: 'x', bytes: ramp(40), method: 8 }]),
    ];
    for (const bytes of bodies) {
      const failure = await failureOfImport(file('a.zip', [...ascii('PK\u0003\u0004'), ...bytes.slice(4)]));
      expect(failure).toMatchObject({ code: 'import.bad-zip', file: 'a.zip' });
    }
  });

  it('is refused when entries lie on top of each other', async () => {
    const bytes = zipBytes([
      { path: 'one', bytes: png },
      { path: 'two', bytes: png },
    ]);
    const place = bytes.length - 22 - 49 + 42;
    // The second entry of the directory points to the first one's data.
    bytes.set([0, 0, 0, 0], place);
    expect(await failureOfImport(file('a.zip', bytes))).toMatchObject({ code: 'import.bad-zip' });
  });

  it('is refused when it states more than may be unpacked, or lists too many files', async () => {
    const stated = zipBytes([
      { path: 'x', bytes: ramp(9), isDeflated: true, statedBytes: maxUnpackedBytes + 1 },
    ]);
    expect(await failureOfImport(file('a.zip', stated))).toEqual({
      code: 'import.too-large',
      what: 'unpacked',
      amount: maxUnpackedBytes + 1,
      most: maxUnpackedBytes,
    });
    const one = file('x.png', png);
    const many = Array.from({ length: maxFiles + 1 }, () => one);
    expect(await failureOfImport(...many)).toEqual({
      code: 'import.too-large',
      what: 'files',
      amount: maxFiles + 1,
      most: maxFiles,
    });
  });

  it('without anything in it is nothing', async () => {
    expect(await failureOfImport(file('a.zip', zipBytes([])))).toEqual({ code: 'import.nothing' });
  });

  it('counts the bytes that come out of a bomb, whatever it states', async () => {
    const { openZip } = await import('./open-zip');
    let unpacked = 0;
    const limit = 2 ** 20;
    const stop = new Error('limit');
    const job = {
      ...startJob(() => undefined, new AbortController().signal),
      countUnpacked: (bytes: number) => {
        unpacked += bytes;
        if (unpacked > limit) throw stop;
      },
    };
    const zeros = new Uint8Array(200 * 2 ** 20);
    const bytes = zipBytes([{ path: 'x', bytes: zeros, isDeflated: true, statedBytes: 10, crc: 0 }]);
    const archive = { path: 'a.zip', blob: new Blob([bytes]) };
    await expect(openZip(archive, job, (all) => all).next()).rejects.toThrow();
    // One step of 64 KiB unpacks to at most 1,032 times as much.
    expect(unpacked).toBeLessThan(70 * 2 ** 20);
  });
});

describe('Files that do not go together', () => {
  it('are refused', async () => {
    const failure = await failureOfImport(
      file('x.csv', '1,2\n3,4\n'),
      file('y.npy', npyBytes('|u1', [1, 1], [1])),
    );
    expect(failure).toEqual({ code: 'import.mixed', files: ['y.npy', 'x.csv'] });
  });

  it('are named when nobody knows what they are', async () => {
    const failure = await failureOfImport(file('x.bin', [1, 2, 3, 0xab]));
    expect(failure).toEqual({ code: 'import.unknown-format', file: 'x.bin', begins: '01 02 03 ab' });
    expect(await failureOfImport(file('x', [1, 2]), file('y', [1, 2]))).toMatchObject({
      code: 'import.no-pictures',
    });
    const broken = [file('x.npy', npyBytes('|u1', [1, 1], [1])), file('y.npy', [1, 2, 3])];
    expect(await failureOfImport(...broken)).toMatchObject({ code: 'import.unknown-format', file: 'y.npy' });
  });

  it('are nothing when there are none', async () => {
    expect(await failureOfImport()).toEqual({ code: 'import.nothing' });
    expect(await failureOfImport(file('.DS_Store', [1]))).toEqual({ code: 'import.nothing' });
  });

  it('may be a read-me and a licence beside the data', async () => {
    const { leftOut } = await parseArrayFiles(
      file('x.npy', npyBytes('|u1', [1, 1], [1])),
      file('README.md', 'About'),
      file('LICENSE', 'Yours'),
    );
    expect(leftOut).toEqual([{ why: 'unused-file', count: 2, files: ['README.md', 'LICENSE'] }]);
  });
});

describe('A file that can no longer be read', () => {
  it('is named', async () => {
    const blob = new Blob([Uint8Array.from(images)]);
    blob.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    expect(await failureOfImport({ path: 'x', blob })).toEqual({
      code: 'import.unreadable',
      file: 'x',
      detail: 'gone',
    });
  });
});
