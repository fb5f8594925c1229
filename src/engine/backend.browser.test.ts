// Finding and starting backends, with parts of the browser taken away.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { probeCapabilities, startBackend } from './backend';
import { probeWebgpu } from './backends/webgpu';
import { adapter, skipReason } from './testing/webgpu';

const probe = () => probeCapabilities(() => undefined);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('without OffscreenCanvas there is no WebGL, and the reason is told', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  expect(await probe()).toMatchObject({ renderer: null, whyNoWebgl: 'no OffscreenCanvas', wasm: true });
});

test('without WebGL 2 there is no WebGL, and the reason is told', async () => {
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
  expect(await probe()).toMatchObject({ renderer: null, whyNoWebgl: 'no WebGL 2' });
});

test('without WebAssembly there is neither WASM nor SIMD', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(await probe()).toMatchObject({ wasm: false, simd: false });
});

describe('WebGPU', () => {
  test('is waited for only where it may be what runs', async () => {
    const requestAdapter = vi.fn(() => new Promise(() => undefined));
    vi.stubGlobal('navigator', { gpu: { requestAdapter } });
    for (const choice of ['auto', 'wasm', 'webgl', 'cpu'] as const) {
      expect(await probeCapabilities(() => undefined, choice)).toMatchObject({ adapter: null });
    }
    expect(requestAdapter).not.toHaveBeenCalled();
  });

  const withGpu = (gpu: unknown) => {
    vi.stubGlobal('navigator', { gpu });
    return probeWebgpu(() => undefined, 50);
  };

  test('is not there where the browser has none or finds nothing to run it on, and the reason is told', async () => {
    expect(await withGpu(undefined)).toEqual({ adapter: null, whyNoWebgpu: 'this browser has no WebGPU' });
    expect(await withGpu({ requestAdapter: () => Promise.resolve(null) })).toEqual({
      adapter: null,
      whyNoWebgpu: 'this browser found nothing to run it on',
    });
  });

  test('is not waited for where the browser never answers, and a refusal is no error', async () => {
    const never = () => new Promise(() => undefined);
    expect(await withGpu({ requestAdapter: never })).toMatchObject({
      adapter: null,
      whyNoWebgpu: 'the browser did not answer in time',
    });
    const refuse = () => Promise.reject(new Error('not allowed in this worker'));
    expect(await withGpu({ requestAdapter: refuse })).toMatchObject({
      adapter: null,
      whyNoWebgpu: 'not allowed in this worker',
    });
  });

  test.each([
    [{ description: 'NVIDIA GeForce RTX 3060', vendor: 'nvidia' }, 'NVIDIA GeForce RTX 3060', false],
    [{ vendor: 'apple', architecture: 'metal-3' }, 'apple metal-3', false],
    [{ vendor: 'google', architecture: 'swiftshader' }, 'google swiftshader', true],
    [{ vendor: 'microsoft', isFallbackAdapter: true }, 'microsoft', true],
    [{}, 'unknown adapter', false],
  ])('on %o has a name, and is a program or not', async (info, name, software) => {
    const found = await withGpu({ requestAdapter: () => Promise.resolve({ info }) });
    expect(found.adapter).toEqual({ name, software });
  });

  test.skipIf(!adapter)(`of this browser is a program, and says so${skipReason}`, () => {
    expect(adapter).toMatchObject({ software: true, name: expect.stringMatching(/swiftshader/i) as string });
  });
});

test('a backend that does not start gives way to the next, and both names are told', async () => {
  const real = globalThis.fetch.bind(globalThis);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.includes('.wasm') ? Promise.reject(new TypeError('no network')) : real(input, init);
  });
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  const report = await startBackend('wasm', await probe());
  expect(report).toMatchObject({ name: 'cpu', choice: 'wasm', reason: 'wasm did not start' });
  expect(report.detail).toContain('plain JavaScript');
  expect(tf.getBackend()).toBe('cpu');
});

test('this browser renders in software: auto takes WASM with our kernels and names the renderer', async () => {
  const report = await startBackend('auto', await probe());
  expect(report).toMatchObject({ name: 'wasm', choice: 'auto', reason: 'no GPU found' });
  expect(report.detail).toMatch(/SwiftShader.*own kernels are in use/i);
  expect(tf.getBackend()).toBe('wasm');
});

test('the person can choose each backend that is available, one after the other', async () => {
  const { available } = await startBackend('auto', await probe());
  expect(available).toEqual(['webgl', ...(adapter ? ['webgpu'] : []), 'wasm', 'cpu']);
  for (const choice of available) {
    expect(await startBackend(choice, await probe())).toMatchObject({
      name: choice,
      reason: 'chosen by you',
    });
    const sum = tf.add(1, 2);
    expect((await sum.data())[0]).toBe(3);
    sum.dispose();
  }
});
