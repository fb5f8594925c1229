// Unpacks the entries of a ZIP archive, one after the other. A stored entry stays a slice of the archive. A deflated one is
// inflated piece by piece: the limit holds for the bytes that come out, whatever the headers say.
import { Inflate } from 'fflate';
import { CodedError } from '../../../core/failure';
import type { SourceFile } from '../../../core/import/import-api';
import type { Job } from '../job';
import { createWindow, type BlobWindow } from './blob-window';
import { crc32 } from './crc32';
import { headBytes, isHidden, recognise } from './recognise';
import type { Bytes } from './read-blob';
import { failZip, localBytes, readDirectory, type ZipEntry } from './zip-directory';

/** How many packed bytes are inflated at once. Deflate makes at most 1,032 bytes of one. */
const stepBytes = 64 * 1024;

export interface UnpackedFile extends SourceFile {
  /** Its first bytes. */
  readonly head: Uint8Array;
}

/** An entry and what it is read through. `start` and `end`: where its packed bytes lie. */
interface PackedEntry {
  readonly entry: ZipEntry;
  readonly archive: SourceFile;
  readonly window: BlobWindow;
  readonly start: number;
  readonly end: number;
}

/** The chosen files in an archive. Hidden ones and archives in it are left out. */
export async function* openZip(
  archive: SourceFile,
  job: Job,
  choose: (entries: readonly ZipEntry[]) => readonly ZipEntry[],
): AsyncGenerator<UnpackedFile> {
  const entries = choose(await readDirectory(archive));
  const folder = folderFor(archive.path, entries);
  const window = createWindow(archive.path, archive.blob);
  const total = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  let done = 0;
  for (const entry of entries) {
    job.signal.throwIfAborted();
    const path = `${folder}/${entry.path}`;
    if (isHidden(entry.path)) job.leaveOut('hidden', path);
    else {
      const unpacked = await unpackEntry(archive, entry, window, job);
      if (unpacked) yield { path, ...unpacked };
      else job.leaveOut('unused-file', path);
    }
    done += entry.packedBytes;
    job.onProgress({ stage: 'unpacking', done, total, unit: 'bytes' });
  }
}

/** An archive stands for a folder, `train.zip` for `train`. One that holds arrays keeps its name: it is an NPZ. */
function folderFor(path: string, entries: readonly ZipEntry[]): string {
  const isNpz = entries.some((entry) => entry.path.endsWith('.npy'));
  return isNpz ? path : path.replace(/\.zip$/i, '');
}

type Content = Omit<UnpackedFile, 'path'>;

/** Null for an archive in the archive. */
async function unpackEntry(
  archive: SourceFile,
  entry: ZipEntry,
  window: BlobWindow,
  job: Job,
): Promise<Content | null> {
  const { path: file, blob } = archive;
  const header = await window.read(entry.offset, localBytes);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== 0x04034b50) return failZip(file, `${entry.path} is not where it should be`);
  const start = entry.offset + localBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.packedBytes;
  if (end > blob.size) return failZip(file, `${entry.path} is cut off`);
  const packed = { entry, archive, window, start, end };
  return entry.method === 'stored' ? sliceEntry(packed, job) : inflateEntry(packed, job);
}

async function sliceEntry({ entry, archive, window, start, end }: PackedEntry, job: Job) {
  job.countUnpacked(end - start);
  // A copy: the window moves on.
  const head = (await window.read(start, Math.min(headBytes, end - start))).slice();
  if (recognise(head, entry.path) === 'zip') return null;
  let crc = 0;
  for await (const piece of window.pieces(start, end)) {
    job.signal.throwIfAborted();
    crc = crc32(piece, crc);
  }
  checkChecksum(archive, entry, crc);
  return { blob: archive.blob.slice(start, end), head };
}

async function inflateEntry({ entry, archive, window, start, end }: PackedEntry, job: Job) {
  const unpacked: Bytes[] = [];
  let crc = 0;
  const inflate = new Inflate((bytes) => {
    job.countUnpacked(bytes.length);
    crc = crc32(bytes, crc);
    if (bytes.length > 0) unpacked.push(bytes);
  });
  let left = end - start;
  try {
    for await (const piece of window.pieces(start, end)) {
      job.signal.throwIfAborted();
      for (let at = 0; at < piece.length; at += stepBytes) {
        const step = piece.subarray(at, at + stepBytes);
        left -= step.length;
        inflate.push(step, left === 0);
        if (isArchive(unpacked, entry)) return null;
      }
    }
  } catch (error) {
    if (error instanceof CodedError || job.signal.aborted) throw error;
    return failZip(archive.path, `${entry.path} cannot be unpacked`, error);
  }
  checkChecksum(archive, entry, crc);
  return { blob: new Blob(unpacked), head: headOf(unpacked) };
}

function isArchive(unpacked: readonly Bytes[], { path }: ZipEntry): boolean {
  return unpacked[0] !== undefined && recognise(unpacked[0].subarray(0, headBytes), path) === 'zip';
}

function headOf(pieces: readonly Bytes[]): Uint8Array {
  const head: number[] = [];
  for (const piece of pieces) {
    if (head.length >= headBytes) break;
    head.push(...piece.subarray(0, headBytes - head.length));
  }
  return Uint8Array.from(head);
}

function checkChecksum({ path }: SourceFile, entry: ZipEntry, crc: number): void {
  if (crc !== entry.crc) failZip(path, `${entry.path} does not have the checksum that is stated`);
}
