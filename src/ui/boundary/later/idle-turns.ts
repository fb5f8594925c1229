// What has time: once the page stands, in moments in which the browser has nothing else to do. One call in each, so that none holds
// up what a person does.

/** Until then the engine starts, and what is in view needs the processor. In ms from navigation. */
const notBeforeMs = 2500;
/** A browser that is never idle waits no longer than this for each call. */
const longestWaitMs = 1500;
/** Safari has no idle callbacks. */
const withoutIdleCallbacksMs = 100;

const waiting = new Set<() => void>();
let isScheduled = false;

/** Calls `act` after everything that was given before it. Returns what takes it back. */
export function inIdleTurn(act: () => void): () => void {
  waiting.add(act);
  schedule();
  return () => {
    waiting.delete(act);
  };
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  const early = notBeforeMs - performance.now();
  if (early > 0) setTimeout(awaitTurn, early);
  else awaitTurn();
}

function awaitTurn(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(takeTurn, { timeout: longestWaitMs });
  else setTimeout(takeTurn, withoutIdleCallbacksMs);
}

function takeTurn(): void {
  isScheduled = false;
  const [next] = waiting;
  if (next === undefined) return;
  waiting.delete(next);
  next();
  schedule();
}
