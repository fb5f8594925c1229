// What a person removes goes for good after some seconds, in which it can be had back.

export interface Removals<Id> {
  /** Removed, and not for good yet. */
  readonly has: (id: Id) => boolean;
  readonly begin: (id: Id) => void;
  /** It is not removed after all. */
  readonly stop: (id: Id) => void;
  /** Removes at once, for good, what could still be had back: the page is being closed. */
  readonly finish: () => void;
}

/** @param remove called once the time has passed */
export function createRemovals<Id>(undoMs: number, remove: (id: Id) => void): Removals<Id> {
  const waiting = new Map<Id, ReturnType<typeof setTimeout>>();

  function stop(id: Id): void {
    clearTimeout(waiting.get(id));
    waiting.delete(id);
  }

  function finish(id: Id): void {
    stop(id);
    remove(id);
  }

  return {
    has: (id) => waiting.has(id),
    begin(id) {
      stop(id);
      waiting.set(
        id,
        setTimeout(() => finish(id), undoMs),
      );
    },
    stop,
    finish: () => [...waiting.keys()].forEach(finish),
  };
}
