// The time that one of several runs has had of the worker. What a run does for its views is paced by this clock, so that
// the views of all runs together keep to the share of the time that those of one keep to.

export interface WorkClock {
  /** Milliseconds spent in `during` so far. */
  now(): number;
  /** Runs while `piece` does. Pieces do not overlap. */
  during<T>(piece: () => Promise<T>): Promise<T>;
}

/** @param wall clock in ms */
export function workClock(wall: () => number = () => performance.now()): WorkClock {
  let worked = 0;
  let startedAt: number | null = null;
  return {
    now: () => worked + (startedAt === null ? 0 : wall() - startedAt),
    async during(piece) {
      startedAt = wall();
      try {
        return await piece();
      } finally {
        worked += wall() - startedAt;
        startedAt = null;
      }
    },
  };
}
