// WebAssembly: tfjs's backend on a memory that our kernels use in place, with threads where the page may share memory.
import * as tf from '@tensorflow/tfjs-core';
import type { FinishStart } from './starter';

const load = () =>
  Promise.all([
    import('../kernels/wasm/tfjs-wasm-paths'),
    import('../kernels/wasm/threads/shared-backend'),
    import('../kernels/wasm/install'),
  ]);

/** Loads and compiles what `startWasm` will use. */
export async function prepareWasm(): Promise<void> {
  const [, { prepareSharedMemory }, { prepareWasmKernels }] = await load();
  await Promise.all([prepareSharedMemory(), prepareWasmKernels()]);
}

export async function startWasm(): Promise<FinishStart> {
  const [{ useLocalWasmBinaries }, { useSharedMemory }, { installWasmKernels }] = await load();
  // The threaded build does not expose its memory, which our kernels use in place.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  useLocalWasmBinaries();
  useSharedMemory();
  return async () => {
    const report = await installWasmKernels();
    if (!report.installed) return { code: 'note.no-kernels', backend: 'wasm', why: report.why };
    const { variant, threads = 1 } = report;
    const isolated = globalThis.crossOriginIsolated;
    return { code: 'note.wasm-kernels', relaxed: variant === 'relaxed', threads, isolated };
  };
}
