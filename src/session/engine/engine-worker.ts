// The engine's worker. The page's first one is started ahead of the page's own script, so that the browser loads and compiles both
// at the same time.

interface EarlyWorker {
  readonly worker: Worker;
  hasFailed: boolean;
}

let early: EarlyWorker | null = null;

/** Starts the worker that the next `takeEngineWorker` returns. */
export function startEngineWorker(): void {
  const started: EarlyWorker = { worker: createWorker(), hasFailed: false };
  // Whoever takes it hears of later errors; this one would be lost.
  started.worker.onerror = (event) => {
    event.preventDefault();
    started.hasFailed = true;
  };
  early = started;
}

/** A worker in which nothing has been opened: the one that was started ahead, once, or a new one. */
export function takeEngineWorker(): Worker {
  const taken = early;
  early = null;
  if (taken === null) return createWorker();
  taken.worker.onerror = null;
  return taken.hasFailed ? createWorker() : taken.worker;
}

function createWorker(): Worker {
  return new Worker(new URL('../../engine/worker.ts', import.meta.url), { type: 'module', name: 'engine' });
}
