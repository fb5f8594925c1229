// Packs files into a ZIP archive without holding up the page: piece by piece, with a pause between them. Weights are stored, since
// deflate finds nothing in them; text is deflated.
import { Zip, ZipPassThrough, type ZipInputFile } from 'fflate';
import { pause } from '../../../core/browser/pause';
import { crc32 } from '../../../data/import/files/crc32';
import { compress } from './compress';

export interface RunFile {
  /** Its path in an archive, with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** About 10 ms of work. */
const pieceBytes = 2 ** 21;

/** @param at the time that the files in it get */
export async function writeZip(files: readonly RunFile[], at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes } of files) {
    const isText = /\.(json|csv|md|py)$/.test(name);
    const packed = isText ? await compress(bytes, 'deflate-raw') : null;
    if (packed) addPacked(archive, name, bytes, packed, at);
    else await addStored(archive, name, bytes, at);
  }
  archive.end();
  return join(pieces);
}

async function addStored(archive: Zip, name: string, bytes: RunFile['bytes'], at: Date): Promise<void> {
  const entry = new ZipPassThrough(name);
  entry.mtime = at;
  archive.add(entry);
  let start = 0;
  do {
    const end = Math.min(start + pieceBytes, bytes.length);
    // A copy: what is passed through is kept until all is joined.
    entry.push(bytes.slice(start, end), end === bytes.length);
    start = end;
    if (start < bytes.length) await pause();
  } while (start < bytes.length);
}

function addPacked(
  archive: Zip,
  name: string,
  bytes: Uint8Array,
  packed: Uint8Array<ArrayBuffer>,
  at: Date,
): void {
  const entry: ZipInputFile = {
    filename: name,
    mtime: at,
    size: bytes.length,
    crc: crc32(bytes),
    compression: 8,
  };
  archive.add(entry);
  entry.ondata?.(null, packed, true);
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
