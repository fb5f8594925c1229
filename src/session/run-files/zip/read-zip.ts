// Unpacks an archive of a run or of a network. It is checked as archives of data are (data/import/files), under tighter limits.
import { codedFailureOf } from '../../../core/failure';
import { openZip } from '../../../data/import/files/open-zip';
import type { Job } from '../../../data/import/job';
import { fail, failWith, RunFileError } from '../run-file-failure';

/** More than the largest network that the playground builds, with its best weights and two moments of each: 1 GB. */
export const mostBytes = 1e9;
const mostEntries = 200;

/** Files by their paths in the archive. */
export type Entries = ReadonlyMap<string, Blob>;

/** @throws RunFileError */
export async function readZip(file: string, blob: Blob): Promise<Entries> {
  const entries = new Map<string, Blob>();
  const archive = { path: file, blob };
  /** An archive stands for a folder, with its own name or without `.zip`. */
  const inArchive = (path: string) =>
    path.slice((path.startsWith(`${file}/`) ? file : file.replace(/\.zip$/i, '')).length + 1);
  try {
    for await (const entry of openZip(archive, countingJob(), (all) => {
      if (all.length > mostEntries) failWith({ code: 'run-file.bad-zip', detail: `${all.length} files` });
      return all;
    }))
      entries.set(inArchive(entry.path), entry.blob);
  } catch (error) {
    return failToRead(file, error);
  }
  return entries;
}

function failToRead(file: string, error: unknown): never {
  if (error instanceof RunFileError) throw error;
  const failure = codedFailureOf(error);
  if (failure?.code === 'run-file.too-large' || failure?.code === 'import.too-large')
    return fail(file, null, { code: 'run-file.too-large', bytes: mostBytes, most: mostBytes }, error);
  if (failure?.code === 'import.unreadable') return fail(file, null, { code: 'run-file.unreadable' }, error);
  if (failure === null) throw error;
  const detail = 'detail' in failure ? String(failure.detail) : failure.code.replace('import.', '');
  return fail(file, null, { code: 'run-file.bad-zip', detail }, error);
}

/** An import of data with nobody to tell. */
function countingJob(): Job {
  let unpacked = 0;
  return {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    countUnpacked(bytes) {
      unpacked += bytes;
      if (unpacked > mostBytes) failWith({ code: 'run-file.too-large', bytes: unpacked, most: mostBytes });
    },
    leaveOut: () => undefined,
    note: () => undefined,
    showSet: () => undefined,
    told: () => ({ leftOut: [], notes: [], sets: null }),
  };
}
