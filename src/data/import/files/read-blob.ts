// Reading blobs piece by piece, so that cancelling and progress come between pieces. A blob can become unreadable at any time:
// its file was changed or removed.
import { fail } from '../fail';

const pieceBytes = 4 * 2 ** 20;

export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes from `start` to `end`, or to the blob's end. */
export async function readBytes(file: string, blob: Blob, start: number, end: number): Promise<Bytes> {
  try {
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ code: 'import.unreadable', file, detail }, error);
  }
}

/** Pieces of the blob from `start` on, each of `unitBytes` times a whole number, but for the last. */
export async function* readPieces(
  file: string,
  blob: Blob,
  start: number,
  unitBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Bytes> {
  const step = Math.max(1, Math.floor(pieceBytes / unitBytes)) * unitBytes;
  for (let at = start; at < blob.size; at += step) {
    signal.throwIfAborted();
    yield await readBytes(file, blob, at, Math.min(at + step, blob.size));
  }
}
