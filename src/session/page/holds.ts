// Shares between tabs what is being trained in which, through Web Locks: a tab that closes releases its own.

export interface Holds {
  /** Holds it until the returned function is called. Without Web Locks nothing is held. */
  readonly hold: (id: string) => () => void;
  /** What any tab holds, not counting a page that has just been closed or reloaded: where something is held, it asks twice. */
  readonly held: () => Promise<ReadonlySet<string>>;
  /** The same for one of them; answers at once where no tab holds it. */
  readonly isHeld: (id: string) => Promise<boolean>;
}

const letGoMs = 1000;

/** @param prefix of the names of the locks: what is held, `hourglass-sweep-` */
export function createHolds(prefix: string): Holds {
  async function heldNow(): Promise<ReadonlySet<string>> {
    if (!('locks' in navigator)) return new Set();
    // Where the browser refuses locks, no tab holds one.
    const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
    const ids = held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    return new Set(ids);
  }

  /** Asks again after a moment where the first answer matters: a page that is gone may not have let go yet. */
  async function heldStill(matters: (held: ReadonlySet<string>) => boolean): Promise<ReadonlySet<string>> {
    const first = await heldNow();
    if (!matters(first)) return first;
    await new Promise((resolve) => setTimeout(resolve, letGoMs));
    return heldNow();
  }

  return {
    hold(id) {
      if (!('locks' in navigator)) return () => undefined;
      let letGo: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (letGo = resolve));
      navigator.locks.request(prefix + id, () => until).catch(() => undefined);
      return letGo;
    },
    held: () => heldStill(({ size }) => size > 0),
    isHeld: async (id) => (await heldStill((held) => held.has(id))).has(id),
  };
}
