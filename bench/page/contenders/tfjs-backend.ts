// Starts plain tfjs: its own kernels, its own threads.
import * as tf from '@tensorflow/tfjs-core';
import type { Job } from './contender';

/**
 * Starts tfjs. It uses at most half of the reported cores, whatever is requested: one of two. Reporting twice as many gives it
 * as many threads as ours and jax-js.
 * @returns a description of the backend
 */
export async function startPlainBackend({
  backend,
  threads,
}: Pick<Job, 'backend' | 'threads'>): Promise<string> {
  if (backend === 'wasm') {
    const [{ getThreadsCount, setThreadsCount }, { useLocalWasmBinaries }] = await Promise.all([
      import('@tensorflow/tfjs-backend-wasm'),
      import('../../../src/engine/kernels/wasm/tfjs-wasm-paths'),
    ]);
    useLocalWasmBinaries();
    if (threads === 1) tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    else {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * threads });
      setThreadsCount(threads);
    }
    await start(backend);
    return threads === 1 ? 'wasm, SIMD, one thread' : `wasm, SIMD, ${getThreadsCount()} threads`;
  }
  if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  else if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  else await import('@tensorflow/tfjs-backend-cpu');
  await start(backend);
  return backend;
}

async function start(name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`tfjs did not start ${name}`);
  await tf.ready();
}
