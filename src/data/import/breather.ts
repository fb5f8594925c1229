// Lets messages into the worker in the middle of long work, so that a cancellation arrives while there is something to cancel.
import { pause } from '../../core/browser/pause';

const sliceMs = 40;

/** To be called often; pauses when the last pause was 40 ms ago. Throws the signal's reason once it is aborted. */
export type Breather = () => Promise<void> | undefined;

export function createBreather(signal: AbortSignal): Breather {
  let last = performance.now();
  return () => {
    if (performance.now() - last < sliceMs) return undefined;
    return pause().then(() => {
      signal.throwIfAborted();
      last = performance.now();
    });
  };
}
