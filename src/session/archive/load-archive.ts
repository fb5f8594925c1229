// The archive's code comes with its first use: a page that shows its first network does not wait for it.
import type { RunArchive } from './run-archive';

/** Rejects where the code does not load. */
export type LoadRunArchive = () => Promise<RunArchive>;

let loading: Promise<RunArchive> | null = null;

export function loadRunArchive(): Promise<RunArchive> {
  loading ??= import('./run-archive').then(
    ({ createRunArchive }) => createRunArchive(),
    (error: unknown) => {
      loading = null; // tried again next time
      throw error;
    },
  );
  return loading;
}
