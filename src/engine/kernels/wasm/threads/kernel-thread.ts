// A helper thread's worker: a second instance of our kernels on the same memory, waiting for work (assembly/pool.ts). It
// reports when it is ready and serves only when told to, so that no helper joins a pool that has been closed meanwhile.

/** Messages to a helper, in this order. */
export type HelperMessage =
  | { kind: 'load'; module: WebAssembly.Module; memory: WebAssembly.Memory }
  | { kind: 'serve'; control: number; thread: number; threads: number };

let serve: ((control: number, thread: number, threads: number) => void) | undefined;

self.onmessage = async ({ data }: MessageEvent<HelperMessage>) => {
  if (data.kind === 'load') {
    const { exports } = await WebAssembly.instantiate(data.module, { env: { memory: data.memory } });
    serve = exports['serve'] as typeof serve;
    self.postMessage('ready');
    return;
  }
  // Returns only when the pool is closed.
  serve?.(data.control, data.thread, data.threads);
  self.close();
};
