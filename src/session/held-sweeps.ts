// Which sweeps are being trained, told between tabs by Web Locks: a closed tab lets go of its own.

const prefix = 'hourglass-sweep-';

/** Holds a sweep until the function that is returned is called. Where there are no locks nothing is held. */
export function holdSweep(id: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  navigator.locks.request(prefix + id, () => until).catch(() => undefined);
  return letGo;
}

/** Ids of the sweeps that any tab trains. */
export async function heldSweeps(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const first = await heldNow();
  if (first.size === 0) return first;
  // A page that has just been closed or loaded again may not have let go yet.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return heldNow();
}

async function heldNow(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return new Set(names);
}
