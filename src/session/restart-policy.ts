// What to do when the engine has stopped: start it again, on which backend, or leave that to the person.

import type { BackendName } from '../core/engine-api';

/**
 * `died`: the worker is gone; `context-lost`: the GPU took its context away; `refused`: the backend cannot do the work;
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
  /** `wasm` where the GPU has lost the context twice in a minute, or refuses the work; `cpu` where WASM refuses it. */
  readonly backend: 'same' | 'wasm' | 'cpu';
}

export const windowMs = 60_000;
const restartsInWindow = 3;

/**
 * Judges `stop` by the stops before it, each of which led to a restart.
 * @param running the backend that it happened on
 */
export function judgeStop(earlier: readonly Stop[], stop: Stop, running: BackendName | null = null): Verdict {
  const recent = earlier.filter(({ atMs }) => stop.atMs - atMs < windowMs);
  const lostBefore = recent.some(({ cause }) => cause === 'context-lost');
  const restart = recent.length < restartsInWindow;
  if (stop.cause === 'refused') return { restart, backend: running === 'wasm' ? 'cpu' : 'wasm' };
  return { restart, backend: stop.cause === 'context-lost' && lostBefore ? 'wasm' : 'same' };
}
