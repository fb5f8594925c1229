// A helper's worker: our kernels once more, on the same memory, waiting for work (assembly/pool.ts). It says when it is
// ready and begins when told to, so that a pool that has been closed meanwhile gets nobody.

/** What a helper is told, one message after the other. */
export type HelperOrder =
  | { kind: 'load'; module: WebAssembly.Module; memory: WebAssembly.Memory }
  | { kind: 'serve'; control: number; thread: number; threads: number };

let serve: ((control: number, thread: number, threads: number) => void) | undefined;

self.onmessage = async ({ data }: MessageEvent<HelperOrder>) => {
  if (data.kind === 'load') {
    const { exports } = await WebAssembly.instantiate(data.module, { env: { memory: data.memory } });
    serve = exports['serve'] as typeof serve;
    self.postMessage('ready');
    return;
  }
  // Does not come back until the pool is closed.
  serve?.(data.control, data.thread, data.threads);
  self.close();
};
