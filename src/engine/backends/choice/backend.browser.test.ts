// Probing and starting backends, with parts of the browser removed.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { probeCapabilities, startBackend } from './backend';
import { probeWebgpu } from '../webgpu';
import { adapter, skipReason } from '../../testing/webgpu';

const probe = () => probeCapabilities(() => undefined);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('without OffscreenCanvas there is no WebGL, and the reason says so', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  expect(await probe()).toMatchObject({
    renderer: null,
    whyNoWebgl: { code: 'absent.no-offscreen-canvas' },
    wasm: true,
  });
});

test('without WebGL 2 there is no WebGL, and the reason says so', async () => {
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
  expect(await probe()).toMatchObject({ renderer: null, whyNoWebgl: { code: 'absent.no-webgl2' } });
});

test('without WebAssembly there is neither WASM nor SIMD', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(await probe()).toMatchObject({ wasm: false, simd: false });
});

describe('WebGPU', () => {
  test('is awaited only if it may become the backend', async () => {
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

  test('is missing if the browser lacks it or finds no adapter, and the reason says so', async () => {
    expect(await withGpu(undefined)).toEqual({ adapter: null, whyNoWebgpu: { code: 'absent.no-webgpu' } });
    expect(await withGpu({ requestAdapter: () => Promise.resolve(null) })).toEqual({
      adapter: null,
      whyNoWebgpu: { code: 'absent.no-adapter' },
    });
  });

  test('is not awaited if the browser never answers, and a refusal is not an error', async () => {
    const never = () => new Promise(() => undefined);
    expect(await withGpu({ requestAdapter: never })).toMatchObject({
      adapter: null,
      whyNoWebgpu: { code: 'absent.no-answer' },
    });
    const refuse = () => Promise.reject(new Error('not allowed in this worker'));
    expect(await withGpu({ requestAdapter: refuse })).toMatchObject({
      adapter: null,
      whyNoWebgpu: { code: 'absent.error', detail: 'not allowed in this worker' },
    });
  });

  test.each([
    [{ description: 'NVIDIA GeForce RTX 3060', vendor: 'nvidia' }, 'NVIDIA GeForce RTX 3060', false],
    [{ vendor: 'apple', architecture: 'metal-3' }, 'apple metal-3', false],
    [{ vendor: 'google', architecture: 'swiftshader' }, 'google swiftshader', true],
    [{ vendor: 'microsoft', isFallbackAdapter: true }, 'microsoft', true],
    [{}, '', false],
  ])('on %o has a name if the browser provides one, and is software or not', async (info, name, software) => {
    const found = await withGpu({ requestAdapter: () => Promise.resolve({ info }) });
    expect(found.adapter).toEqual({ name, software });
  });

  test.skipIf(!adapter)(`of this browser is software, and says so${skipReason}`, () => {
    expect(adapter).toMatchObject({ software: true, name: expect.stringMatching(/swiftshader/i) as string });
  });
});

test('when a backend does not start the next one does, and the report names both', async () => {
  const real = globalThis.fetch.bind(globalThis);
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.includes('.wasm') ? Promise.reject(new TypeError('no network')) : real(input, init);
  });
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  const report = await startBackend('wasm', await probe());
  expect(report).toMatchObject({
    name: 'cpu',
    choice: 'wasm',
    reason: { code: 'backend.did-not-start', backends: ['wasm'] },
  });
  expect(report.notes).toEqual([{ code: 'note.cpu' }]);
  expect(tf.getBackend()).toBe('cpu');
});

test('with software rendering auto takes WASM with our kernels and names the renderer', async () => {
  const report = await startBackend('auto', await probe());
  expect(report).toMatchObject({
    name: 'wasm',
    choice: 'auto',
    reason: { code: 'backend.no-gpu', simd: true },
  });
  expect(report.notes).toMatchObject([
    { code: 'note.wasm', renderer: expect.stringMatching(/SwiftShader/i) as string },
    { code: 'note.wasm-kernels' },
  ]);
  expect(tf.getBackend()).toBe('wasm');
});

test('each available backend can be chosen in turn', async () => {
  const { available } = await startBackend('auto', await probe());
  expect(available).toEqual(['webgl', ...(adapter ? ['webgpu'] : []), 'wasm', 'cpu']);
  for (const choice of available) {
    expect(await startBackend(choice, await probe())).toMatchObject({
      name: choice,
      reason: { code: 'backend.chosen' },
    });
    const sum = tf.add(1, 2);
    expect((await sum.data())[0]).toBe(3);
    sum.dispose();
  }
});
