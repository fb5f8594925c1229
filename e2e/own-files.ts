// Files of a person's own for the stories, made on the spot: arrays, tables and pictures, small and never the same twice.
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** As Playwright's `setInputFiles` takes it. */
export interface OwnFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const fileOf = (name: string, bytes: Uint8Array): OwnFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/**
 * One of `height` x `width` x `channels` bytes: a bright bar on a dim ground, upright for odd samples and lying for even ones, at
 * another place for each.
 */
function barImage(sample: number, [height, width, channels]: readonly number[]): Uint8Array {
  const [rows = 1, columns = 1, depth = 1] = [height, width, channels];
  const place = (sample * 7) % (rows - 2);
  const image = new Uint8Array(rows * columns * depth);
  for (let at = 0; at < image.length; at++) {
    const pixel = Math.floor(at / depth);
    const along = sample % 2 === 0 ? Math.floor(pixel / columns) : pixel % columns;
    const isBar = along >= place && along < place + 2;
    image[at] = isBar ? 255 - ((sample * (1 + (at % depth))) % 60) : (at * 3 + sample * 5) % 40;
  }
  return image;
}

/** The same images as every reader has to have them: one row each, in [0, 1]. */
export function barRows(from: number, count: number, shape: readonly number[]): number[][] {
  return Array.from({ length: count }, (_, at) =>
    Array.from(barImage(from + at, shape), (byte) => byte / 255),
  );
}

const images = (from: number, count: number, shape: readonly number[]) =>
  Buffer.concat(Array.from({ length: count }, (_, at) => barImage(from + at, shape)));
const labelsOf = (from: number, count: number) =>
  Uint8Array.from({ length: count }, (_, at) => (from + at) % 2);

/** An IDX file of bytes: magic number, one 32-bit length for each dimension, the bytes. */
function idx(dimensions: readonly number[], bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt8(0x08, 2);
  header.writeUInt8(dimensions.length, 3);
  dimensions.forEach((length, at) => header.writeUInt32BE(length, 4 + 4 * at));
  return Buffer.concat([header, bytes]);
}

/** The four gzipped files that MNIST and Fashion-MNIST come in, with 12 x 12 pixels. */
export function idxFiles(train: number, test: number): OwnFile[] {
  const split = (name: string, from: number, count: number) => [
    fileOf(`${name}-images-idx3-ubyte.gz`, gzipSync(idx([count, 12, 12], images(from, count, [12, 12, 1])))),
    fileOf(`${name}-labels-idx1-ubyte.gz`, gzipSync(idx([count], labelsOf(from, count)))),
  ];
  return [...split('train', 0, train), ...split('t10k', train, test)];
}

function npy(dtype: string, shape: readonly number[], bytes: Uint8Array): Uint8Array {
  const dict = `{'descr': '${dtype}', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  const header = `${dict.padEnd(Math.ceil((10 + dict.length + 1) / 64) * 64 - 11)}\n`;
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  return Buffer.concat([start, Buffer.from(header, 'latin1'), bytes]);
}

/** Float images of 10 x 10 from -1 to 1, training and test set, as `numpy.savez` writes them. */
export function npzFile(train: number, test: number): OwnFile {
  const floats = (from: number, count: number) => {
    const values = Float32Array.from(images(from, count, [10, 10, 1]), (byte) => byte / 127.5 - 1);
    return new Uint8Array(values.buffer);
  };
  const parts = {
    'x_train.npy': npy('<f4', [train, 10, 10], floats(0, train)),
    'y_train.npy': npy('|u1', [train], labelsOf(0, train)),
    'x_test.npy': npy('<f4', [test, 10, 10], floats(train, test)),
    'y_test.npy': npy('|u1', [test], labelsOf(train, test)),
  };
  return fileOf('bars.npz', zipSync(parts));
}

/** Python objects instead of numbers. */
export function pickledFile(): OwnFile {
  return fileOf('objects.npy', npy('|O', [3], Buffer.from('\x80\x04cos\nsystem\n.', 'latin1')));
}

/** Rows of 64 numbers with a header and a column for the class, as spreadsheets have them; training and test set in a file each. */
export function labelledTables(train: number, test: number): OwnFile[] {
  const header = [...Array.from({ length: 64 }, (_, at) => `pixel_${at}`), 'kind'].join(',');
  const table = (name: string, from: number, count: number) => {
    const lines = Array.from({ length: count }, (_, at) =>
      [...barImage(from + at, [8, 8, 1]), (from + at) % 2 === 0 ? 'lying' : 'upright'].join(','),
    );
    return fileOf(name, strToU8([header, ...lines].join('\n')));
  };
  return [table('train.csv', 0, train), table('test.csv', train, test)];
}

/** A wave in each row; no header, no labels. */
export function waveTable(rows: number): OwnFile {
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 48 }, (_, at) => Math.sin(at / (2 + (row % 9)) + row).toFixed(4)).join(';'),
  );
  return fileOf('waves.csv', strToU8(lines.join('\n')));
}

/** A machine measured a hundred times a second, with ten points of a fault, and a column that says so. */
export function longSeries(points: number, faultAt: number, isLabelled = true): OwnFile {
  const lines = Array.from({ length: points }, (_, at) => {
    const isFault = at >= faultAt && at < faultAt + 10;
    const value = Math.sin(at / 5) + (isFault ? Math.sin(at * 2) : 0.1 * Math.sin(at * 1.3));
    const label = isLabelled ? `,${Number(isFault)}` : '';
    return `${(at / 100).toFixed(2)},${value.toFixed(4)}${label}`;
  });
  const head = `time,vibration${isLabelled ? ',fault' : ''}`;
  return fileOf('pump.csv', strToU8([head, ...lines].join('\n')));
}

/** A rising tone that fades again and again, 16-bit PCM of one channel at 16 kHz. */
export function toneFile(name: string, seconds: number): OwnFile {
  const count = 16_000 * seconds;
  const bytes = Buffer.alloc(44 + 2 * count);
  bytes.write('RIFF');
  bytes.writeUInt32LE(36 + 2 * count, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(16_000, 24);
  bytes.writeUInt32LE(32_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * count, 40);
  for (let at = 0; at < count; at++) {
    const value = Math.sin((at / 20) * (1 + at / count)) * Math.exp(-(at % 8000) / 4000);
    bytes.writeInt16LE(Math.round(16_000 * value), 44 + 2 * at);
  }
  return fileOf(name, bytes);
}

/** An 8-bit RGB PNG. */
function png(rgb: Uint8Array, side: number): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const framed = Buffer.alloc(named.length + 8);
    framed.writeUInt32BE(content.length, 0);
    named.copy(framed, 4);
    framed.writeUInt32BE(crc32(named), named.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  // Each row begins with its filter: none.
  const rows = Array.from({ length: side }, (_, row) =>
    Buffer.concat([Buffer.from([0]), rgb.subarray(3 * side * row, 3 * side * (row + 1))]),
  );
  return Buffer.concat([
    Buffer.from([0x89, ...Buffer.from('PNG\r\n\x1a\n', 'latin1')]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Colour pictures, 32 x 32, by their paths: the first `train` in one folder and the rest in another, with a folder for each class. */
function pictureFiles(train: number, test: number): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (let at = 0; at < train + test; at++) {
    const folder = `${at < train ? 'train' : 'test'}/${at % 2 === 0 ? 'lying' : 'upright'}`;
    files[`bars/${folder}/${at}.png`] = png(barImage(at, [32, 32, 3]), 32);
  }
  return files;
}

/** The same in a ZIP, with a file that is no picture. */
export function pictureZip(train: number, test: number): OwnFile {
  const readme = { 'bars/readme.txt': strToU8('Bars.') };
  return fileOf('bars.zip', zipSync({ ...readme, ...pictureFiles(train, test) }, { level: 0 }));
}
