// What every step of one import shares: how to cancel it, whom to tell, and what has been unpacked, left out and decided so far.
import type { ImportNote, LeftOut } from '../../core/import/import-failure';
import type { ImportProgress } from '../../core/import/import-api';
import { fail } from './fail';
import { maxUnpackedBytes, maxValueBytes } from './limits';
import type { FoundSets, Told } from './parsed';

/** How many paths a `LeftOut` names. */
const namedFiles = 5;

export interface Job {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Counts bytes that were unpacked. Throws at the limit. */
  readonly countUnpacked: (bytes: number) => void;
  /** `what`: the path of a file, the name of a column, the line of a row. */
  readonly leaveOut: (why: LeftOut['why'], what: string) => void;
  readonly note: (note: ImportNote) => void;
  /** The files hold several data sets, of which one is read. */
  readonly showSet: (sets: FoundSets) => void;
  readonly told: () => Told;
}

export function startJob(onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Job {
  let unpacked = 0;
  const notes: ImportNote[] = [];
  let sets: FoundSets | null = null;
  const left = new Map<LeftOut['why'], { count: number; files: string[] }>();
  return {
    signal,
    onProgress,
    countUnpacked: (bytes) => {
      unpacked += bytes;
      if (unpacked <= maxUnpackedBytes) return;
      fail({ code: 'import.too-large', what: 'unpacked', amount: unpacked, most: maxUnpackedBytes });
    },
    leaveOut: (why, what) => {
      const entry = left.get(why) ?? { count: 0, files: [] };
      left.set(why, entry);
      entry.count += 1;
      if (entry.files.length < namedFiles) entry.files.push(what);
    },
    note: (note) => notes.push(note),
    showSet: (found) => {
      sets = found;
      notes.push({ code: 'import.note.sets', sets: found.names.length, shown: found.shown });
    },
    told: () => ({
      leftOut: Array.from(left, ([why, entry]) => ({ why, ...entry })),
      notes: [...notes],
      sets,
    }),
  };
}

/** Throws when numbers of this many bytes would not fit into memory. */
export function checkMemory(bytes: number): void {
  if (bytes <= maxValueBytes) return;
  fail({ code: 'import.too-large', what: 'memory', amount: bytes, most: maxValueBytes });
}

/** Allocates; when the browser has no memory for it, throws a failure in place of its RangeError. */
export function allocate<T>(bytes: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    return fail({ code: 'import.out-of-memory', bytes }, error);
  }
}
