// Measuring backends, and how `auto` uses the result when the GPU claims to be real hardware.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { probeCapabilities, startBackend } from './backend';
import { setupFingerprint, type Capabilities } from './backend-choice';
import { measureBackends } from './measure-backends';
import { startForTest } from '../../testing/start-backend';

beforeAll(() => startForTest('wasm'));

const soon = { timed: 0, warmUp: 60_000, start: 60_000 };

describe('measuring', () => {
  test('times each candidate in turn, reports which, and leaks nothing', async () => {
    const before = tf.memory().numTensors;
    const measured: string[] = [];
    const stepMs = await measureBackends(['wasm', 'cpu'], (backend) => measured.push(backend), soon);
    expect(Object.keys(stepMs)).toEqual(['wasm', 'cpu']);
    for (const ms of Object.values(stepMs)) expect(ms).toBeGreaterThan(0);
    expect(measured).toEqual(['wasm', 'cpu']);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('gives up on a backend whose first steps take too long', async () => {
    const before = tf.memory().numTensors;
    expect(await measureBackends(['wasm', 'cpu'], undefined, { ...soon, warmUp: 0 })).toEqual({
      wasm: null,
      cpu: null,
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('skips a backend that does not start in time, but waits for the first', async () => {
    const stepMs = await measureBackends(['wasm', 'cpu'], undefined, { ...soon, start: 0 });
    expect(Object.keys(stepMs)).toEqual(['wasm']);
    expect(tf.getBackend()).toBe('wasm');
  });
});

describe('auto', () => {
  let here: Capabilities;
  let withCard: Capabilities;
  beforeAll(async () => {
    here = await probeCapabilities(() => undefined);
    // SwiftShader under the name of a real GPU
    withCard = { ...here, renderer: 'Some graphics card', adapter: null };
  });

  test('does not measure a single candidate', async () => {
    const onMeasuring = vi.fn();
    expect(await startBackend('auto', here, { onMeasuring })).toMatchObject({ measured: null });
    expect(onMeasuring).not.toHaveBeenCalled();
  });

  test('measures two candidates, takes the fastest, and reports the measurements', async () => {
    const onMeasuring = vi.fn();
    // an earlier visit, when one of the two did not start in time
    const incomplete = {
      of: setupFingerprint(withCard, 'backend.ts', crossOriginIsolated),
      stepMs: { wasm: 5 },
    };
    const report = await startBackend('auto', withCard, { onMeasuring, measurement: incomplete });
    expect(onMeasuring.mock.calls).toEqual([['wasm'], ['webgl']]);
    const { wasm, webgl } = report.measured?.stepMs ?? {};
    if (!wasm || webgl === undefined) throw new Error('only one was measured');
    const fastest = wasm <= (webgl ?? Infinity) ? 'wasm' : 'webgl';
    expect(report).toMatchObject({ name: fastest, choice: 'auto', reason: { code: 'backend.fastest' } });
    expect(report.notes).toContainEqual({ code: 'note.measured', stepMs: report.measured?.stepMs });
    expect(report.measured?.of).toBe(incomplete.of);
  });

  test('reuses the measurement of an earlier visit, unless the setup differs', async () => {
    const onMeasuring = vi.fn();
    const of = setupFingerprint(withCard, 'backend.ts', crossOriginIsolated);
    const kept = { of, stepMs: { wasm: 5, webgl: 2 } };
    const again = await startBackend('auto', withCard, { onMeasuring, measurement: kept });
    expect(again).toMatchObject({ name: 'webgl', reason: { code: 'backend.fastest' }, measured: kept });
    expect(again.notes).toContainEqual({ code: 'note.measured', stepMs: kept.stepMs });
    const unwanted = await startBackend('auto', withCard, { onMeasuring, measurement: 'unwanted' });
    expect(unwanted).toMatchObject({ name: 'webgl', reason: { code: 'backend.gpu' }, measured: null });
    expect(onMeasuring).not.toHaveBeenCalled();
    const elsewhere = { ...kept, of: 'another machine' };
    await startBackend('auto', withCard, { onMeasuring, measurement: elsewhere });
    expect(onMeasuring).toHaveBeenCalledTimes(2);
  });
});
