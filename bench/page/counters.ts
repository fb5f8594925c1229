// Counts what a worker hands to its backend: WebGL programs dispatched, bytes uploaded, tensors and memory held. Import it
// before whatever starts a backend; the page asks through a port of its own, since the worker's is the contender's.
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';

export interface Counts {
  /** WebGL draw calls: one for every program dispatched. */
  draws: number;
  /** Reads back from WebGL. */
  reads: number;
  /** Bytes handed to WebGL as textures or buffers, or copied into the memory of WebAssembly. */
  uploadedBytes: number;
  /** Bytes handed to WebGL as uniforms. */
  uniformBytes: number;
}

export interface Held {
  tensors: number;
  tensorBytes: number;
  /** Size of the memory of WebAssembly as last seen; 0 before anything was copied into it. */
  wasmMemoryBytes: number;
}

const counts: Counts = { draws: 0, reads: 0, uploadedBytes: 0, uniformBytes: 0 };
let wasmMemoryBytes = 0;

type Method = (...given: unknown[]) => unknown;

/** Calls `note` before each call of a method. */
function tap(prototype: object, name: string, note: (self: unknown, given: unknown[]) => void): void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
    note(this, given);
    return original.apply(this, given);
  });
}

const byteLength = (value: unknown) =>
  ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? value.byteLength : 0;
const bytesIn = (given: unknown[]) => given.reduce<number>((sum, value) => sum + byteLength(value), 0);

function tapWebgl({ prototype }: typeof WebGL2RenderingContext): void {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name.startsWith('draw') && name !== 'drawBuffers' && !name.startsWith('drawingBuffer')) {
      tap(prototype, name, () => counts.draws++);
    } else if (/^(tex(Sub)?Image2D|buffer(Sub)?Data)$/.test(name)) {
      tap(prototype, name, (_, given) => (counts.uploadedBytes += bytesIn(given)));
    } else if (/^uniform\d/.test(name)) {
      const each = /\d/.exec(name)?.[0] ?? '1';
      tap(prototype, name, (_, given) => (counts.uniformBytes += bytesIn(given) || 4 * Number(each)));
    } else if (name === 'readPixels' || name === 'getBufferSubData') {
      tap(prototype, name, () => counts.reads++);
    }
  }
}

/** No array of the bench's own is as large and in whole pages. */
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
  /** What was counted since the last time. */
  take(): Counts {
    const taken = { ...counts };
    Object.assign(counts, { draws: 0, reads: 0, uploadedBytes: 0, uniformBytes: 0 });
    return taken;
  },

  held(): Held {
    const { numTensors: tensors, numBytes: tensorBytes } = tf.memory();
    return { tensors, tensorBytes, wasmMemoryBytes };
  },
};

export type Counters = typeof counters;

tapWebgl(WebGL2RenderingContext);
tapWasm();
addEventListener('message', ({ data }: MessageEvent<{ countersPort?: MessagePort }>) => {
  if (data.countersPort) expose(counters, data.countersPort);
});
