// What to do when an engine has stopped: start it again, on which backend, or give up.

import type { BackendName } from '../../core/backend-measurement';

/**
 * `died`: the worker is gone; `context-lost`: the GPU took its context away; `refused`: the backend cannot do the work;
 * `internal`: something broke in the worker.
 */
export type StopCause = 'died' | 'context-lost' | 'refused' | 'internal';

export interface Stop {
  readonly cause: StopCause;
  readonly atMs: number;
}

/** How many restarts there may be, and within which time. */
export interface RestartLimits {
  readonly restarts: number;
  readonly windowMs: number;
}

/** Where a person watches: what stops now and then is started again for ever. */
export const watchedLimits: RestartLimits = { restarts: 3, windowMs: 60_000 };

/** For unattended work: every stop counts, however far apart they are. */
export const unattendedLimits: RestartLimits = { restarts: 2, windowMs: Infinity };

/** How long an engine may say nothing. */
export const patience = {
  /** While it starts. Measuring one backend takes up to a few seconds, and is announced. */
  openingMs: 60_000,
  /**
   * Once it has begun to start, of which it tells every two seconds. In one start of a hundred Firefox never returns from making a worker
   * in a worker: both wait for the same notification, and only one of them is woken.
   */
  startingMs: 15_000,
  /** Until it takes the command to change its backend, which it does between two steps. */
  movingMs: 1500,
} as const;

export interface Verdict {
  /** False after too many restarts. */
  readonly restart: boolean;
  /** `wasm` where the GPU has lost the context twice, or refuses the work; `cpu` where WASM refuses it. */
  readonly backend: 'same' | 'wasm' | 'cpu';
}

/**
 * Judges `stop` by the stops before it, each of which led to a restart.
 * @param running the backend that it happened on
 */
export function judgeStop(
  earlier: readonly Stop[],
  stop: Stop,
  running: BackendName | null = null,
  limits: RestartLimits = watchedLimits,
): Verdict {
  const recent = earlier.filter(({ atMs }) => stop.atMs - atMs < limits.windowMs);
  const lostBefore = recent.some(({ cause }) => cause === 'context-lost');
  const restart = recent.length < limits.restarts;
  if (stop.cause === 'refused') return { restart, backend: running === 'wasm' ? 'cpu' : 'wasm' };
  return { restart, backend: stop.cause === 'context-lost' && lostBefore ? 'wasm' : 'same' };
}
