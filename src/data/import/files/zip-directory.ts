// The central directory of a ZIP archive: what it says about its entries, checked before anything is unpacked. Layouts are those of
// PKWARE's APPNOTE 6.3.10: 4.3.16 (end of the directory), 4.3.14 and 4.3.15 (Zip64), 4.3.12 (an entry), 4.4.4 (flags).
import type { SourceFile } from '../../../core/import/import-api';
import { fail } from '../fail';
import { maxFiles, maxUnpackedBytes } from '../limits';
import { readBytes } from './read-blob';

export interface ZipEntry {
  /** In the archive, with `/` between folders. */
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packedBytes: number;
  /** As stated; not to be trusted. */
  readonly unpackedBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly bytes: number;
  /** Bytes before the archive's own first: a self-extracting archive begins with a program. */
  readonly shift: number;
}

const endBytes = 22;
const entryBytes = 46;
const longestComment = 0xffff;
const flags = { encrypted: 0x1, strongEncryption: 0x40, utf8: 0x800 };

/** Entries that are files, in the order in which they lie in the archive. Throws for encryption and for paths that lead out of it. */
export async function readDirectory({ path: file, blob }: SourceFile): Promise<ZipEntry[]> {
  const directory = await findDirectory(file, blob);
  if (directory.count > maxFiles) {
    fail({ code: 'import.too-large', what: 'files', amount: directory.count, most: maxFiles });
  }
  const bytes = await readBytes(file, blob, directory.start, directory.start + directory.bytes);
  const view = new DataView(bytes.buffer);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < directory.count; index++) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      return failZip(file, `its directory ends after ${index} of ${directory.count} entries`);
    }
    const length =
      entryBytes + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    if (at + length > bytes.length) return failZip(file, 'an entry of its directory is cut off');
    const entry = readEntry(file, bytes.subarray(at, at + length), directory.shift);
    if (entry) entries.push(entry);
    at += length;
  }
  entries.sort((one, other) => one.offset - other.offset);
  checkPlaces(file, entries, directory.start);
  return entries;
}

async function findDirectory(file: string, blob: Blob): Promise<Directory> {
  const tailStart = Math.max(0, blob.size - endBytes - longestComment - 76);
  const tail = await readBytes(file, blob, tailStart, blob.size);
  const view = new DataView(tail.buffer);
  let end = tail.length - endBytes;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return failZip(file, 'it has no directory at its end, so its end is missing');
  let count = view.getUint16(end + 10, true);
  let bytes = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = tailStart + end;
  const hasLocator = end >= 20 && view.getUint32(end - 20, true) === 0x07064b50;
  if (hasLocator && (count === 0xffff || bytes === 0xffffffff || offset === 0xffffffff)) {
    directoryEnd = Number(view.getBigUint64(end - 12, true));
    const record = await readBytes(file, blob, directoryEnd, directoryEnd + 56);
    const long = new DataView(record.buffer);
    if (record.length < 56 || long.getUint32(0, true) !== 0x06064b50) {
      return failZip(file, 'its Zip64 directory is missing');
    }
    count = Number(long.getBigUint64(32, true));
    bytes = Number(long.getBigUint64(40, true));
    offset = Number(long.getBigUint64(48, true));
  }
  const start = directoryEnd - bytes;
  if (start < 0 || offset > start) return failZip(file, 'its directory is not where the archive says');
  return { count, start, bytes, shift: start - offset };
}

/** Null for a folder or a symbolic link. */
function readEntry(file: string, bytes: Uint8Array, shift: number): ZipEntry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const flag = view.getUint16(8, true);
  const methodNumber = view.getUint16(10, true);
  const nameEnd = entryBytes + view.getUint16(28, true);
  const path = decodeName(bytes.subarray(entryBytes, nameEnd), (flag & flags.utf8) !== 0);
  if (isTrick(path)) fail({ code: 'import.path-trick', file, entry: path });
  if (flag & (flags.encrypted | flags.strongEncryption) || methodNumber === 99) {
    fail({ code: 'import.encrypted-zip', file });
  }
  const isLink = ((view.getUint32(38, true) >>> 16) & 0xf000) === 0xa000;
  if (path.endsWith('/') || isLink) return null;
  if (methodNumber !== 0 && methodNumber !== 8) {
    return failZip(file, `${path} is packed by method ${methodNumber}, not by deflate`);
  }
  const extra = bytes.subarray(nameEnd, nameEnd + view.getUint16(30, true));
  const sizes = [24, 20, 42].map((field) => view.getUint32(field, true));
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = withLongSizes(sizes, extra);
  return {
    path,
    method: methodNumber === 0 ? 'stored' : 'deflated',
    crc: view.getUint32(16, true),
    packedBytes,
    unpackedBytes,
    offset: offset + shift,
  };
}

/** Sizes of 0xffffffff stand, in the same order, in the extra field 1 (4.5.3). */
function withLongSizes(sizes: readonly number[], extra: Uint8Array): number[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  const long: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    for (let field = at + 4; field + 8 <= end; field += 8) long.push(Number(view.getBigUint64(field, true)));
    break;
  }
  return sizes.map((size) => (size === 0xffffffff ? (long.shift() ?? size) : size));
}

/** Names are UTF-8 if the flag says so, and mostly so if it does not. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** Absolute paths, drive letters, backslashes, and steps out of the archive. */
function isTrick(path: string): boolean {
  return /^\/|^[a-z]:|[\\\0]/i.test(path) || path.split('/').includes('..');
}

/** Entries must lie before the directory and not overlap: those that do unpack the same bytes again and again. */
function checkPlaces(file: string, entries: readonly ZipEntry[], directoryStart: number): void {
  let stated = 0;
  for (const [index, { path, offset, packedBytes, unpackedBytes }] of entries.entries()) {
    const end = entries[index + 1]?.offset ?? directoryStart;
    if (offset + localBytes + packedBytes > end) return failZip(file, `${path} reaches into what follows it`);
    stated += unpackedBytes;
  }
  // Sizes may be understated, and the bytes are counted again while they unpack. Overstated, they are not worth a try.
  if (stated > maxUnpackedBytes) {
    fail({ code: 'import.too-large', what: 'unpacked', amount: stated, most: maxUnpackedBytes });
  }
}

/** A local header without name and extra field (4.3.7). */
export const localBytes = 30;

export function failZip(file: string, detail: string, cause?: unknown): never {
  fail({ code: 'import.bad-zip', file, detail }, cause);
}
