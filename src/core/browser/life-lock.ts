// Lets the page detect that a worker of its is gone, which no event reports (a crash, `close()`): the worker holds a Web Lock
// while it lives, and the page waits for the same lock.

/**
 * For the worker: takes the lock and keeps it until the worker ends. Where there are no locks (an insecure context) or the
 * browser refuses them (site data is blocked) it holds none, and a worker that dies silently goes unnoticed.
 */
export async function holdLifeLock(name: string): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return;
  await new Promise<void>((settle) => {
    const kept = locks.request(name, () => {
      settle();
      return new Promise<never>(() => undefined);
    });
    kept.catch(() => settle());
  });
}

/**
 * For the page, once the worker has taken the lock: calls `onEnd` when the worker is gone. Does nothing where the worker holds
 * no lock.
 */
export async function watchLifeLock(name: string, signal: AbortSignal, onEnd: () => void): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return;
  try {
    const isHeld = await locks.request(name, { ifAvailable: true }, (lock) => lock === null);
    if (isHeld) await locks.request(name, { signal }, onEnd);
  } catch {
    // Refused, or no longer wanted.
  }
}
