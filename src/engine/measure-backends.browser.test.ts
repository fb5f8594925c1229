// Measuring backends, and what `auto` makes of it where the graphics card is said to be a real one.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { probeCapabilities, startBackend } from './backend';
import { measuredOn, type Capabilities } from './backend-choice';
import { measureBackends } from './measure-backends';
import { startForTest } from './testing/start-backend';

beforeAll(() => startForTest('wasm'));

const soon = { timed: 0, warmUp: 60_000, start: 60_000 };

describe('measuring', () => {
  test('times steps of each candidate in turn, says which, and leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    const told: string[] = [];
    const stepMs = await measureBackends(['wasm', 'cpu'], (message) => told.push(message), soon);
    expect(Object.keys(stepMs)).toEqual(['wasm', 'cpu']);
    for (const ms of Object.values(stepMs)) expect(ms).toBeGreaterThan(0);
    expect(told).toEqual(['Measuring what is fastest here: WASM', 'Measuring what is fastest here: CPU']);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('gives up a backend whose first steps take too long', async () => {
    const before = tf.memory().numTensors;
    expect(await measureBackends(['wasm', 'cpu'], undefined, { ...soon, warmUp: 0 })).toEqual({
      wasm: null,
      cpu: null,
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('leaves out what does not start in time, but waits for the first', async () => {
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
    // SwiftShader under the name of a graphics card
    withCard = { ...here, renderer: 'Some graphics card', adapter: null };
  });

  test('measures nothing where there is one serious candidate', async () => {
    const onMeasuring = vi.fn();
    expect(await startBackend('auto', here, { onMeasuring })).toMatchObject({ measured: null });
    expect(onMeasuring).not.toHaveBeenCalled();
  });

  test('measures where there are two, keeps the fastest, and says what it measured', async () => {
    const onMeasuring = vi.fn();
    // of an earlier visit on which one of the two did not start in time
    const incomplete = { of: measuredOn(withCard, 'backend.ts', crossOriginIsolated), stepMs: { wasm: 5 } };
    const report = await startBackend('auto', withCard, { onMeasuring, measurement: incomplete });
    expect(onMeasuring).toHaveBeenCalledTimes(2);
    const { wasm, webgl } = report.measured?.stepMs ?? {};
    if (!wasm || webgl === undefined) throw new Error('not both were measured');
    const fastest = wasm <= (webgl ?? Infinity) ? 'wasm' : 'webgl';
    expect(report).toMatchObject({ name: fastest, choice: 'auto', reason: 'fastest here' });
    expect(report.detail).toMatch(
      /Auto measured a training step of the default network here: .*WASM [\d.]+ ms/,
    );
    expect(report.measured?.of).toBe(incomplete.of);
  });

  test('goes by what was measured on an earlier visit, unless that was elsewhere', async () => {
    const onMeasuring = vi.fn();
    const of = measuredOn(withCard, 'backend.ts', crossOriginIsolated);
    const kept = { of, stepMs: { wasm: 5, webgl: 2 } };
    const again = await startBackend('auto', withCard, { onMeasuring, measurement: kept });
    expect(again).toMatchObject({ name: 'webgl', reason: 'fastest here', measured: kept });
    expect(again.detail).toContain('WebGL 2.0 ms, WASM 5.0 ms');
    const unwanted = await startBackend('auto', withCard, { onMeasuring, measurement: 'unwanted' });
    expect(unwanted).toMatchObject({ name: 'webgl', reason: 'GPU', measured: null });
    expect(onMeasuring).not.toHaveBeenCalled();
    const elsewhere = { ...kept, of: 'another machine' };
    await startBackend('auto', withCard, { onMeasuring, measurement: elsewhere });
    expect(onMeasuring).toHaveBeenCalledTimes(2);
  });
});
