// Keeps something that is done again and again to its share of the time: training has at least 80 % of the worker's.

export interface Pacer {
  /** Whether enough time has passed since the last time. True before the first. */
  due(nowMs: number): boolean;
  /** Notes that it was done, and what it cost. */
  done(startedMs: number, endedMs: number): void;
}

/**
 * @param share of the time that may be spent on it, in (0, 1)
 * @param leastIntervalMs it is never done more often than this, however cheap
 */
export function pacer(share: number, leastIntervalMs: number): Pacer {
  let next = -Infinity;
  return {
    due: (nowMs) => nowMs >= next,
    done(startedMs, endedMs) {
      const cost = endedMs - startedMs;
      next = endedMs + Math.max(leastIntervalMs, cost * (1 / share - 1));
    },
  };
}
