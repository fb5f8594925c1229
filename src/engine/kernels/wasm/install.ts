// Installs our kernels into the WASM backend of tfjs, or says why not: the engine then runs on tfjs's own.
import { BackendWasm, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { backend as currentBackend } from '@tensorflow/tfjs-core';
import { relaxedSimd, simd } from 'wasm-feature-detect';
import { installActivationKernels } from './activation-kernels';
import { installBatchKernels } from './batch-kernels';
import { installConvolutionKernels } from './convolution-kernels';
import { installIdentityKernels } from './identity-kernels';
import { backendMemory, loadKernelModule, type KernelModule, type KernelVariant } from './kernel-module';
import { installLossKernels } from './loss-kernels';
import { installMatMulKernels } from './matmul-kernels';
import { installOptimizerKernels } from './optimizer-kernels';
import { SharedMemoryBackend } from './shared-backend';
import { installSumKernel } from './sum-kernel';
import { threadsToUse } from './thread-pool';

/** What `installWasmKernels` did; the `Backend` read-out shows it. */
export type KernelReport = KernelsInUse | { installed: false; reason: string };
interface KernelsInUse {
  installed: true;
  variant: KernelVariant;
  /** Threads that compute at once; left out where there is one. */
  threads?: number;
}

/** Internals of tfjs that the kernels rely on (the memory, the data map) were read in this release. */
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
];

let installed: { module: KernelModule; report: KernelsInUse; uninstall(): void } | undefined;

/**
 * Puts our kernels in place of tfjs's for the WASM backend. Call after `tf.setBackend('wasm')` and `tf.ready()`, with the
 * flag `WASM_HAS_MULTITHREAD_SUPPORT` set to false before that. Doing it again does nothing. When the backend is removed
 * the kernels and their threads go with it; call this again once a new one is there.
 * @param variant for tests and measurements; by default the fastest that the browser has
 * @param threads likewise; by default one for each core, where the backend's memory is shared (shared-backend.ts)
 * @param eager for tests: threads share also what is not worth it
 */
export async function installWasmKernels(
  variant?: KernelVariant,
  threads: number = threadsToUse(),
  eager = false,
): Promise<KernelReport> {
  const backend = currentBackend();
  if (!(backend instanceof BackendWasm)) return refusal('the backend in use is not WASM');
  if (!supportedVersion.test(version_wasm))
    return refusal(`they are made for tfjs 4.22, this is ${version_wasm}`);
  if (!(await simd())) return refusal('the browser has no WebAssembly SIMD');
  const memory = backendMemory(backend);
  if (!memory) return refusal('tfjs runs with threads and keeps its memory to itself');

  const wanted = variant ?? ((await relaxedSimd()) ? 'relaxed' : 'simd');
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
    const uninstall = () => {
      for (const remove of removals) remove();
      module.dispose();
    };
    installed = { module, report, uninstall };
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error));
  }
  return report;
}

/** Such as "relaxed SIMD, 2 threads". */
export function describeKernels({ variant, threads = 1 }: KernelsInUse): string {
  return `${variant === 'relaxed' ? 'relaxed SIMD' : 'SIMD'}, ${threads} thread${threads === 1 ? '' : 's'}`;
}

/** Puts tfjs's own kernels back. Does nothing where none of ours are installed. */
export function uninstallWasmKernels(): void {
  installed?.uninstall();
  installed = undefined;
}

function refusal(reason: string): KernelReport {
  return { installed: false, reason };
}

/** For tests and measurements: what the helpers of the installed kernels are at. */
export function helpersAtWork(): { idle: number; chunksDone: number } {
  const exports = installed?.module.exports;
  return { idle: exports?.idleHelpers() ?? 0, chunksDone: exports?.helpedChunks() ?? 0 };
}
