// The page's end of a worker: calls it through comlink, notices its death, and lets go of it.
import { releaseProxy, wrap, type Remote } from 'comlink';
import type { Failure } from '../../core/failure';
import { watchLifeLock } from '../../core/browser/life-lock';

export interface WorkerLink<Api> {
  readonly api: Remote<Api>;
  /** The lock for the worker to hold while it lives. */
  readonly lifeLock: string;
  /** Watches for a silent death; call it once the worker holds `lifeLock`. */
  readonly watchLife: () => void;
  /**
   * Watches a worker from its beginning: with the answer it says that it holds `lifeLock`. One that gives none in time counts as
   * dead; what it answers else is the caller's.
   */
  readonly watchStart: (answer: Promise<unknown>) => void;
  /** Ends the worker. No death is reported after it, and a call that is unanswered stays so. */
  readonly dispose: () => void;
}

/** Its script has to arrive first, over whatever connection. */
const startLimitMs = 60_000;

/** @param onDeath the worker is dead or unusable; called at most once, with the worker already disposed of */
export function linkWorker<Api>(
  worker: Worker,
  onDeath: (why: Failure) => void,
  limitMs = startLimitMs,
): WorkerLink<Api> {
  const lifeLock = `hourglass-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const ended = new AbortController();
  const api = wrap<Api>(worker);
  // Browsers keep a worker's ports and handlers for a while after it ends, and everything that these reference.
  let listener: ((why: Failure) => void) | null = onDeath;

  function die(why: Failure): void {
    const told = listener;
    dispose();
    told?.(why);
  }

  function dispose(): void {
    if (listener === null) return;
    listener = null;
    ended.abort();
    worker.onerror = null;
    worker.onmessageerror = null;
    api[releaseProxy]();
    worker.terminate();
  }

  worker.onerror = (event) => {
    event.preventDefault();
    die(event.message ? { code: 'unexpected', detail: event.message } : { code: 'worker.not-loaded' });
  };
  worker.onmessageerror = () => die({ code: 'worker.unreadable-message' });

  const watchLife = () => void watchLifeLock(lifeLock, ended.signal, () => die({ code: 'worker.ended' }));

  return {
    api,
    lifeLock,
    watchLife,
    watchStart(answer) {
      const limit = setTimeout(() => die({ code: 'worker.not-loaded' }), limitMs);
      const stop = () => clearTimeout(limit);
      ended.signal.addEventListener('abort', stop);
      answer.then(watchLife, () => undefined).finally(stop);
    },
    dispose,
  };
}
