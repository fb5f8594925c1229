import { describe, expect, test } from 'vitest';
import { availableBackends, decideBackend, isSoftwareRenderer, type Capabilities } from './backend-choice';

const laptop: Capabilities = { renderer: 'Apple M2', whyNoWebgl: '', wasm: true, simd: true };
const swiftShader =
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)';

describe('a renderer', () => {
  test.each([
    swiftShader,
    'Google SwiftShader',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'Mesa softpipe',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple Software Renderer',
  ])('%s is a program, not a graphics card', (renderer) => {
    expect(isSoftwareRenderer(renderer)).toBe(true);
  });

  test.each([
    'Apple M2',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'Adreno (TM) 640',
    'Mali-G78',
    'unknown renderer',
  ])('%s is a graphics card', (renderer) => {
    expect(isSoftwareRenderer(renderer)).toBe(false);
  });
});

describe('auto', () => {
  const auto = (change: Partial<Capabilities>) => decideBackend('auto', { ...laptop, ...change });

  test('takes WebGL on real hardware, with or without WASM', () => {
    expect(auto({})).toMatchObject({ name: 'webgl', reason: 'GPU' });
    expect(auto({ wasm: false, simd: false }).name).toBe('webgl');
  });

  test('takes WASM when the renderer is software, and names the renderer', () => {
    const decision = auto({ renderer: swiftShader });
    expect(decision).toMatchObject({ name: 'wasm', reason: 'no GPU found' });
    expect(decision.detail).toContain('SwiftShader');
  });

  test('takes WASM without WebGL and says why there is none', () => {
    expect(auto({ renderer: null, whyNoWebgl: 'no OffscreenCanvas' })).toMatchObject({
      name: 'wasm',
      reason: 'no OffscreenCanvas',
    });
  });

  test('says when WASM runs without SIMD', () => {
    const decision = auto({ renderer: null, whyNoWebgl: 'no WebGL 2', simd: false });
    expect(decision).toMatchObject({ name: 'wasm', reason: 'no WebGL 2, no SIMD' });
    expect(decision.detail).toContain('without SIMD');
  });

  test('takes plain JavaScript last', () => {
    expect(auto({ renderer: swiftShader, wasm: false, simd: false })).toMatchObject({
      name: 'cpu',
      reason: 'no WebAssembly',
    });
  });
});

describe('a choice of the person', () => {
  test.each(['webgl', 'wasm', 'cpu'] as const)('%s is followed where it can run', (name) => {
    expect(decideBackend(name, laptop)).toMatchObject({ name, reason: 'chosen by you' });
  });

  test('of WebGL is followed on a software renderer too', () => {
    expect(decideBackend('webgl', { ...laptop, renderer: swiftShader }).name).toBe('webgl');
  });

  test('that cannot run falls back as auto would, and says so', () => {
    const noWebgl = { ...laptop, renderer: null, whyNoWebgl: 'no WebGL 2' };
    expect(decideBackend('webgl', noWebgl)).toMatchObject({ name: 'wasm', reason: 'WebGL cannot run here' });
    const noWasm = { ...laptop, wasm: false, simd: false };
    expect(decideBackend('wasm', noWasm)).toMatchObject({ name: 'webgl', reason: 'WASM cannot run here' });
  });
});

test('the backends that can run are listed fastest first, plain JavaScript always among them', () => {
  expect(availableBackends(laptop)).toEqual(['webgl', 'wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null })).toEqual(['wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null, wasm: false })).toEqual(['cpu']);
});
