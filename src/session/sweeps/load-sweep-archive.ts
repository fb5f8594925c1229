// The archive's code comes after the page: nothing of it is needed to show the first network.
import type { SweepArchive } from './sweep-archive';

/** Where its code does not load, every promise rejects, as where nothing is kept. */
export function loadSweepArchive(): SweepArchive {
  let loading: Promise<SweepArchive> | null = null;
  const load = () =>
    (loading ??= import('./sweep-archive').then(
      ({ createSweepArchive }) => createSweepArchive(),
      (error: unknown) => {
        loading = null; // tried again next time
        throw error;
      },
    ));
  return {
    read: async () => (await load()).read(),
    keep: async (record) => (await load()).keep(record),
    remove: async (id) => (await load()).remove(id),
  };
}
