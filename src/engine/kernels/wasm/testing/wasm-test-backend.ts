// For the kernel tests: starts the WASM backend as the engine does.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients; the core alone does not.
import '@tensorflow/tfjs-layers';
import { relaxedSimd } from 'wasm-feature-detect';
import { forceTile, installWasmKernels } from '../install';
import type { KernelVariant } from '../kernel-module';
import { canShareMemory, SharedMemoryBackend, useSharedMemory } from '../threads/shared-backend';
import { useLocalWasmBinaries } from '../tfjs-wasm-paths';

const tfjsFactory = tf.findBackendFactory('wasm');

/** Starts tfjs on WASM in its single-threaded build, on its own memory. */
export async function startWasmBackend(): Promise<void> {
  useLocalWasmBinaries();
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (tf.findBackendFactory('wasm') !== tfjsFactory) registerAnew();
  await startRegistered();
}

/** Starts a new backend on a memory that threads share. @throws when its memory is not shared */
export async function startSharedWasmBackend(): Promise<void> {
  useLocalWasmBinaries();
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  registerAnew();
  useSharedMemory();
  await startRegistered();
  if (!(tf.backend() instanceof SharedMemoryBackend)) throw new Error('the memory is not shared');
}

function registerAnew(): void {
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', tfjsFactory);
}

async function startRegistered(): Promise<void> {
  if (!(await tf.setBackend('wasm'))) throw new Error('the WASM backend did not start');
  await tf.ready();
}

/** The variants that this browser can run. */
export async function runnableVariants(): Promise<KernelVariant[]> {
  return (await relaxedSimd()) ? ['relaxed', 'simd'] : ['simd'];
}

/**
 * Kernels under test: a variant on one thread, or the fastest variant on three threads that split every job with two parts. For
 * products also the fastest variant with the wide tile; the others have the narrow one.
 */
export type TestedKernels = KernelVariant | 'threaded' | 'wide';

/** As `testedKernels`, and the wide tile. */
export async function testedProducts(): Promise<TestedKernels[]> {
  return [...(await testedKernels()), 'wide'];
}

/** The kernels that this browser can run. */
export async function testedKernels(): Promise<TestedKernels[]> {
  const variants = await runnableVariants();
  return (await canShareMemory()) ? [...variants, 'threaded'] : variants;
}

/** Starts the backend that these kernels need and installs them. @throws when other kernels end up in use */
export async function useKernels(tested: TestedKernels): Promise<void> {
  const isThreaded = tested === 'threaded';
  await (isThreaded ? startSharedWasmBackend() : startWasmBackend());
  const variant = isThreaded || tested === 'wide' ? undefined : tested;
  const report = await installWasmKernels(variant, isThreaded ? 3 : 1, isThreaded);
  forceTile(tested === 'wide' ? 'wide' : 'narrow');
  const isRight =
    report.installed && (isThreaded ? report.threads === 3 : report.variant === (variant ?? report.variant));
  if (!isRight) throw new Error(`the ${tested} kernels are not in use: ${JSON.stringify(report)}`);
}
