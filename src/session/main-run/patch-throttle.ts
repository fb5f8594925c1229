// A dragged slider fires more often than the engine needs: patches are merged and sent once per frame.
import type { ExperimentPatch } from '../../core/experiment/experiment';

const frameMs = 16;

export interface PatchThrottle {
  push(patch: ExperimentPatch): void;
  /** Sends what waits at once, so that an order that follows comes after it. */
  flush(): void;
  /** Drops what waits: the run it was meant for is over. */
  drop(): void;
}

/** The first patch is sent at once; those that come within a frame of it are merged. Timers, so that it works in a hidden tab. */
export function createPatchThrottle(send: (patch: ExperimentPatch) => void): PatchThrottle {
  let waiting: ExperimentPatch | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (waiting === null) return;
    const patch = waiting;
    waiting = null;
    send(patch);
  }

  function onFrame(): void {
    timer = null;
    if (waiting === null) return;
    flush();
    timer = setTimeout(onFrame, frameMs);
  }

  return {
    push(patch) {
      waiting = { ...waiting, ...patch };
      if (timer !== null) return;
      flush();
      timer = setTimeout(onFrame, frameMs);
    },
    flush,
    drop() {
      waiting = null;
    },
  };
}
