// Counts what tfjs and our kernels send to a WebGPU device, and fails a test in which the device refused something: results would
// read as zeros.
import { expect } from 'vitest';
import { settleWebgpu, webgpuFault } from '../../../backends/webgpu';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** What `work` sent: dispatches, and bytes uploaded from JavaScript. */
export async function sentBy(work: () => unknown): Promise<{ dispatches: number; uploadedBytes: number }> {
  const sent = { dispatches: 0, uploadedBytes: 0 };
  const undo = [
    tap(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', () => sent.dispatches++),
    tap(GPUQueue.prototype, 'writeBuffer', (_, [, , data]) => {
      sent.uploadedBytes += (data as ArrayBufferView).byteLength;
    }),
    // tfjs uploads tensors through mapped buffers, and reads them back so too
    tap(GPUBuffer.prototype, 'getMappedRange', (buffer) => {
      const { usage, size } = buffer as GPUBuffer;
      if ((usage & GPUBufferUsage.MAP_READ) === 0) sent.uploadedBytes += size;
    }),
  ];
  try {
    await work();
  } finally {
    undo.forEach((restore) => restore());
  }
  return sent;
}

/** Calls `note` before each call of a method; returns a function that ends that. */
function tap(prototype: object, name: string, note: (self: unknown, args: unknown[]) => void): () => void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
    note(this, args);
    return original.apply(this, args);
  });
  return () => Reflect.set(prototype, name, original);
}

/** Fails if the device has refused anything so far. */
export async function expectNoFault(): Promise<void> {
  await settleWebgpu();
  expect(webgpuFault()).toBeNull();
}
