// Installs our kernels into tfjs's WASM backend, or says why it cannot; the engine then runs on tfjs's own kernels.
import { BackendWasm, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { backend as currentBackend } from '@tensorflow/tfjs-core';
import { relaxedSimd, simd } from 'wasm-feature-detect';
import type { KernelRefusal } from '../../../core/engine-api/messages';
import { installActivationKernels } from './layers/activation-kernels';
import { installBatchKernels } from './training/batch-kernels';
import { installArithmeticKernels } from './training/arithmetic-kernels';
import { installCodeKernels } from './training/code-kernels';
import { installConvolutionKernels } from './layers/convolution-kernels';
import { installIdentityKernels } from './layers/identity-kernels';
import { offerRecorder } from '../step-recording';
import {
  backendMemory,
  compileKernels,
  loadKernelModule,
  type KernelModule,
  type KernelVariant,
  type Tile,
} from './kernel-module';
import { installLossKernels } from './training/loss-kernels';
import { installMatMulKernels } from './layers/matmul-kernels';
import { installOptimizerKernels } from './training/optimizer-kernels';
import { canShareMemory, SharedMemoryBackend } from './threads/shared-backend';
import { installSumKernel } from './layers/sum-kernel';
import { threadsToUse } from './threads/thread-pool';

/** The result of `installWasmKernels`, shown in the `Backend` read-out. */
export type KernelReport = KernelsInUse | { installed: false; why: KernelRefusal };
interface KernelsInUse {
  installed: true;
  variant: KernelVariant;
  /** Number of threads; absent when there is one. */
  threads?: number;
}

/** The tfjs release whose internals (the memory, the data map) the kernels rely on. */
const supportedVersion = /^4\.22\./;

const installers = [
  installMatMulKernels,
  installConvolutionKernels,
  installActivationKernels,
  installSumKernel,
  installIdentityKernels,
  installOptimizerKernels,
  installBatchKernels,
  installLossKernels,
  installCodeKernels,
  installArithmeticKernels,
];

let installed: { module: KernelModule; report: KernelsInUse; uninstall(): void } | undefined;

const fastestVariant = async (): Promise<KernelVariant> => ((await relaxedSimd()) ? 'relaxed' : 'simd');

/** Fetches and compiles the kernels that `installWasmKernels` will take by default. */
export async function prepareWasmKernels(): Promise<void> {
  if (await simd()) await compileKernels(await fastestVariant(), await canShareMemory());
}

/**
 * Replaces tfjs's kernels with ours on the WASM backend. Call after `tf.setBackend('wasm')` and `tf.ready()`, with the flag
 * `WASM_HAS_MULTITHREAD_SUPPORT` set to false before. A second call does nothing. Removing the backend removes the kernels
 * and their threads; call this again for a new backend.
 * @param variant for tests and measurements; by default the fastest that the browser supports
 * @param threads likewise; by default one per core if the backend's memory is shared (shared-backend.ts)
 * @param eager for tests: split even jobs too small to be worth it
 */
export async function installWasmKernels(
  variant?: KernelVariant,
  threads: number = threadsToUse(),
  eager = false,
): Promise<KernelReport> {
  const backend = currentBackend();
  if (!(backend instanceof BackendWasm)) return refusal({ code: 'kernels.other-backend' });
  if (!supportedVersion.test(version_wasm))
    return refusal({ code: 'kernels.tfjs-version', version: version_wasm });
  if (!(await simd())) return refusal({ code: 'kernels.no-simd' });
  const memory = backendMemory(backend);
  if (!memory) return refusal({ code: 'kernels.threaded-tfjs' });

  const wanted = variant ?? (await fastestVariant());
  if (!(backend instanceof SharedMemoryBackend)) threads = 1;
  const report: KernelsInUse = { installed: true, variant: wanted, ...(threads > 1 && { threads }) };
  if (
    installed?.module.backend === backend &&
    installed.report.variant === wanted &&
    installed.report.threads === report.threads
  )
    return report;
  try {
    const module = await loadKernelModule(backend, memory, wanted, threads, eager);
    uninstallWasmKernels();
    const removals = installers.map((install) => install(module));
    offerRecorder(backend, module.recorder);
    const uninstall = () => {
      offerRecorder(backend, null);
      for (const remove of removals) remove();
      module.dispose();
    };
    installed = { module, report, uninstall };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refusal({ code: 'kernels.not-loaded', detail });
  }
  return report;
}

/** Restores tfjs's own kernels. Does nothing when ours are not installed. */
export function uninstallWasmKernels(): void {
  installed?.uninstall();
  installed = undefined;
}

/** For tests and measurements: replaces the choice of the tile; and says which is in use. */
export function forceTile(tile: Tile): void {
  installed?.module.forceTile(tile);
}
export function tileInUse(): Tile {
  return installed?.module.exports.usesWideTile() ? 'wide' : 'narrow';
}

/** For tests and measurements: whether products leave out what zeros would add. */
export function skipZeros(skip: boolean): void {
  installed?.module.exports.skipZeros(skip);
}

function refusal(why: KernelRefusal): KernelReport {
  return { installed: false, why };
}

/** For tests and measurements: the state of the helper threads. */
export function helperActivity(): { idle: number; chunksDone: number } {
  const exports = installed?.module.exports;
  return { idle: exports?.idleHelpers() ?? 0, chunksDone: exports?.helpedChunks() ?? 0 };
}
