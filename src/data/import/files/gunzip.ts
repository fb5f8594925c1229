import { CodedError } from '../../../core/failure';
import { fail } from '../fail';
import type { Job } from '../job';
import { gunzipMembers } from './gunzip-members';
import { readPieces, type Bytes } from './read-blob';

/** Unpacks a gzipped blob. Its checksum and length are checked; the limit on unpacked bytes holds while it unpacks. */
export async function gunzip(file: string, blob: Blob, job: Job): Promise<Blob> {
  let [told, counted] = [0, 0];
  const onPacked = (done: number) => {
    told = Math.max(told, done);
    job.onProgress({ stage: 'unpacking', done: told, total: blob.size, unit: 'bytes' });
  };
  const countUnpacked = (bytes: number) => {
    job.countUnpacked(bytes);
    counted += bytes;
  };
  const counting = { signal: job.signal, countUnpacked };
  try {
    return await unpackFirst(file, blob, counting, onPacked);
  } catch (error) {
    if (error instanceof CodedError || job.signal.aborted) throw error;
  }
  // The browser's own decoder is several times as fast, but it may know files of one member only.
  job.countUnpacked(-counted);
  try {
    return await gunzipMembers(file, blob, counting, onPacked);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    job.signal.throwIfAborted();
    return fail({ code: 'import.bad-gzip', file }, error);
  }
}

async function unpackFirst(
  file: string,
  blob: Blob,
  job: Pick<Job, 'signal' | 'countUnpacked'>,
  onPacked: (done: number) => void,
): Promise<Blob> {
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
      onPacked(done);
    }
  } catch (error) {
    // The stream may have failed already; then there is nothing left to cancel.
    reader.cancel().catch(() => undefined);
    throw error;
  }
}
