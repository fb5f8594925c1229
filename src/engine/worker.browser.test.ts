// The engine in a real worker, behind comlink.
import { proxy, wrap } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import type { TrainingEvent } from '../core/engine-api/events';
import type { EngineApi } from '../core/engine-api/running';
import { pageUrl, sessionExperiment } from './testing/engine-session';

let worker: Worker | undefined;
afterEach(() => worker?.terminate());

function startWorker() {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const engine = wrap<EngineApi>(worker);
  const events: TrainingEvent[] = [];
  let listener: () => void = () => undefined;
  const onEvent = proxy((event: TrainingEvent) => {
    events.push(event);
    listener();
  });
  const until = (type: TrainingEvent['type']) =>
    new Promise<TrainingEvent>((resolve) => {
      listener = () => {
        const found = events.find((event) => event.type === type);
        if (found) resolve(found);
      };
      listener();
    });
  return { engine, events, until, onEvent };
}

test('a run is opened, built, shown and stepped through the real worker', async () => {
  const { engine, until, onEvent } = startWorker();
  const report = await engine.open({ backend: 'wasm', baseUrl: pageUrl, lifeLock: 'worker-test-1' }, onEvent);
  expect(report).toMatchObject({ name: 'wasm' });
  expect(report.notes.map(({ code }) => code)).toContain('note.wasm-kernels');
  await engine.build('1', sessionExperiment, null);
  expect(await until('map')).toMatchObject({ runId: '1', step: 0, points: { length: 20_000 } });
  await engine.step('1');
  expect(await until('paused')).toMatchObject({ runId: '1', step: 1, reason: 'stepped' });
  expect(await until('progress')).toMatchObject({ step: 1, trainLosses: { length: 1 } });
  expect(await engine.inspect('1', 0)).toMatchObject({ label: 7, step: 1 });
});

test('WebGL runs in the worker on an OffscreenCanvas', async () => {
  const { engine, until, onEvent } = startWorker();
  const report = await engine.open(
    { backend: 'webgl', baseUrl: pageUrl, lifeLock: 'worker-test-2' },
    onEvent,
  );
  expect(report).toMatchObject({ name: 'webgl' });
  await engine.build('1', sessionExperiment, null);
  await engine.step('1');
  expect(await until('paused')).toMatchObject({ step: 1 });
});

test('the worker holds the lock that proves it is alive until it ends', async () => {
  const { engine, onEvent } = startWorker();
  await engine.open({ backend: 'cpu', baseUrl: pageUrl, lifeLock: 'worker-test-3' }, onEvent);
  const held = async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'worker-test-3');
  expect(await held()).toBe(true);
  const ended = navigator.locks.request('worker-test-3', () => true);
  worker?.terminate();
  expect(await ended).toBe(true);
});
