// Chosen files become files of known kinds: gzip is unwrapped, archives are opened. Of several data sets only one is read.
import type { SourceFile } from '../../../core/import/import-api';
import { fail } from '../fail';
import type { Job } from '../job';
import { maxFiles } from '../limits';
import { gunzip } from './gunzip';
import { openZip } from './open-zip';
import { readBytes } from './read-blob';
import type { ZipEntry } from './zip-directory';
import { findSets } from '../sets/find-sets';
import { headBytes, isHidden, recognise, type FileKind } from './recognise';

export interface OpenedFile extends SourceFile {
  readonly kind: Exclude<FileKind, 'empty' | 'zip' | 'gzip'>;
  /** The file's first bytes in hexadecimal. */
  readonly begins: string;
}

/** How many files are looked into at once. */
const batch = 64;

/** @param set the name of the one to read, where they are several; null for the first */
export async function openFiles(
  files: readonly SourceFile[],
  set: string | null,
  job: Job,
): Promise<OpenedFile[]> {
  if (files.length > maxFiles) {
    fail({ code: 'import.too-large', what: 'files', amount: files.length, most: maxFiles });
  }
  const notHidden = files.filter((file) => !isHidden(file.path));
  const visible = ofOneSet(notHidden, set, job);
  for (const file of files) if (isHidden(file.path)) job.leaveOut('hidden', file.path);
  const opened: OpenedFile[] = [];
  for (let first = 0; first < visible.length; first += batch) {
    job.signal.throwIfAborted();
    const some = visible.slice(first, first + batch);
    const heads = await Promise.all(some.map(({ path, blob }) => readBytes(path, blob, 0, headBytes)));
    for (const [index, file] of some.entries()) {
      await openFile(file, heads[index] ?? new Uint8Array(), opened, { job, set });
    }
    const done = Math.min(first + batch, visible.length);
    job.onProgress({ stage: 'reading', done, total: visible.length, unit: 'files' });
  }
  return opened;
}

/** Adds what is in a file to `opened`. `head`: its first bytes. */
async function openFile(
  file: SourceFile,
  head: Uint8Array,
  opened: OpenedFile[],
  { job, set, isInArchive = false }: { job: Job; set: string | null; isInArchive?: boolean },
): Promise<void> {
  const kind = recognise(head, file.path);
  if (kind === 'empty') job.leaveOut('empty', file.path);
  else if (kind === 'zip') {
    if (isInArchive) job.leaveOut('unused-file', file.path);
    else {
      const choose = (all: readonly ZipEntry[]) => ofOneSet(all, set, job);
      for await (const inner of openZip(file, job, choose)) {
        await openFile(inner, inner.head, opened, { job, set, isInArchive: true });
      }
    }
  } else if (kind === 'gzip') {
    // What is in `x.gz` is called `x`.
    const path = file.path.replace(/\.gz$/i, '');
    const blob = await gunzip(file.path, file.blob, job);
    const innerHead = await readBytes(path, blob, 0, headBytes);
    if (recognise(innerHead, path) !== 'gzip') {
      await openFile({ path, blob }, innerHead, opened, { job, set, isInArchive });
    } else opened.push({ path, blob, kind: 'unknown', begins: hexadecimal(innerHead) });
  } else opened.push({ path: file.path, blob: file.blob, kind, begins: hexadecimal(head) });
}

/** All of them, unless they are several data sets. */
function ofOneSet<T extends { readonly path: string }>(
  files: readonly T[],
  wanted: string | null,
  job: Job,
): readonly T[] {
  const found = findSets(files.map(({ path }) => path).filter((path) => !isHidden(path)));
  if (found === null) return files;
  const { names, setOf } = found;
  const shown = names.find((name) => name === wanted) ?? names[0] ?? '';
  job.showSet({ names, shown });
  return files.filter(({ path }) => (setOf(path) ?? shown) === shown);
}

function hexadecimal(head: Uint8Array): string {
  return Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
