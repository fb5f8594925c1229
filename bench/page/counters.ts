// Counts what a worker sends to its backend: WebGL programs or WebGPU dispatches, bytes uploaded, tensors and memory held. Import it before anything
// starts a backend. The page asks through a separate port, since the worker's own belongs to the contender.
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';

export interface Counts {
  /** WebGL draw calls: one per program dispatched. */
  draws: number;
  /** WebGPU dispatches. */
  dispatches: number;
  /** Read-backs from WebGL or WebGPU. */
  reads: number;
  /** Bytes uploaded to WebGL as textures or buffers, to WebGPU as buffers (uniforms too), or copied into WebAssembly memory. */
  uploadedBytes: number;
  /** Bytes sent to WebGL as uniforms. */
  uniformBytes: number;
}

export interface Held {
  tensors: number;
  tensorBytes: number;
  /** Size of the WebAssembly memory as last seen; 0 before anything was copied into it. */
  wasmMemoryBytes: number;
}

const none: Counts = { draws: 0, dispatches: 0, reads: 0, uploadedBytes: 0, uniformBytes: 0 };
const counts = { ...none };
let wasmMemoryBytes = 0;

type Method = (...args: unknown[]) => unknown;

/** Calls `note` before each call of a method. */
function tap(prototype: object, name: string, note: (self: unknown, args: unknown[]) => void): void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
    note(this, args);
    return original.apply(this, args);
  });
}

const byteLength = (value: unknown) =>
  ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? value.byteLength : 0;
const bytesIn = (args: unknown[]) => args.reduce<number>((sum, value) => sum + byteLength(value), 0);

function tapWebgl({ prototype }: typeof WebGL2RenderingContext): void {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name.startsWith('draw') && name !== 'drawBuffers' && !name.startsWith('drawingBuffer')) {
      tap(prototype, name, () => counts.draws++);
    } else if (/^(tex(Sub)?Image2D|buffer(Sub)?Data)$/.test(name)) {
      tap(prototype, name, (_, args) => (counts.uploadedBytes += bytesIn(args)));
    } else if (/^uniform\d/.test(name)) {
      const each = /\d/.exec(name)?.[0] ?? '1';
      tap(prototype, name, (_, args) => (counts.uniformBytes += bytesIn(args) || 4 * Number(each)));
    } else if (name === 'readPixels' || name === 'getBufferSubData') {
      tap(prototype, name, () => counts.reads++);
    }
  }
}

function tapWebgpu(): void {
  // browsers without WebGPU have none of these, despite the types
  if (!('gpu' in navigator)) return;
  tap(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', () => counts.dispatches++);
  tap(GPUQueue.prototype, 'writeBuffer', (_, [, , data, from = 0, size]) => {
    const bytes = ArrayBuffer.isView(data) ? data.byteLength : byteLength(data) - Number(from);
    counts.uploadedBytes += Number(size ?? bytes);
  });
  tap(GPUBuffer.prototype, 'getMappedRange', (buffer) => {
    const { usage, size } = buffer as GPUBuffer;
    if ((usage & GPUBufferUsage.MAP_READ) === 0) counts.uploadedBytes += size;
  });
  tap(GPUBuffer.prototype, 'mapAsync', (_, [mode]) => {
    if (mode === GPUMapMode.READ) counts.reads++;
  });
}

/** No array of the bench itself is this large and a whole number of pages. */
const isWasmMemory = ({ byteLength: bytes }: ArrayBufferLike) => bytes >= 2 ** 24 && bytes % 65_536 === 0;

function tapWasm(): void {
  tap(Object.getPrototypeOf(Uint8Array.prototype) as object, 'set', (self, [values]) => {
    const { buffer, BYTES_PER_ELEMENT } = self as Uint8Array;
    if (!isWasmMemory(buffer)) return;
    wasmMemoryBytes = buffer.byteLength;
    counts.uploadedBytes += (values as ArrayLike<unknown>).length * BYTES_PER_ELEMENT;
  });
}

const counters = {
  /** The counts since the last call. */
  take(): Counts {
    const taken = { ...counts };
    Object.assign(counts, none);
    return taken;
  },

  held(): Held {
    const { numTensors: tensors, numBytes: tensorBytes } = tf.memory();
    return { tensors, tensorBytes, wasmMemoryBytes };
  },
};

export type Counters = typeof counters;

tapWebgl(WebGL2RenderingContext);
tapWebgpu();
tapWasm();
addEventListener('message', ({ data }: MessageEvent<{ countersPort?: MessagePort }>) => {
  if (data.countersPort) expose(counters, data.countersPort);
});
