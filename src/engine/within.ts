// Waiting for an answer, but not for ever.

/** What `answer` resolves with, or `late` when it has not come in time. The work itself goes on. */
export function within<T>(answer: Promise<T>, limitMs: number): Promise<T | 'late'> {
  const limit = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), Math.max(0, limitMs)));
  return Promise.race([answer, limit]);
}
