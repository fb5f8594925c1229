// The working time of one of several runs. A run paces its views by this clock, so that the views of all runs together take no
// larger share of the time than those of a single run.

export interface WorkClock {
  /** Milliseconds spent in `during` so far. */
  now(): number;
  /** Runs the clock during `slice`. Slices must not overlap. */
  during<T>(slice: () => Promise<T>): Promise<T>;
}

/** @param wall wall clock in ms */
export function workClock(wall: () => number = () => performance.now()): WorkClock {
  let worked = 0;
  let startedAt: number | null = null;
  return {
    now: () => worked + (startedAt === null ? 0 : wall() - startedAt),
    async during(slice) {
      startedAt = wall();
      try {
        return await slice();
      } finally {
        worked += wall() - startedAt;
        startedAt = null;
      }
    },
  };
}
