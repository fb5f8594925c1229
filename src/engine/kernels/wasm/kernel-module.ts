// Our WebAssembly module beside tfjs's: it imports the memory of tfjs's module and works in place on tensors there.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import relaxedThreadsUrl from './build/kernels-relaxed-threads.wasm?url';
import relaxedUrl from './build/kernels-relaxed.wasm?url';
import simdThreadsUrl from './build/kernels-simd-threads.wasm?url';
import simdUrl from './build/kernels-simd.wasm?url';
import { SharedMemoryBackend } from './shared-backend';
import { maySleep, startHelpers, type PoolExports } from './thread-pool';

/** `relaxed`: with fused multiply-add, where the browser has it. `simd`: plain 128-bit SIMD. */
export type KernelVariant = 'relaxed' | 'simd';

const binaryUrls = { relaxed: relaxedUrl, simd: simdUrl } satisfies Record<KernelVariant, string>;
/** For a memory that threads share. */
const threadedUrls = { relaxed: relaxedThreadsUrl, simd: simdThreadsUrl } satisfies typeof binaryUrls;

/** What assembly/index.ts exports. Addresses are byte offsets into the shared memory. */
interface KernelExports extends PoolExports {
  gemmScratchBytes(): number;
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    transposeA: boolean,
    b: number,
    transposeB: boolean,
    bias: number,
    activation: number,
    c: number,
    scratch: number,
  ): void;
  /** Completes the plan at an address; bytes of scratch memory that what follows needs. */
  planConvolution(plan: number): number;
  convolve(
    plan: number,
    x: number,
    filter: number,
    bias: number,
    activation: number,
    y: number,
    scratch: number,
  ): void;
  convolveFilterGradient(plan: number, x: number, dy: number, dFilter: number, scratch: number): void;
  convolveInputGradient(plan: number, dy: number, filter: number, dx: number, scratch: number): void;
  applyActivation(activation: number, count: number, from: number, to: number): void;
  /** Makes what the request at an address asks for. */
  assembleBatch(request: number): void;
  drawCode(to: number, codeSize: number, seed: number, step: number, sample: number): void;
  lossScratchBytes(count: number): number;
  reconstructionLoss(
    loss: number,
    isSigmoid: boolean,
    count: number,
    target: number,
    logits: number,
    to: number,
    scratch: number,
  ): void;
  reconstructionLossGradient(
    loss: number,
    isSigmoid: boolean,
    count: number,
    target: number,
    logits: number,
    dy: number,
    to: number,
  ): void;
  activationGradient(activation: number, count: number, dy: number, y: number, to: number): void;
  /** Adds a bias `[channels]` to each row in place, and applies an activation. */
  addBias(activation: number, rows: number, channels: number, bias: number, x: number): void;
  columnSums(rows: number, columns: number, x: number, to: number): void;
  adamUpdate(
    count: number,
    param: number,
    gradient: number,
    firstMoment: number,
    secondMoment: number,
    stepSize: number,
    beta1: number,
    beta2: number,
    epsilon: number,
  ): void;
  rmsPropUpdate(
    count: number,
    param: number,
    gradient: number,
    meanSquare: number,
    learningRate: number,
    decay: number,
    epsilon: number,
  ): void;
  momentumUpdate(
    count: number,
    param: number,
    gradient: number,
    velocity: number,
    learningRate: number,
    momentum: number,
  ): void;
}

/** The kernels, bound to the memory of one backend. */
export interface KernelModule {
  readonly backend: BackendWasm;
  readonly exports: KernelExports;
  /** Address of the scratch memory of `gemm`. */
  readonly scratch: number;
  /** The memory that both modules work in. Its buffer is another one after it has grown. */
  readonly memory: WebAssembly.Memory;
  /**
   * Calls `use` with the address of `bytes` more bytes, aligned to 64, which are given back after it.
   * @throws when there is no room
   */
  readonly withMemory: <Result>(bytes: number, use: (address: number) => Result) => Result;
  /** Threads that compute at once: more than one only where the backend's memory is shared. */
  readonly threads: number;
  /** Sends the helpers away and gives the scratch memory back, if the backend is still there. */
  readonly dispose: () => void;
}

/** What is used of the module object that Emscripten makes for tfjs: the instance's exports and its allocator. */
interface TfjsModule {
  asm?: { memory?: unknown };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** tfjs's module, or null once the backend has been removed. */
function tfjsModule(backend: BackendWasm): TfjsModule | null {
  return backend.wasm as unknown as TfjsModule | null;
}

/** The memory of tfjs's module, or undefined: the threaded build keeps it to itself. The object stays when it grows. */
export function backendMemory(backend: BackendWasm): WebAssembly.Memory | undefined {
  const memory = tfjsModule(backend)?.asm?.memory;
  return memory instanceof WebAssembly.Memory ? memory : undefined;
}

/**
 * Loads the kernels into the memory of a backend.
 * @param threads to compute on where the backend's memory is shared; elsewhere there is one
 * @param eager for tests: threads share also what is not worth it
 * @throws when the binary cannot be fetched or compiled, or when there is no room for the scratch memory
 */
export async function loadKernelModule(
  backend: BackendWasm,
  memory: WebAssembly.Memory,
  variant: KernelVariant,
  threads: number,
  eager: boolean,
): Promise<KernelModule> {
  const isShared = backend instanceof SharedMemoryBackend;
  const response = await fetch((isShared ? threadedUrls : binaryUrls)[variant]);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  // Not compileStreaming: a plain static server may not send the application/wasm type that it insists on.
  const compiled = await WebAssembly.compile(await response.arrayBuffer());
  const instance = await WebAssembly.instantiate(compiled, { env: { memory } });
  const exports = instance.exports as unknown as KernelExports;
  // Not given back while the backend lives: a helper that is about to leave may still look at it.
  const control = allocate(backend, exports.controlBytes()).address;
  const threadCount = isShared ? threads : 1;
  exports.openPool(control, threadCount, maySleep(), eager);
  const scratch = allocate(backend, exports.gemmScratchBytes());
  const endHelpers = startHelpers(threadCount - 1, compiled, memory, control);
  const closePool = () => {
    exports.closePool();
    endHelpers();
  };
  if (isShared) backend.onDispose = closePool;
  return {
    backend,
    exports,
    scratch: scratch.address,
    memory,
    threads: threadCount,
    withMemory: (bytes, use) => {
      const { address, free } = allocate(backend, bytes);
      try {
        return use(address);
      } finally {
        free();
      }
    },
    dispose: () => {
      closePool();
      scratch.free();
    },
  };
}

/** Takes `bytes` bytes, aligned to 64, from tfjs's allocator. @throws when there is no room */
function allocate(backend: BackendWasm, bytes: number): { address: number; free: () => void } {
  const alignment = 64;
  // Emscripten gives addresses as signed numbers.
  const allocated = (tfjsModule(backend)?._malloc(bytes + alignment) ?? 0) >>> 0;
  if (allocated === 0) throw new Error('no room for the scratch memory of the kernels');
  return {
    address: Math.ceil(allocated / alignment) * alignment,
    free: () => tfjsModule(backend)?._free(allocated),
  };
}

/** Where a tensor's data lies: a byte offset into the memory, valid until the tensor is disposed of. */
export function addressOf(backend: BackendWasm, tensor: TensorInfo): number {
  return backend.dataIdMap.get(tensor.dataId).memoryOffset;
}
