// How the page learns that its worker is gone, which no event tells: the worker holds a Web Lock for as long as it
// lives, and the page asks for the same lock.

/**
 * Takes the lock and keeps it until the worker ends. Without Web Locks (an insecure context) nothing is held, and a
 * worker that dies silently goes unnoticed.
 */
export function holdLifeLock(name: string): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve();
  return new Promise((granted) => {
    void locks.request(name, () => {
      granted();
      return new Promise<never>(() => undefined);
    });
  });
}
