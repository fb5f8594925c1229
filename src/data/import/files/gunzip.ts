import { CodedError } from '../../../core/failure';
import { fail } from '../fail';
import type { Job } from '../job';
import { readPieces, type Bytes } from './read-blob';

/** Unpacks a gzipped blob. Its checksum and length are checked; the limit on unpacked bytes holds while it unpacks. */
export async function gunzip(file: string, blob: Blob, job: Job): Promise<Blob> {
  const unpacked: Bytes[] = [];
  let done = 0;
  const pieces = readPieces(file, blob, 0, 1, job.signal);
  const packed = new ReadableStream<Bytes>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) {
        controller.close();
        return;
      }
      done += piece.value.length;
      controller.enqueue(piece.value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const read = await reader.read();
      if (read.done) return new Blob(unpacked);
      job.signal.throwIfAborted();
      job.countUnpacked(read.value.length);
      unpacked.push(read.value);
      job.onProgress({ stage: 'unpacking', done, total: blob.size, unit: 'bytes' });
    }
  } catch (error) {
    // The stream may have failed already; then there is nothing left to cancel.
    reader.cancel().catch(() => undefined);
    if (error instanceof CodedError || job.signal.aborted) throw error;
    return fail({ code: 'import.bad-gzip', file }, error);
  }
}
