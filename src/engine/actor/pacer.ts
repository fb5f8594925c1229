// Limits recurring work to a share of the time, so that training keeps at least 80 % of the worker.

export interface Pacer {
  /** Whether the work may run again. True before the first run. */
  due(nowMs: number): boolean;
  /** Records that the work ran, and how long it took. */
  done(startedMs: number, endedMs: number): void;
}

/**
 * @param share of the time that the work may take, in (0, 1)
 * @param minIntervalMs minimum pause between two runs, however cheap they are
 */
export function pacer(share: number, minIntervalMs: number): Pacer {
  let next = -Infinity;
  return {
    due: (nowMs) => nowMs >= next,
    done(startedMs, endedMs) {
      const cost = endedMs - startedMs;
      next = endedMs + Math.max(minIntervalMs, cost * (1 / share - 1));
    },
  };
}
