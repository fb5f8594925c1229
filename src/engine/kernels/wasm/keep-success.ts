// What is loaded once, however often a backend starts. A failure is not kept: the next call tries again.

/** @returns a function that calls `load` the first time, and again after a failure */
export function keepSuccess<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
