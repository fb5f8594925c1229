// gzip of several members, one after the other (RFC 1952, 2.2), as `cat a.gz b.gz`, `pigz` and `bgzip` write it. Chromium's
// DecompressionStream takes everything after the first member for junk, so these are inflated by fflate, which checks nothing:
// each member's checksum and length are compared here.
import { Gunzip } from 'fflate';
import type { Job } from '../job';
import { crc32 } from './crc32';
import { readBytes, readPieces, type Bytes } from './read-blob';

const stepBytes = 64 * 1024;
/** CRC-32 and length of what a member unpacks to, 32 bits each (RFC 1952, 2.3.1). */
const trailerBytes = 8;

/** @throws Error where a member is cut off, damaged, or followed by something else */
export async function gunzipMembers(
  file: string,
  blob: Blob,
  job: Pick<Job, 'signal' | 'countUnpacked'>,
  onPacked: (done: number) => void,
): Promise<Blob> {
  const unpacked: Bytes[] = [];
  const ends: { readonly at: number; readonly crc: number; readonly bytes: number }[] = [];
  let [crc, bytes, done] = [0, 0, 0];
  const endMember = (at: number) => {
    ends.push({ at, crc, bytes });
    [crc, bytes] = [0, 0];
  };
  const gunzip = new Gunzip((piece) => {
    job.countUnpacked(piece.length);
    crc = crc32(piece, crc);
    bytes += piece.length;
    if (piece.length > 0) unpacked.push(piece);
  });
  gunzip.onmember = endMember;
  for await (const piece of readPieces(file, blob, 0, 1, job.signal)) {
    for (let at = 0; at < piece.length; at += stepBytes) {
      const step = piece.subarray(at, at + stepBytes);
      done += step.length;
      gunzip.push(step, done === blob.size);
    }
    onPacked(done);
  }
  endMember(blob.size);
  for (const end of ends) {
    const trailer = await readBytes(file, blob, end.at - trailerBytes, end.at);
    const view = new DataView(trailer.buffer);
    if (view.getUint32(0, true) !== end.crc || view.getUint32(4, true) !== end.bytes % 2 ** 32) {
      throw new Error(`The member that ends at byte ${end.at} is damaged.`);
    }
  }
  return new Blob(unpacked);
}
