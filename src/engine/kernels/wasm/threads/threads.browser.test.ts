// Threads: the same bits as one thread, however often and whichever is faster; they start and stop with the backend.
import * as tf from '@tensorflow/tfjs-core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { helperActivity, installWasmKernels, uninstallWasmKernels } from '../install';
import { canShareMemory, SharedMemoryBackend, useSharedMemory } from './shared-backend';
import { allIdle, tryThreads, type TrialResult } from '../testing/thread-trial';
import { startSharedWasmBackend, startWasmBackend } from '../testing/wasm-test-backend';

afterEach(() => {
  uninstallWasmKernels();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** 3 = 1 + 2, through the installed product. */
function three(): number | undefined {
  return tf.tidy(() => tf.matMul(tf.tensor2d([1, 2], [1, 2]), tf.ones([2, 1])).dataSync()[0]);
}

/** Enough columns for two threads. */
function work(): void {
  tf.tidy(() => tf.matMul(tf.ones([100, 200]), tf.ones([200, 100])));
}

test('the page of these tests is isolated, so that memory can be shared', async () => {
  expect(crossOriginIsolated).toBe(true);
  expect(await canShareMemory()).toBe(true);
});

describe('the results are those of one thread, bit by bit', () => {
  const rounds = 12;
  test.each([2, 8])('in the page, on %i threads', async (threads) => {
    const { different, compared, helped } = await tryThreads(threads, rounds);
    expect(different).toBe(0);
    expect(compared).toBeGreaterThan(rounds * 60);
    expect(helped).toBeGreaterThan(0);
  });

  test.each([2, 4])('in a worker, on %i threads', async (threads) => {
    const worker = new Worker(new URL('../testing/thread-trial-worker.ts', import.meta.url), {
      type: 'module',
    });
    const result = await new Promise<TrialResult>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<TrialResult>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ threads, rounds });
    });
    worker.terminate();
    expect(result.different).toBe(0);
    expect(result.compared).toBeGreaterThan(rounds * 60);
    expect(result.helped).toBeGreaterThan(0);
  });
});

test('work starts before the helpers are ready, and continues after they have stopped', async () => {
  await startSharedWasmBackend();
  await installWasmKernels(undefined, 3, true);
  expect(helperActivity().idle).toBe(0);
  expect(three()).toBe(3);
  // Not ready yet: they find this pool closed and a new one in its place.
  uninstallWasmKernels();
  expect(await installWasmKernels(undefined, 2, true)).toMatchObject({ installed: true, threads: 2 });
  expect(three()).toBe(3);
  await allIdle(1);
  while (helperActivity().chunksDone === 0) work();
  uninstallWasmKernels();
  expect(three()).toBe(3);
  work();
});

test('one thread is used if one is requested', async () => {
  await startSharedWasmBackend();
  const report = await installWasmKernels(undefined, 1);
  expect(report).toMatchObject({ installed: true });
  expect(report).not.toHaveProperty('threads');
  expect(three()).toBe(3);
});

test('by default there is one thread per core, and the report says how many', async () => {
  await startSharedWasmBackend();
  const report = await installWasmKernels();
  const threads = Math.min(navigator.hardwareConcurrency, 8);
  expect(report).toMatchObject({ installed: true, ...(threads > 1 && { threads }) });
});

test('the helpers stop with the backend, and new ones start with the next', async () => {
  await startSharedWasmBackend();
  await installWasmKernels(undefined, 3, true);
  await allIdle(2);
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const factory = tf.findBackendFactory('wasm');
  tf.removeBackend('wasm');
  expect(terminate).toHaveBeenCalledTimes(2);
  tf.registerBackend('wasm', factory);
  await tf.setBackend('wasm');
  expect(tf.backend()).toBeInstanceOf(SharedMemoryBackend);
  expect(await installWasmKernels(undefined, 3, true)).toMatchObject({ installed: true, threads: 3 });
  await allIdle(2);
  while (helperActivity().chunksDone === 0) work();
  expect(three()).toBe(3);
});

test('switching to another backend and back keeps the helpers', async () => {
  await startSharedWasmBackend();
  await installWasmKernels(undefined, 2, true);
  await allIdle(1);
  const backend = tf.backend();
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  expect(three()).toBe(3);
  useSharedMemory();
  await tf.setBackend('wasm');
  expect(tf.backend()).toBe(backend);
  expect(helperActivity().idle).toBe(1);
  expect(three()).toBe(3);
});

describe('WASM starts on one thread, as tfjs does,', () => {
  /** The backend that starts when sharing is requested. */
  async function startSharing(): Promise<tf.KernelBackend> {
    await startWasmBackend();
    useSharedMemory();
    await tf.setBackend('wasm');
    const backend = tf.backend();
    expect(await installWasmKernels(undefined, 2)).not.toHaveProperty('threads');
    expect(three()).toBe(3);
    return backend;
  }

  test('when the page is not isolated', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    const backend = await startSharing();
    expect(backend).toBeInstanceOf(BackendWasm);
    expect(backend).not.toBeInstanceOf(SharedMemoryBackend);
  });

  test('when a shared memory cannot be reserved', async () => {
    vi.spyOn(console, 'info').mockReturnValue();
    const { Memory } = WebAssembly;
    vi.spyOn(WebAssembly, 'Memory').mockImplementation(function (limits) {
      if (limits.shared) throw new RangeError('no room');
      return new Memory(limits);
    });
    expect(await startSharing()).not.toBeInstanceOf(SharedMemoryBackend);
  });
});
