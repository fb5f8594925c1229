// Counts what tfjs and our kernels send to a WebGPU device, and fails a test in which the device refused something: results would
// read as zeros.
import { expect } from 'vitest';
import { settleWebgpu, webgpuFault } from '../../../backends/webgpu';

/** What `work` sent: dispatches, and bytes uploaded from JavaScript. */
export async function sentBy(
  work: () => void | Promise<void>,
): Promise<{ dispatches: number; uploadedBytes: number }> {
  const sent = { dispatches: 0, uploadedBytes: 0 };
  const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
  const { writeBuffer } = GPUQueue.prototype;
  const { getMappedRange } = GPUBuffer.prototype;
  GPUComputePassEncoder.prototype.dispatchWorkgroups = function (...groups) {
    sent.dispatches++;
    dispatchWorkgroups.apply(this, groups);
  };
  GPUQueue.prototype.writeBuffer = function (...args: Parameters<GPUQueue['writeBuffer']>) {
    sent.uploadedBytes += args[2].byteLength;
    writeBuffer.apply(this, args);
  };
  // tfjs uploads tensors through mapped buffers, and reads them back so too
  GPUBuffer.prototype.getMappedRange = function (...args) {
    if ((this.usage & GPUBufferUsage.MAP_READ) === 0) sent.uploadedBytes += this.size;
    return getMappedRange.apply(this, args);
  };
  try {
    await work();
  } finally {
    Object.assign(GPUComputePassEncoder.prototype, { dispatchWorkgroups });
    Object.assign(GPUQueue.prototype, { writeBuffer });
    Object.assign(GPUBuffer.prototype, { getMappedRange });
  }
  return sent;
}

/** Fails if the device has refused anything so far. */
export async function expectNoFault(): Promise<void> {
  await settleWebgpu();
  expect(webgpuFault()).toBeNull();
}
