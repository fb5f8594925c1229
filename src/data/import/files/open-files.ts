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
import { workbookKind, type Workbook } from './workbooks/workbook';
import { headBytes, isHidden, recognise, type FileKind } from './recognise';

export interface OpenedFile extends SourceFile {
  readonly kind: Exclude<FileKind, 'workbook' | 'empty' | 'zip' | 'gzip'>;
  /** The file's first bytes in hexadecimal. */
  readonly begins: string;
}

/** What came to light of the files so far. */
interface Found {
  readonly opened: OpenedFile[];
  readonly workbooks: Workbook[];
  readonly empty: string[];
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
  const found: Found = { opened: [], workbooks: [], empty: [] };
  for (let first = 0; first < visible.length; first += batch) {
    job.signal.throwIfAborted();
    const some = visible.slice(first, first + batch);
    const heads = await Promise.all(some.map(({ path, blob }) => readBytes(path, blob, 0, headBytes)));
    for (const [index, file] of some.entries()) {
      await openFile(file, heads[index] ?? new Uint8Array(), found, { job, set });
    }
    const done = Math.min(first + batch, visible.length);
    job.onProgress({ stage: 'reading', done, total: visible.length, unit: 'files' });
  }
  const { opened, workbooks, empty } = found;
  const [workbook] = workbooks;
  if (opened.length === 0 && workbook) fail({ code: 'import.workbook', ...workbook });
  if (opened.length === 0 && empty.length > 0) fail({ code: 'import.empty-file', files: empty });
  for (const { file } of workbooks) {
    job.leaveOut(opened.some(({ kind }) => kind === 'picture') ? 'not-a-picture' : 'unused-file', file);
  }
  return opened;
}

/** Adds what is in a file to `found`. `head`: its first bytes. */
async function openFile(
  file: SourceFile,
  head: Uint8Array,
  found: Found,
  { job, set, isInArchive = false }: { job: Job; set: string | null; isInArchive?: boolean },
): Promise<void> {
  const kind = recognise(head, file.path);
  if (kind === 'empty') {
    job.leaveOut('empty', file.path);
    found.empty.push(file.path);
  } else if (kind === 'workbook') found.workbooks.push({ file: file.path, kind: 'excel' });
  else if (kind === 'zip') {
    if (isInArchive) job.leaveOut('unused-file', file.path);
    else {
      const choose = (all: readonly ZipEntry[]) => {
        const workbook = workbookKind(all.map(({ path }) => path));
        if (workbook === null) return ofOneSet(all, set, job);
        found.workbooks.push({ file: file.path, kind: workbook });
        return [];
      };
      for await (const inner of openZip(file, job, choose)) {
        await openFile(inner, inner.head, found, { job, set, isInArchive: true });
      }
    }
  } else if (kind === 'gzip') {
    // What is in `x.gz` is called `x`.
    const path = file.path.replace(/\.gz$/i, '');
    const blob = await gunzip(file.path, file.blob, job);
    const innerHead = await readBytes(path, blob, 0, headBytes);
    if (recognise(innerHead, path) !== 'gzip') {
      await openFile({ path, blob }, innerHead, found, { job, set, isInArchive });
    } else found.opened.push({ path, blob, kind: 'unknown', begins: hexadecimal(innerHead) });
  } else found.opened.push({ path: file.path, blob: file.blob, kind, begins: hexadecimal(head) });
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
