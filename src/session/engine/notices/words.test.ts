import { divergedText } from './divergence-words';
import { describe, expect, it, test } from 'vitest';
import type { BackendNote, BackendReason, StageMessage } from '../../../core/engine-api/messages';
import type { Failure } from '../../../core/failure';
import { backendNotesText, backendReasonText, failureText, restartedText, stageText } from './words';

test.each<[StageMessage, string]>([
  [{ code: 'stage.measuring-backend', backend: 'webgl' }, 'Measuring which backend is fastest: WebGL'],
  [{ code: 'stage.building-network' }, 'Building the network'],
])('the stage %o reads "%s"', (message, text) => {
  expect(stageText(message)).toBe(text);
});

test.each<[BackendReason, string]>([
  [{ code: 'backend.no-gpu', simd: true }, 'no GPU found'],
  [{ code: 'backend.no-gpu', simd: false }, 'no GPU found, no SIMD'],
  [{ code: 'backend.no-webgl', why: { code: 'absent.no-webgl2' }, simd: false }, 'no WebGL 2, no SIMD'],
  [{ code: 'backend.cannot-run', backend: 'webgpu' }, 'WebGPU cannot run here'],
  [{ code: 'backend.did-not-start', backends: ['webgl', 'wasm'] }, 'WebGL, WASM did not start'],
])('the reason %o reads "%s"', (reason, text) => {
  expect(backendReasonText(reason)).toBe(text);
});

describe('what is known about a backend', () => {
  test.each<[BackendNote, string]>([
    [{ code: 'note.webgl', renderer: 'Apple M2' }, 'Runs on WebGL: Apple M2.'],
    [{ code: 'note.webgl', renderer: '' }, 'Runs on WebGL: unknown renderer.'],
    [
      { code: 'note.webgpu', adapter: 'google swiftshader', software: true },
      'Runs on WebGPU: google swiftshader, which is software, not a graphics card: slow.',
    ],
    [{ code: 'note.wasm', simd: true, renderer: null }, 'Runs in WebAssembly with SIMD on the processor.'],
    [
      { code: 'note.cannot-run', backend: 'webgpu', why: { code: 'absent.error', detail: 'not allowed' } },
      'WebGPU cannot run here: not allowed.',
    ],
    [
      { code: 'note.wasm-kernels', relaxed: true, threads: 2, isolated: true },
      'Hourglass’s own kernels are in use (relaxed SIMD, 2 threads).',
    ],
    [
      { code: 'note.wasm-kernels', relaxed: false, threads: 1, isolated: true },
      'Hourglass’s own kernels are in use (SIMD, 1 thread).',
    ],
  ])('%o reads "%s"', (note, text) => {
    expect(backendNotesText({ notes: [note] })).toBe(text);
  });

  it('tells why there is one core, and why kernels are missing', () => {
    const one: BackendNote = { code: 'note.wasm-kernels', relaxed: true, threads: 1, isolated: false };
    expect(backendNotesText({ notes: [one] })).toContain('headers that threads need');
    const none: BackendNote = {
      code: 'note.no-kernels',
      backend: 'wasm',
      why: { code: 'kernels.tfjs-version', version: '5.0.0' },
    };
    expect(backendNotesText({ notes: [none] })).toMatch(/this is 5\.0\.0.*cannot train convolutional/);
  });

  it('lists what was measured, fastest first, and what took too long', () => {
    const notes: BackendNote[] = [
      { code: 'note.wasm', simd: true, renderer: 'Apple M2' },
      { code: 'note.measured', stepMs: { wasm: 4.4, webgpu: null, webgl: 12.7 } },
    ];
    expect(backendNotesText({ notes })).toMatch(
      /^Runs in WebAssembly.*default network here: WASM 4\.4 ms, WebGL 13 ms, WebGPU timed out\.$/,
    );
  });
});

test.each<[Failure, string]>([
  [
    { code: 'engine.work-refused', backend: 'webgpu', detail: 'too many buffers' },
    'WebGPU refused a piece of the work: too many buffers',
  ],
  [{ code: 'engine.no-backend', tried: ['wasm', 'cpu'] }, 'No backend could be started (tried WASM, CPU).'],
  [
    { code: 'run.other-dataset', runId: '3', dataset: 'quickdraw', others: 'mnist' },
    'Runs side by side share one data set: this one needs “quickdraw”, the others use “mnist”.',
  ],
  [{ code: 'run.diverged', step: 1234 }, 'Training diverged at step 1,234.'],
  [{ code: 'unexpected', detail: 'no room' }, 'no room'],
  [
    { code: 'data.checksum', file: 'test-00.shard' },
    'The data file test-00.shard arrived damaged (its checksum does not match): press Retry; if that does not help, run “npm start” again to prepare the data.',
  ],
])('the failure %o reads "%s"', (failure, text) => {
  expect(failureText(failure)).toBe(text);
});

test('a restart says why, from where and on what', () => {
  expect(restartedText('died', 'same', 1870)).toBe('The engine stopped and was restarted from step 1,870.');
  expect(restartedText('context-lost', 'wasm', 0)).toMatch(/again.* from the beginning on WebAssembly/);
  expect(restartedText('refused', 'cpu', 0)).toContain('plain JavaScript');
});

test('a divergence says where the network is, and what to do when the learning rate cannot fall', () => {
  const diverged = { step: 1234, restoredStep: 1000, cause: 'reconstruction' } as const;
  expect(divergedText(diverged, true).message).toMatch(/step 1,234: the reconstruction loss.*step 1,000/);
  expect(divergedText(diverged, true).detail).not.toContain('clip');
  expect(divergedText(diverged, false).detail).toContain('clip the gradient');
});

test('a loss that is high but finite is not said to have overflowed, and first weights are not called good', () => {
  const { message, detail } = divergedText({ step: 51, restoredStep: 0, cause: 'high-loss' }, true);
  expect(message).toContain('the loss stayed far above its best');
  expect(message).toContain('back at step 0, with the weights it started from');
  expect(detail).not.toContain('overflow');
});

test.each([
  ['dead-hidden', 'a hidden layer is dead'],
  ['dead-code', 'the code is dead'],
  ['dead-output', 'the output is dead'],
] as const)('a dead network is called that: %s', (cause, words) => {
  expect(divergedText({ step: 400, restoredStep: 0, cause }, true).message).toContain(words);
});
