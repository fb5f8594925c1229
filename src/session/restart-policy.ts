// What to do when the engine has stopped: start it again, on which backend, or leave that to the person.

/**
 * `died`: the worker is gone; `context-lost`: the GPU took its context away; `refused`: it does not do a piece of the work;
 * `internal`: something broke in the worker.
 */
export type StopCause = 'died' | 'context-lost' | 'refused' | 'internal';

export interface Stop {
  readonly cause: StopCause;
  readonly atMs: number;
}

export interface Verdict {
  /** False after too many restarts in a minute: the person is asked. */
  readonly restart: boolean;
  /** `wasm` where the GPU has lost the context twice in a minute, or refuses the work. */
  readonly backend: 'same' | 'wasm';
}

export const windowMs = 60_000;
const restartsInWindow = 3;

/** Judges `stop` by the stops before it, each of which led to a restart. */
export function judgeStop(earlier: readonly Stop[], stop: Stop): Verdict {
  const recent = earlier.filter(({ atMs }) => stop.atMs - atMs < windowMs);
  const lostBefore = recent.some(({ cause }) => cause === 'context-lost');
  return {
    restart: recent.length < restartsInWindow,
    backend: stop.cause === 'refused' || (stop.cause === 'context-lost' && lostBefore) ? 'wasm' : 'same',
  };
}
