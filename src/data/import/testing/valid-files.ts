// Valid files of every format, small, for the fuzz test. An archive or a gzipped file is damaged inside or outside: what is
// damaged outside mostly fails its checksum.
import { bytesOf, labels, ramp, swapped, texts } from './array-bodies';
import { ascii, gzipped, idxBytes, npyBytes, zipBytes } from './write-bytes';

export interface ValidFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes a set of files; `damage` is applied to each of them, at the layer that the set is for. */
export type MakeFiles = (damage: (bytes: Iterable<number>) => Uint8Array<ArrayBuffer>) => ValidFile[];

const floats = (count: number) => bytesOf(Float32Array.from({ length: count }, (_, index) => index / 7 - 3));
const images = idxBytes(8, [12, 4, 4], ramp(192));
const classes = idxBytes(
  8,
  [12],
  ramp(12).map((index) => index % 3),
);
const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10, 1, 2, 3];
const x = npyBytes('<f4', [6, 8], floats(48));
const rows = (delimiter: string, decimal = '.') =>
  ramp(30).map((row) =>
    [row / 3, -row * 1.5, row % 7].map((value) => String(value).replace('.', decimal)).join(delimiter),
  );
const table = (header: string, lines: readonly string[]) =>
  new TextEncoder().encode([header, ...lines, ''].join('\n'));
const pictures = ['train/a/1.png', 'train/b/2.png', 'test/a/3.png'];

export const validFiles: Record<string, MakeFiles> = {
  idx: (damage) => [
    { path: 'train-images', bytes: damage(images) },
    { path: 'train-labels', bytes: damage(classes) },
  ],
  'float idx': (damage) => [{ path: 'x.idx', bytes: damage(idxBytes(0x0d, [5, 6], swapped(floats(30), 4))) }],
  'gzipped idx': (damage) => [{ path: 'x.gz', bytes: damage(gzipped(images)) }],
  'idx in gzip': (damage) => [{ path: 'x.gz', bytes: gzipped(damage(images)) }],
  npy: (damage) => [{ path: 'x.npy', bytes: damage(x) }],
  'npy in Fortran order': (damage) => [
    { path: 'x.npy', bytes: damage(npyBytes('>i2', [4, 3, 2], ramp(48), { isFortran: true, version: 2 })) },
  ],
  'npy with labels': (damage) => [
    { path: 'x.npy', bytes: damage(npyBytes('|u1', [4, 5], ramp(20))) },
    { path: 'y.npy', bytes: damage(npyBytes('<U3', [4], texts(3, 'cat', 'dog', 'cat', 'emu'))) },
  ],
  npz: (damage) => [
    {
      path: 'd.npz',
      bytes: damage(
        zipBytes(
          [
            { path: 'x.npy', bytes: x },
            { path: 'y.npy', bytes: labels(1, 2, 3, 1, 2, 3), isDeflated: true },
          ],
          {
            isLong: true,
          },
        ),
      ),
    },
  ],
  'npy in npz': (damage) => [
    {
      path: 'd.npz',
      bytes: zipBytes([
        { path: 'x_train.npy', bytes: damage(x) },
        { path: 'y_train.npy', bytes: damage(labels(1, 2, 3, 1, 2, 3)) },
        { path: 'x_test.npy', bytes: damage(x), isDeflated: true },
      ]),
    },
  ],
  csv: (damage) => [{ path: 'x.csv', bytes: damage(table('a,b,class', rows(','))) }],
  'csv with texts': (damage) => [
    {
      path: 'x.csv',
      bytes: damage(
        table(
          'a,b,c,species',
          rows(',').map((row, index) => `${row},"kind ${index % 3}"`),
        ),
      ),
    },
  ],
  'csv with decimal commas': (damage) => [{ path: 'x.csv', bytes: damage(table('a;b;c', rows(';', ','))) }],
  tsv: (damage) => [{ path: 'x.tsv', bytes: damage(table('1\t2\t3', rows('\t'))) }],
  'two tables': (damage) => [
    { path: 'train.csv', bytes: damage(table('a,b,label', rows(','))) },
    { path: 'test.csv', bytes: damage(table('a,b,label', rows(',').slice(0, 5))) },
  ],
  'tables of samples and labels': (damage) => [
    { path: 'x.csv', bytes: damage(table('a,b,c', rows(','))) },
    {
      path: 'y.csv',
      bytes: damage(
        table(
          'digit',
          ramp(30).map((row) => String(row % 4)),
        ),
      ),
    },
  ],
  'idx with labels of several numbers': (damage) => [
    { path: 'train-images-idx3-ubyte', bytes: damage(images) },
    { path: 'train-labels-idx2-int', bytes: damage(idxBytes(0x0c, [12, 2], ramp(96))) },
  ],
  'npy of four channels': (damage) => [
    {
      path: 'x.npy',
      bytes: damage(
        npyBytes(
          '|u1',
          [2, 8, 8, 4],
          ramp(512).map((at) => at % 256),
        ),
      ),
    },
  ],
  'two data sets': (damage) => [
    { path: 'a-images-idx3-ubyte.gz', bytes: gzipped(damage(images)) },
    { path: 'b-images-idx3-ubyte.gz', bytes: damage(gzipped(images)) },
  ],
  'pictures with a table of labels': (damage) => [
    ...ramp(6).map((index) => ({ path: `${index}.png`, bytes: damage(png) })),
    {
      path: 'labels.csv',
      bytes: damage(
        table(
          'file,label',
          ramp(6).map((index) => `${index}.png,${index % 2 ? 'cat' : 'dog'}`),
        ),
      ),
    },
  ],
  zip: (damage) => [
    {
      path: 'd.zip',
      bytes: damage(zipBytes(pictures.map((path, index) => ({ path, bytes: png, isDeflated: index > 0 })))),
    },
  ],
  pictures: (damage) => pictures.map((path) => ({ path, bytes: damage(png) })),
};
