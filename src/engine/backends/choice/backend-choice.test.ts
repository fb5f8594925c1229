import { describe, expect, test } from 'vitest';
import {
  availableBackends,
  decideBackend,
  setupFingerprint,
  seriousCandidates,
  type Capabilities,
} from './backend-choice';

const laptop: Capabilities = {
  renderer: 'Apple M2',
  whyNoWebgl: null,
  adapter: null,
  whyNoWebgpu: { code: 'absent.no-webgpu' },
  wasm: true,
  simd: true,
};
const noWebgl2 = { code: 'absent.no-webgl2' } as const;
const card = { name: 'apple metal-3', software: false };
const swiftShader =
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)';

describe('auto', () => {
  const auto = (change: Partial<Capabilities>) => decideBackend('auto', { ...laptop, ...change });

  test('takes WebGL on real hardware, with or without WASM', () => {
    expect(auto({})).toMatchObject({ name: 'webgl', reason: { code: 'backend.gpu' } });
    expect(auto({ wasm: false, simd: false }).name).toBe('webgl');
  });

  test('takes WASM when rendering is done in software, and names the renderer', () => {
    expect(auto({ renderer: swiftShader })).toEqual({
      name: 'wasm',
      reason: { code: 'backend.no-gpu', simd: true },
      notes: [{ code: 'note.wasm', simd: true, renderer: swiftShader }],
    });
  });

  test('takes WASM without WebGL, and says why WebGL is missing', () => {
    const why = { code: 'absent.no-offscreen-canvas' } as const;
    expect(auto({ renderer: null, whyNoWebgl: why })).toMatchObject({
      name: 'wasm',
      reason: { code: 'backend.no-webgl', why, simd: true },
    });
  });

  test('takes WebGPU on real hardware if WebGL is in software, and never a software adapter', () => {
    expect(auto({ renderer: swiftShader, adapter: card })).toMatchObject({
      name: 'webgpu',
      reason: { code: 'backend.gpu' },
    });
    expect(auto({ adapter: card }).name).toBe('webgl');
    const program = { name: 'google swiftshader', software: true };
    expect(auto({ renderer: null, whyNoWebgl: noWebgl2, adapter: program }).name).toBe('wasm');
  });

  test('says when WASM runs without SIMD', () => {
    expect(auto({ renderer: null, whyNoWebgl: noWebgl2, simd: false })).toEqual({
      name: 'wasm',
      reason: { code: 'backend.no-webgl', why: noWebgl2, simd: false },
      notes: [{ code: 'note.wasm', simd: false, renderer: null }],
    });
  });

  test('takes plain JavaScript last', () => {
    expect(auto({ renderer: swiftShader, wasm: false, simd: false })).toMatchObject({
      name: 'cpu',
      reason: { code: 'backend.no-wasm' },
    });
  });
});

describe('auto with a measurement', () => {
  const capabilities = { ...laptop, adapter: card };
  const measured = (stepMs: Record<string, number | null>) =>
    decideBackend('auto', capabilities, { of: 'this machine', stepMs });

  test('takes the fastest, and reports the measurements', () => {
    const stepMs = { wasm: 4.4, webgl: 6.08, webgpu: 12.7 };
    expect(measured(stepMs)).toEqual({
      name: 'wasm',
      reason: { code: 'backend.fastest' },
      notes: [
        { code: 'note.wasm', simd: true, renderer: 'Apple M2' },
        { code: 'note.measured', stepMs },
      ],
    });
    expect(measured({ wasm: 4.4, webgl: 6.1, webgpu: 1.2 }).name).toBe('webgpu');
  });

  test('never takes a backend that failed the measurement', () => {
    expect(measured({ wasm: 900, webgl: null }).name).toBe('wasm');
    expect(measured({ wasm: null, webgl: null })).toMatchObject({
      name: 'webgl',
      reason: { code: 'backend.gpu' },
    });
  });

  test('never takes a backend that this browser cannot run', () => {
    const stepMs = { webgpu: 1, wasm: 5 };
    expect(decideBackend('auto', laptop, { of: 'this machine', stepMs }).name).toBe('wasm');
  });
});

describe('the candidates worth measuring', () => {
  test('are WASM and the backends on real hardware, the quickest to start first', () => {
    expect(seriousCandidates({ ...laptop, adapter: card })).toEqual(['wasm', 'webgl', 'webgpu']);
    expect(seriousCandidates(laptop)).toEqual(['wasm', 'webgl']);
  });

  test('are only WASM with software rendering, so nothing is measured', () => {
    const adapter = { name: 'google swiftshader', software: true };
    expect(seriousCandidates({ ...laptop, renderer: swiftShader, adapter })).toEqual(['wasm']);
  });

  test('are measured again after a change of version, GPU or WASM features', () => {
    const others = [
      setupFingerprint(laptop, 'worker-1.js', true),
      setupFingerprint(laptop, 'worker-2.js', true),
      setupFingerprint(laptop, 'worker-1.js', false),
      setupFingerprint({ ...laptop, renderer: 'Apple M3' }, 'worker-1.js', true),
      setupFingerprint({ ...laptop, adapter: card }, 'worker-1.js', true),
      setupFingerprint({ ...laptop, simd: false }, 'worker-1.js', true),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});

describe("a person's choice", () => {
  test.each(['webgl', 'webgpu', 'wasm', 'cpu'] as const)('of %s is respected if it can run', (name) => {
    expect(decideBackend(name, { ...laptop, adapter: card })).toMatchObject({
      name,
      reason: { code: 'backend.chosen' },
    });
  });

  test('of WebGL is respected on a software renderer too', () => {
    expect(decideBackend('webgl', { ...laptop, renderer: swiftShader }).name).toBe('webgl');
  });

  test('of WebGPU on a software adapter is respected, and noted', () => {
    const adapter = { name: 'google swiftshader', software: true };
    expect(decideBackend('webgpu', { ...laptop, adapter })).toMatchObject({
      name: 'webgpu',
      notes: [{ code: 'note.webgpu', adapter: 'google swiftshader', software: true }],
    });
  });

  test('of a backend that cannot run falls back as auto would, and says so', () => {
    const noWebgl = { ...laptop, renderer: null, whyNoWebgl: noWebgl2 };
    expect(decideBackend('webgl', noWebgl)).toMatchObject({
      name: 'wasm',
      reason: { code: 'backend.cannot-run', backend: 'webgl' },
    });
    const noWasm = { ...laptop, wasm: false, simd: false };
    expect(decideBackend('wasm', noWasm)).toMatchObject({
      name: 'webgl',
      notes: [{ code: 'note.cannot-run', backend: 'wasm', why: { code: 'absent.no-wasm' } }, {}],
    });
    expect(decideBackend('webgpu', laptop)).toEqual({
      name: 'webgl',
      reason: { code: 'backend.cannot-run', backend: 'webgpu' },
      notes: [
        { code: 'note.cannot-run', backend: 'webgpu', why: { code: 'absent.no-webgpu' } },
        { code: 'note.webgl', renderer: 'Apple M2' },
      ],
    });
  });
});

test('the available backends start with those on the GPU, and always include plain JavaScript', () => {
  expect(availableBackends({ ...laptop, adapter: card })).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
  expect(availableBackends(laptop)).toEqual(['webgl', 'wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null })).toEqual(['wasm', 'cpu']);
  expect(availableBackends({ ...laptop, renderer: null, wasm: false })).toEqual(['cpu']);
});
