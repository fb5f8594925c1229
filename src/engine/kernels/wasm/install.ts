// Installs our kernels into the WASM backend of tfjs, or says why not: the engine then runs on tfjs's own.
import { BackendWasm, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { backend as currentBackend } from '@tensorflow/tfjs-core';
import { relaxedSimd, simd } from 'wasm-feature-detect';
import { installActivationKernels } from './activation-kernels';
import { installConvolutionKernels } from './convolution-kernels';
import { installIdentityKernels } from './identity-kernels';
import { backendMemory, loadKernelModule, type KernelVariant } from './kernel-module';
import { installMatMulKernels } from './matmul-kernels';
import { installOptimizerKernels } from './optimizer-kernels';
import { installSumKernel } from './sum-kernel';

/** What `installWasmKernels` did; the `Backend` read-out shows it. */
export type KernelReport = { installed: true; variant: KernelVariant } | { installed: false; reason: string };

/** Internals of tfjs that the kernels rely on (the memory, the data map) were read in this release. */
const supportedVersion = /^4\.22\./;

const installers = [
  installMatMulKernels,
  installConvolutionKernels,
  installActivationKernels,
  installSumKernel,
  installIdentityKernels,
  installOptimizerKernels,
];

let installed: { backend: BackendWasm; variant: KernelVariant; uninstall(): void } | undefined;

/**
 * Puts our kernels in place of tfjs's for the WASM backend. Call after `tf.setBackend('wasm')` and `tf.ready()`, with the
 * flag `WASM_HAS_MULTITHREAD_SUPPORT` set to false before that. Doing it again does nothing. When the backend is removed
 * the kernels go with it; call this again once a new one is there.
 * @param variant for tests and measurements; by default the fastest that the browser has
 */
export async function installWasmKernels(variant?: KernelVariant): Promise<KernelReport> {
  const backend = currentBackend();
  if (!(backend instanceof BackendWasm)) return refusal('the backend in use is not WASM');
  if (!supportedVersion.test(version_wasm))
    return refusal(`they are made for tfjs 4.22, this is ${version_wasm}`);
  if (!(await simd())) return refusal('the browser has no WebAssembly SIMD');
  const memory = backendMemory(backend);
  if (!memory) return refusal('tfjs runs with threads and keeps its memory to itself');

  const wanted = variant ?? ((await relaxedSimd()) ? 'relaxed' : 'simd');
  if (installed?.backend === backend && installed.variant === wanted)
    return { installed: true, variant: wanted };
  try {
    const module = await loadKernelModule(backend, memory, wanted);
    uninstallWasmKernels();
    const removals = installers.map((install) => install(module));
    const uninstall = () => {
      for (const remove of removals) remove();
      module.dispose();
    };
    installed = { backend, variant: wanted, uninstall };
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error));
  }
  return { installed: true, variant: wanted };
}

/** Puts tfjs's own kernels back. Does nothing where none of ours are installed. */
export function uninstallWasmKernels(): void {
  installed?.uninstall();
  installed = undefined;
}

function refusal(reason: string): KernelReport {
  return { installed: false, reason };
}
