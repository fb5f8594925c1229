// Our WebAssembly module beside tfjs's: it imports tfjs's memory and works on tensors in place.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import relaxedThreadsUrl from './build/kernels-relaxed-threads.wasm?url';
import relaxedUrl from './build/kernels-relaxed.wasm?url';
import simdThreadsUrl from './build/kernels-simd-threads.wasm?url';
import simdUrl from './build/kernels-simd.wasm?url';
import { keepSuccess } from './keep-success';
import type { CodeExports } from './training/code-exports';
import { KernelRecorder } from './work-recorder';
import { SharedMemoryBackend } from './threads/shared-backend';
import { chooseTile, type TileExports } from './tile-choice';
import { maySleep, startHelpers, type PoolExports } from './threads/thread-pool';

/** `relaxed`: with fused multiply-add, where the browser supports it. `simd`: plain 128-bit SIMD. */
export type KernelVariant = 'relaxed' | 'simd';

const binaryUrls = { relaxed: relaxedUrl, simd: simdUrl } satisfies Record<KernelVariant, string>;
/** Builds for a memory that threads share. */
const threadedUrls = { relaxed: relaxedThreadsUrl, simd: simdThreadsUrl } satisfies typeof binaryUrls;

/** What assembly/index.ts exports. Addresses are byte offsets into the shared memory. */
interface KernelExports extends PoolExports, TileExports, CodeExports {
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
  /** Whether products leave out what zeros in A would add; they do at first. */
  skipZeros(skip: boolean): void;
  /** Completes the plan at an address; returns the bytes of scratch memory that its jobs need. */
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
  /** With a bias or an activation it is the transposed convolution. */
  convolveInputGradient(
    plan: number,
    dy: number,
    filter: number,
    bias: number,
    activation: number,
    dx: number,
    scratch: number,
  ): void;
  /** Adds or multiplies two arrays, or an array and the number at `b`. */
  combine(operation: number, count: number, a: number, b: number, isScalar: boolean, to: number): void;
  clip(count: number, from: number, to: number, least: number, greatest: number): void;
  applyActivation(activation: number, count: number, from: number, to: number): void;
  /** Builds the batch described by the request at an address. */
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
  columnSums(rows: number, columns: number, x: number, to: number): void;
  weightUpdateScratchBytes(numbers: number, weights: number): number;
  /** Clips, decays and updates the weights described by the request at an address. */
  updateWeights(request: number): void;
}

/** Tiles of the matrix product: 6 x 8, or 6 x 16 for browsers that join neighbouring vectors. */
export type Tile = 'narrow' | 'wide';

/** The kernels, bound to the memory of one backend. */
export interface KernelModule {
  readonly backend: BackendWasm;
  readonly exports: KernelExports;
  /** Records training steps. Every kernel that a step may use fills its output through `recorder.write`. */
  readonly recorder: KernelRecorder;
  /** Address of the scratch memory for `gemm`. */
  readonly scratch: number;
  /** The memory that both modules use. Growing it replaces its buffer. */
  readonly memory: WebAssembly.Memory;
  /**
   * Calls `use` with the address of `bytes` temporary bytes, aligned to 64, and frees them afterwards.
   * @throws when out of memory
   */
  readonly withMemory: <Result>(bytes: number, use: (address: number) => Result) => Result;
  /** Number of threads: more than one only if the backend's memory is shared. */
  readonly threads: number;
  /** Uses a tile of the matrix product instead of the one that proves faster. For tests and measurements. */
  readonly forceTile: (tile: Tile) => void;
  /** Stops the helpers and frees the scratch memory, if the backend still exists. */
  readonly dispose: () => void;
}

/** The parts we use of the module object that Emscripten creates for tfjs: the instance's exports and its allocator. */
interface TfjsModule {
  asm?: { memory?: unknown };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** tfjs's module, or null once the backend has been removed. */
function tfjsModule(backend: BackendWasm): TfjsModule | null {
  return backend.wasm as unknown as TfjsModule | null;
}

/** The memory of tfjs's module, or undefined: the threaded build does not expose it. Growing keeps the object. */
export function backendMemory(backend: BackendWasm): WebAssembly.Memory | undefined {
  const memory = tfjsModule(backend)?.asm?.memory;
  return memory instanceof WebAssembly.Memory ? memory : undefined;
}

const compile = (url: string) =>
  keepSuccess(async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    // Not compileStreaming: it insists on the application/wasm type, which a plain static server may not send.
    return WebAssembly.compile(await response.arrayBuffer());
  });

const compiled = { relaxed: compile(binaryUrls.relaxed), simd: compile(binaryUrls.simd) };
const compiledForThreads = { relaxed: compile(threadedUrls.relaxed), simd: compile(threadedUrls.simd) };

/**
 * The kernels, compiled.
 * @param isShared for a memory that threads share
 */
export function compileKernels(variant: KernelVariant, isShared: boolean): Promise<WebAssembly.Module> {
  return (isShared ? compiledForThreads : compiled)[variant]();
}

/**
 * Loads the kernels into the memory of a backend.
 * @param threads used if the backend's memory is shared; otherwise there is one
 * @param eager for tests: split even jobs too small to be worth it
 * @throws when the binary cannot be fetched or compiled, or when there is no memory for the scratch space
 */
export async function loadKernelModule(
  backend: BackendWasm,
  memory: WebAssembly.Memory,
  variant: KernelVariant,
  threads: number,
  eager: boolean,
): Promise<KernelModule> {
  const isShared = backend instanceof SharedMemoryBackend;
  const module = await compileKernels(variant, isShared);
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const exports = instance.exports as unknown as KernelExports;
  // Never freed while the backend lives: a helper that is stopping may still read it.
  const control = allocate(backend, exports.controlBytes()).address;
  const threadCount = isShared ? threads : 1;
  exports.openPool(control, threadCount, maySleep(), eager);
  const scratch = allocate(backend, exports.gemmScratchBytes());
  const endHelpers = startHelpers(threadCount - 1, module, memory, control);
  const endTrials = chooseTile(exports, scratch.address);
  const closePool = () => {
    endTrials();
    exports.closePool();
    endHelpers();
  };
  if (isShared) backend.onDispose = closePool;
  return {
    backend,
    exports,
    recorder: new KernelRecorder(backend),
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
    forceTile: (tile) => {
      endTrials();
      exports.useWideTile(tile === 'wide');
    },
    dispose: () => {
      closePool();
      scratch.free();
    },
  };
}

/** Takes `bytes` bytes, aligned to 64, from tfjs's allocator. @throws when out of memory */
function allocate(backend: BackendWasm, bytes: number): { address: number; free: () => void } {
  const alignment = 64;
  // Emscripten returns addresses as signed numbers.
  const allocated = (tfjsModule(backend)?._malloc(bytes + alignment) ?? 0) >>> 0;
  if (allocated === 0) throw new Error('no room for the scratch memory of the kernels');
  return {
    address: Math.ceil(allocated / alignment) * alignment,
    free: () => tfjsModule(backend)?._free(allocated),
  };
}

/** The address of a tensor's data: a byte offset into the memory, valid until the tensor is disposed of. */
export function addressOf(backend: BackendWasm, tensor: TensorInfo): number {
  return backend.dataIdMap.get(tensor.dataId).memoryOffset;
}
