// The threads that help with our kernels (assembly/pool.ts): workers started by the engine's worker.
import type { HelperMessage } from './kernel-thread';

/** Exports of assembly/pool.ts for the engine's thread. */
export interface PoolExports {
  controlBytes(): number;
  openPool(control: number, threads: number, mayWait: boolean, eager: boolean): void;
  /** Number of helpers that wait for work, and number of chunks that helpers have done. */
  idleHelpers(): number;
  helpedChunks(): number;
  closePool(): void;
}

/** Upper limit even with more cores: our products are too small for more threads. */
const maxThreads = 8;

/** Number of threads, the caller's included: one per core. */
export function threadsToUse(): number {
  return Math.min(Math.max(navigator.hardwareConcurrency, 1), maxThreads);
}

/**
 * Starts `count` helpers on an open pool. Work may begin before they are ready; they join as they come.
 * @param control the pool's control block
 * @returns a function that stops them
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
    const tell = (order: HelperMessage) => worker.postMessage(order);
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

/** Whether this thread may block until another wakes it; the page's own thread may not. */
export function maySleep(): boolean {
  return !('document' in globalThis);
}
