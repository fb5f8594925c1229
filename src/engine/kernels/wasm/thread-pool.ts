// The threads that help with our kernels (assembly/pool.ts): workers of the worker that the engine is in.
import type { HelperOrder } from './kernel-thread';

/** What assembly/pool.ts exports for the engine's thread. */
export interface PoolExports {
  controlBytes(): number;
  openPool(control: number, threads: number, mayWait: boolean, eager: boolean): void;
  /** Helpers that have come and wait for work, and how many chunks they have done. */
  idleHelpers(): number;
  helpedChunks(): number;
  closePool(): void;
}

/** The processor may have more cores: these products are too small for more threads than this. */
const mostThreads = 8;

/** Threads to compute on, the caller's included: one for each core. */
export function threadsToUse(): number {
  return Math.min(Math.max(navigator.hardwareConcurrency, 1), mostThreads);
}

/**
 * Starts `count` helpers on a pool that has been opened. Work may begin before they are there: they join when they are ready.
 * @param control the pool's control block
 * @returns sends them away
 */
export function startHelpers(
  count: number,
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  control: number,
): () => void {
  let open = true;
  const workers = Array.from({ length: count }, (_, i) => {
    const worker = new Worker(new URL('./kernel-thread.ts', import.meta.url), {
      type: 'module',
      name: `kernels ${i + 1}`,
    });
    const tell = (order: HelperOrder) => worker.postMessage(order);
    worker.onmessage = () => {
      if (open) tell({ kind: 'serve', control, thread: i + 1, threads: count + 1 });
    };
    worker.onerror = (event) => {
      console.info('Hourglass: a helper thread did not start.', event.message);
    };
    tell({ kind: 'load', module, memory });
    return worker;
  });
  return () => {
    open = false;
    for (const worker of workers) worker.terminate();
  };
}

/** Whether this thread may sleep until another wakes it: the page's own may not. */
export function maySleep(): boolean {
  return !('document' in globalThis);
}
