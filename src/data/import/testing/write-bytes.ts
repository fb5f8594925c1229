// Writes files byte by byte, for tests. Nothing here is shared with the parsers.
import { deflateRawSync, gzipSync } from 'node:zlib';

/** Integers, most significant byte first. */
export function bigEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) & 0xff);
}

export function littleEndian(value: number, bytes: number): number[] {
  return bigEndian(value, bytes).reverse();
}

export function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** `type`: IDX's code of the numbers; `body`: their bytes. */
export function idxBytes(type: number, shape: readonly number[], body: Iterable<number>): number[] {
  return [0, 0, type, shape.length, ...shape.flatMap((side) => bigEndian(side, 4)), ...body];
}

/** A chosen file. */
export function file(path: string, bytes: Iterable<number> | string) {
  const content = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes);
  return { path, blob: new Blob([content]) };
}

export function gzipped(bytes: Iterable<number>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(Uint8Array.from(bytes)));
}

/** NPY as NumPy writes it: the header is padded so that the numbers begin at a multiple of 64. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  body: Iterable<number>,
  { isFortran = false, version = 1 } = {},
): number[] {
  const tuple = shape.length === 1 ? `(${shape.join()},)` : `(${shape.join(', ')})`;
  const quoted = descr.startsWith('[') ? descr : `'${descr}'`;
  const text = `{'descr': ${quoted}, 'fortran_order': ${isFortran ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const before = version === 1 ? 10 : 12;
  const length = Math.ceil((before + text.length + 1) / 64) * 64 - before;
  const header = ascii(text.padEnd(length - 1) + '\n');
  return [0x93, ...ascii('NUMPY'), version, 0, ...littleEndian(length, before - 8), ...header, ...body];
}

interface ZipItem {
  readonly path: string;
  readonly bytes: Iterable<number>;
  readonly isDeflated?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** What the headers state in place of the truth. */
  readonly statedBytes?: number;
  readonly mode?: number;
}

/** CRC-32, a bit at a time. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/** A ZIP archive. `isLong`: as `numpy.savez` writes it, with sizes in Zip64 fields. */
export function zipBytes(items: readonly ZipItem[], { isLong = false } = {}): Uint8Array<ArrayBuffer> {
  const body: number[] = [];
  const directory: number[] = [];
  for (const item of items) {
    const bytes = Uint8Array.from(item.bytes);
    const packed = item.isDeflated === true ? deflateRawSync(bytes) : bytes;
    const stated = item.statedBytes ?? bytes.length;
    const name = [...new TextEncoder().encode(item.path)];
    const method = item.method ?? (item.isDeflated === true ? 8 : 0);
    const crc = item.crc ?? checksum(bytes);
    const long = isLong ? [1, 0, 16, 0, ...littleEndian(stated, 8), ...littleEndian(packed.length, 8)] : [];
    const sizes = isLong
      ? Array<number>(8).fill(255)
      : [...littleEndian(packed.length, 4), ...littleEndian(stated, 4)];
    const shared = [20, 0, ...littleEndian(item.flags ?? 0x800, 2), ...littleEndian(method, 2), 0, 0, 0, 0];
    const lengths = [...littleEndian(name.length, 2), ...littleEndian(long.length, 2)];
    const offset = body.length;
    const header = [...shared, ...littleEndian(crc, 4), ...sizes, ...lengths];
    for (const byte of [...ascii('PK'), 3, 4, ...header, ...name, ...long, ...packed]) body.push(byte);
    const attributes = [0, 0, 0, 0, 0, 0, ...littleEndian((item.mode ?? 0o100644) * 65536, 4)];
    directory.push(
      ...ascii('PK'),
      1,
      2,
      20,
      3,
      ...header,
      ...attributes,
      ...littleEndian(offset, 4),
      ...name,
      ...long,
    );
  }
  const count = littleEndian(items.length, 2);
  const end = [
    ...count,
    ...count,
    ...littleEndian(directory.length, 4),
    ...littleEndian(body.length, 4),
    0,
    0,
  ];
  return Uint8Array.from([...body, ...directory, ...ascii('PK'), 5, 6, 0, 0, 0, 0, ...end]);
}
