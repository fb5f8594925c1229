// Packs files into a ZIP archive without holding up the page: piece by piece, with a pause between them. Weights are stored, since
// deflate finds nothing in them; text is deflated.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { pause } from '../../../core/browser/pause';

export interface RunFile {
  /** Its path in an archive, with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** About 10 ms of work. */
const pieceBytes = 2 ** 21;
/** Larger than a table of metrics, and smaller than most weights. */
const mostDeflated = 2 ** 20;

/** @param at the time that the files in it get */
export async function writeZip(files: readonly RunFile[], at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes } of files) {
    const isText = /\.(json|csv|md|py)$/.test(name) && bytes.length <= mostDeflated;
    const entry = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
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
  archive.end();
  return join(pieces);
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
