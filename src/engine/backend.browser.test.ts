// Finding and starting backends, with parts of the browser taken away.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { probeCapabilities, startBackend } from './backend';

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
  expect(available).toEqual(['webgl', 'wasm', 'cpu']);
  for (const choice of available) {
    expect(await startBackend(choice, await probe())).toMatchObject({
      name: choice,
      reason: 'chosen by you',
    });
    expect(tf.tidy(() => tf.add(1, 2).dataSync()[0])).toBe(3);
  }
});
