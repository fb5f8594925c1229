// Waits for a promise with a time limit.

/**
 * The result of `answer`, or `late` after the time limit. The work itself is not cancelled.
 * @param limitMs Infinity for no limit
 */
export function withTimeout<T>(answer: Promise<T>, limitMs: number): Promise<T | 'late'> {
  // `setTimeout` treats Infinity as 0.
  if (limitMs === Infinity) return answer;
  const limit = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), Math.max(0, limitMs)));
  return Promise.race([answer, limit]);
}
