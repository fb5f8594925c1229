// Notices that something has not happened for too long.

export interface Watchdog {
  /** Starts waiting, anew if it waits already. */
  readonly start: () => void;
  /** What it waits for is getting on: waits from now on, if it waits at all. */
  readonly reset: () => void;
  readonly stop: () => void;
}

/**
 * The limit is waited for in so many parts, each with a timer of its own. After the page itself has been held up (a long task, a machine
 * asleep) a timer fires before the messages that have come meanwhile: so only one part passes, and then they are read.
 */
const parts = 5;

/** @param onSilence called once for each `start`, after `limitMs` without `reset` or `stop` */
export function createWatchdog(limitMs: number, onSilence: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | null = null;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function wait(left: number): void {
    timer = setTimeout(() => {
      timer = null;
      if (left > 1) wait(left - 1);
      else onSilence();
    }, limitMs / parts);
  }

  function start(): void {
    stop();
    wait(parts);
  }

  return {
    start,
    reset() {
      if (timer !== null) start();
    },
    stop,
  };
}
