// Reads a blob through a window of a few megabytes, so that thousands of small entries of an archive do not cost a read each.
import { readBytes, type Bytes } from './read-blob';

const windowBytes = 4 * 2 ** 20;

export interface BlobWindow {
  /** Up to `length` bytes from `start` on; fewer at the blob's end. Valid until the next read. */
  readonly read: (start: number, length: number) => Promise<Bytes>;
  /** All bytes from `start` to `end`, in pieces. */
  readonly pieces: (start: number, end: number) => AsyncGenerator<Bytes>;
}

export function createWindow(file: string, blob: Blob): BlobWindow {
  let from = 0;
  let bytes: Bytes = new Uint8Array();

  async function load(start: number, length: number): Promise<void> {
    from = start;
    bytes = await readBytes(file, blob, start, start + Math.max(length, windowBytes));
  }

  return {
    read: async (start, length) => {
      if (start < from || start + length > from + bytes.length) await load(start, length);
      return bytes.subarray(start - from, start - from + length);
    },
    pieces: async function* (start, end) {
      let at = start;
      while (at < end) {
        if (at < from || at >= from + bytes.length) await load(at, 0);
        const piece = bytes.subarray(at - from, end - from);
        if (piece.length === 0) return;
        at += piece.length;
        yield piece;
      }
    },
  };
}
