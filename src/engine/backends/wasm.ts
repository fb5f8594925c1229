// WebAssembly: tfjs's backend on a memory that our kernels work on in place, with threads where the page may share memory.
import * as tf from '@tensorflow/tfjs-core';
import type { Afterwards } from './starter';

export async function startWasm(): Promise<Afterwards> {
  const [{ useLocalWasmBinaries }, { useSharedMemory }, { describeKernels, installWasmKernels }] =
    await Promise.all([
      import('../kernels/wasm/tfjs-wasm-paths'),
      import('../kernels/wasm/shared-backend'),
      import('../kernels/wasm/install'),
    ]);
  // The threaded build keeps its memory to itself, and our kernels work in place on it.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  useLocalWasmBinaries();
  useSharedMemory();
  return async () => {
    const report = await installWasmKernels();
    if (!report.installed) {
      return {
        detail: `Slower than it could be: Hourglass's own kernels cannot be used here (${report.reason}), so those of TensorFlow.js compute. They cannot train convolutional networks.`,
        badge: 'no fast kernels',
      };
    }
    const isolated = globalThis.crossOriginIsolated;
    const onOne = isolated
      ? ''
      : ' One core computes: this page was not sent with the headers that threads need.';
    return { detail: `Hourglass's own kernels are in use (${describeKernels(report)}).${onOne}` };
  };
}
