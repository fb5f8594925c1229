// tfjs's single-threaded WASM backend on a memory that our threads share. tfjs has a threaded build, but it does not expose
// its memory and starts eight workers.
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import makeTfjsModule, {
  type BackendWasmModule,
} from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import { findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { simd, threads } from 'wasm-feature-detect';
import { keepSuccess } from '../keep-success';
import { maxPages, withSharedMemory } from './shared-memory-binary';

/** A backend on shared memory; `onDispose` runs before the memory is released. */
export class SharedMemoryBackend extends BackendWasm {
  onDispose: () => void = () => undefined;

  override dispose(): void {
    this.onDispose();
    super.dispose();
  }
}

type Factory = ReturnType<typeof findBackendFactory>;
let ours: Factory | undefined;

/**
 * Makes the backend `wasm` start on shared memory from the next start on, if the page is cross-origin isolated and the browser
 * has SIMD and threads; otherwise, or if that fails, it starts as tfjs does. A second call does nothing.
 */
export function useSharedMemory(): void {
  const plain = findBackendFactory('wasm');
  if (plain === ours) return;
  ours = async () => {
    if (await canShareMemory()) {
      try {
        return await startSharedMemoryBackend();
      } catch (error) {
        console.info('Hourglass: WASM runs on one thread.', error);
      }
    }
    return plain();
  };
  const priority = 2; // the same as tfjs
  removeBackend('wasm');
  registerBackend('wasm', ours, priority);
}

/** Whether threads can share a WebAssembly memory here. */
export async function canShareMemory(): Promise<boolean> {
  return globalThis.crossOriginIsolated && (await threads()) && (await simd());
}

/** Fetches and compiles tfjs's binary, if a backend on shared memory will want it. */
export async function prepareSharedMemory(): Promise<void> {
  if (await canShareMemory()) await compileForSharedMemory();
}

const compileForSharedMemory = keepSuccess(async () => {
  const response = await fetch(simdUrl);
  if (!response.ok) throw new Error(`tfjs's binary could not be loaded (HTTP ${response.status})`);
  const { binary, initialPages } = withSharedMemory(new Uint8Array(await response.arrayBuffer()));
  return { compiled: await WebAssembly.compile(binary), initialPages };
});

/** @throws when the binary cannot be fetched, changed or compiled, or when there is no address space for the memory */
async function startSharedMemoryBackend(): Promise<SharedMemoryBackend> {
  const { compiled, initialPages } = await compileForSharedMemory();
  const memory = reserve(initialPages);
  const module = await makeTfjsModule({
    instantiateWasm: (
      imports: { env: WebAssembly.ModuleImports },
      done: (instance: WebAssembly.Instance) => void,
    ) => {
      const instance = new WebAssembly.Instance(compiled, { ...imports, env: { ...imports.env, memory } });
      done(instance);
      return instance.exports;
    },
  });
  return new SharedMemoryBackend(withTfjsFunctions(module));
}

/** A shared memory reserves its maximum size; retry with less where the browser has no 4 GB of address space. */
function reserve(initial: number): WebAssembly.Memory {
  for (let maximum = maxPages; ; maximum /= 2) {
    try {
      return new WebAssembly.Memory({ initial, maximum, shared: true });
    } catch (error) {
      if (maximum / 2 < 4096) throw error;
    }
  }
}

/** The same as `init` in tfjs's backend_wasm.ts does with a module. */
function withTfjsFunctions(module: BackendWasmModule): BackendWasmModule {
  const { cwrap } = module as unknown as {
    cwrap: (name: string, result: 'number' | null, from: 'number'[]) => never;
  };
  module.tfjs = {
    init: cwrap('init', null, []),
    initWithThreadsCount: cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: cwrap('get_threads_count', 'number', []),
    registerTensor: cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: cwrap('dispose_data', null, ['number']),
    dispose: cwrap('dispose', null, []),
  };
  return module;
}
