// For the tests of the kernels: the WASM backend as the engine starts it, and numbers to feed it.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients, which the core alone does not.
import '@tensorflow/tfjs-layers';
import { relaxedSimd } from 'wasm-feature-detect';
import { pcg4d, unitInterval, words } from '../../../core/random';
import type { KernelVariant } from './kernel-module';
import { useLocalWasmBinaries } from './tfjs-wasm-paths';

/** Starts tfjs on WASM in its single-threaded build. */
export async function startWasmBackend(): Promise<void> {
  useLocalWasmBinaries();
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WASM backend did not start');
  await tf.ready();
}

/** The variants that this browser can run. */
export async function runnableVariants(): Promise<KernelVariant[]> {
  return (await relaxedSimd()) ? ['relaxed', 'simd'] : ['simd'];
}

/** Numbers in [-1, 1), the same for the same seed. */
export function randomFloats(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    pcg4d(seed, i, 0, 0);
    return unitInterval(words[0] ?? 0) * 2 - 1;
  });
}
