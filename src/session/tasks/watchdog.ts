// Notices that something has not happened for too long.

export interface Watchdog {
  /** Starts waiting, anew if it waits already. */
  readonly start: () => void;
  /** What it waits for is getting on: waits from now on, if it waits at all. */
  readonly reset: () => void;
  readonly stop: () => void;
}

/** @param onSilence called once for each `start`, after `limitMs` without `reset` or `stop` */
export function createWatchdog(limitMs: number, onSilence: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | null = null;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function start(): void {
    stop();
    timer = setTimeout(() => {
      timer = null;
      onSilence();
    }, limitMs);
  }

  return {
    start,
    reset() {
      if (timer !== null) start();
    },
    stop,
  };
}
