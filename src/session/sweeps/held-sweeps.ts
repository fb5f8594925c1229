// Shares between tabs which sweeps are being trained, through Web Locks: a tab that closes releases its own.

const prefix = 'hourglass-sweep-';

/** Holds a sweep until the returned function is called. Without Web Locks nothing is held. */
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
  // A page that has just been closed or reloaded may not have released its lock yet.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return heldNow();
}

async function heldNow(): Promise<ReadonlySet<string>> {
  // Where the browser refuses locks, no tab holds one.
  const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
  const names = held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return new Set(names);
}
