import { describe, expect, test } from 'vitest';
import {
  availableBackends,
  decideBackend,
  isSoftwareRenderer,
  measuredOn,
  seriousCandidates,
  type Capabilities,
} from './backend-choice';

const laptop: Capabilities = {
  renderer: 'Apple M2',
  whyNoWebgl: '',
  adapter: null,
  whyNoWebgpu: 'this browser has no WebGPU',
  wasm: true,
  simd: true,
};
const card = { name: 'apple metal-3', software: false };
const swiftShader =
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)';

describe('a renderer', () => {
  test.each([
    swiftShader,
    'Google SwiftShader',
    'google swiftshader',
    'lavapipe',
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

  test('takes WebGPU on real hardware where there is no such WebGL, and never a program', () => {
    expect(auto({ renderer: swiftShader, adapter: card })).toMatchObject({ name: 'webgpu', reason: 'GPU' });
    expect(auto({ adapter: card }).name).toBe('webgl');
    const program = { name: 'google swiftshader', software: true };
    expect(auto({ renderer: null, whyNoWebgl: 'no WebGL 2', adapter: program }).name).toBe('wasm');
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

describe('auto with a measurement', () => {
  const capabilities = { ...laptop, adapter: card };
  const measured = (stepMs: Record<string, number | null>) =>
    decideBackend('auto', capabilities, { of: 'this machine', stepMs });

  test('takes the fastest, and tells what was measured, fastest first', () => {
    const decision = measured({ wasm: 4.4, webgl: 6.08, webgpu: 12.7 });
    expect(decision).toMatchObject({ name: 'wasm', reason: 'fastest here' });
    expect(decision.detail).toMatch(
      /^Runs in WebAssembly.*default network here: WASM 4\.4 ms, WebGL 6\.1 ms, WebGPU 13 ms\.$/,
    );
    expect(measured({ wasm: 4.4, webgl: 6.1, webgpu: 1.2 }).name).toBe('webgpu');
  });

  test('takes none that was given up, whatever the others took', () => {
    const decision = measured({ wasm: 900, webgl: null });
    expect(decision.name).toBe('wasm');
    expect(decision.detail).toContain('WASM 900 ms, WebGL was given up.');
    expect(measured({ wasm: null, webgl: null })).toMatchObject({ name: 'webgl', reason: 'GPU' });
  });

  test('takes none that this browser cannot run', () => {
    const stepMs = { webgpu: 1, wasm: 5 };
    expect(decideBackend('auto', laptop, { of: 'this machine', stepMs }).name).toBe('wasm');
  });
});

describe('the candidates worth measuring', () => {
  test('are WASM and what runs on real hardware, the quickest to start first', () => {
    expect(seriousCandidates({ ...laptop, adapter: card })).toEqual(['wasm', 'webgl', 'webgpu']);
    expect(seriousCandidates(laptop)).toEqual(['wasm', 'webgl']);
  });

  test('are WASM alone where graphics are drawn by programs: there is nothing to measure', () => {
    const adapter = { name: 'google swiftshader', software: true };
    expect(seriousCandidates({ ...laptop, renderer: swiftShader, adapter })).toEqual(['wasm']);
  });

  test('are measured anew with another version, graphics card, or what WASM can do', () => {
    const others = [
      measuredOn(laptop, 'worker-1.js', true),
      measuredOn(laptop, 'worker-2.js', true),
      measuredOn(laptop, 'worker-1.js', false),
      measuredOn({ ...laptop, renderer: 'Apple M3' }, 'worker-1.js', true),
      measuredOn({ ...laptop, adapter: card }, 'worker-1.js', true),
      measuredOn({ ...laptop, simd: false }, 'worker-1.js', true),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});

describe('a choice of the person', () => {
  test.each(['webgl', 'webgpu', 'wasm', 'cpu'] as const)('%s is followed where it can run', (name) => {
    expect(decideBackend(name, { ...laptop, adapter: card })).toMatchObject({
      name,
      reason: 'chosen by you',
    });
  });

  test('of WebGL is followed on a software renderer too', () => {
    expect(decideBackend('webgl', { ...laptop, renderer: swiftShader }).name).toBe('webgl');
  });

  test('of WebGPU without a graphics card is followed too, and it is said that a program computes', () => {
    const adapter = { name: 'google swiftshader', software: true };
    const decision = decideBackend('webgpu', { ...laptop, adapter });
    expect(decision.name).toBe('webgpu');
    expect(decision.detail).toBe(
      'Runs on WebGPU: google swiftshader, a program and not a graphics card: slow.',
    );
  });

  test('that cannot run falls back as auto would, and says so', () => {
    const noWebgl = { ...laptop, renderer: null, whyNoWebgl: 'no WebGL 2' };
    expect(decideBackend('webgl', noWebgl)).toMatchObject({ name: 'wasm', reason: 'WebGL cannot run here' });
    const noWasm = { ...laptop, wasm: false, simd: false };
    expect(decideBackend('wasm', noWasm)).toMatchObject({ name: 'webgl', reason: 'WASM cannot run here' });
    const decision = decideBackend('webgpu', laptop);
    expect(decision).toMatchObject({ name: 'webgl', reason: 'WebGPU cannot run here' });
    expect(decision.detail).toContain('WebGPU cannot run here: this browser has no WebGPU.');
  });
});

test('the backends that can run are listed graphics cards first, plain JavaScript always among them', () => {
  expect(availableBackends({ ...laptop, adapter: card })).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  expect(availableBackends(laptop)).toEqual(['webgl', 'wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null })).toEqual(['wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null, wasm: false })).toEqual(['cpu']);
});
