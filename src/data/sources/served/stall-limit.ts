// Ends a transfer over which nothing comes any more: a connection that hangs reports no error by itself.

/** The transfer was ended because nothing had come for too long. */
export class StallError extends Error {}

/**
 * Runs one transfer.
 * @param signal ends it from outside; `transfer` then sees its reason
 * @param limitMs how long nothing may come
 * @param transfer calls `onData` whenever something has come, and ends with its own signal
 * @throws StallError after `limitMs` without a call of `onData`; otherwise whatever `transfer` throws
 */
export async function withStallLimit<T>(
  signal: AbortSignal,
  limitMs: number,
  transfer: (signal: AbortSignal, onData: () => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const follow = () => own.abort(signal.reason);
  if (signal.aborted) follow();
  signal.addEventListener('abort', follow);
  const stall = new StallError(`Nothing came for ${limitMs} ms.`);
  let timer = setTimeout(() => own.abort(stall), limitMs);
  try {
    return await transfer(own.signal, () => {
      clearTimeout(timer);
      timer = setTimeout(() => own.abort(stall), limitMs);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', follow);
  }
}
