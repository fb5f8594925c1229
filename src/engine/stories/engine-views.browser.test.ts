// The engine's views of a run: drawings, inspected images, the ten of the snapshot; on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, sessionExperiment, type EngineSession } from '../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.engine.dispose());

describe('a drawing', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, i) => (Math.floor(i / 28) % 3 === 0 ? 255 : 0));

  test('is answered during training, with the id it was sent with', async () => {
    const runId = await session.newRun();
    session.engine.play(runId);
    await session.until('progress', ({ step }) => step > 5);
    session.engine.setDrawing(41, pixels);
    session.engine.setDrawing(42, pixels);
    const answer = await session.until('drawing', ({ drawingId }) => drawingId === 42);
    expect(answer.runId).toBe(runId);
    expect(answer.original).toEqual(Float32Array.from(pixels, (byte) => byte / 255));
    expect([answer.reconstructed.length, answer.code.length]).toEqual([784, 3]);
    // It follows the training; a first answer may come again at its step, with its place on the map.
    const later = await session.until('drawing', ({ step }) => step > answer.step);
    expect(later.drawingId).toBe(42);
    session.engine.setDrawing(43, null);
    session.engine.pause(runId);
  });

  test('gets the same noise every time, and has a position on the map', async () => {
    const runId = await session.newRun({ noise: 'gaussian' });
    await session.until('map', (event) => event.runId === runId);
    session.engine.setDrawing(50, pixels);
    const first = await session.until('drawing');
    session.engine.setDrawing(51, pixels);
    const second = await session.until('drawing', ({ drawingId }) => drawingId === 51);
    expect(first.noisy).not.toEqual(first.original);
    expect(second.noisy).toEqual(first.noisy);
    expect(second.point?.every(Number.isFinite)).toBe(true);
    session.engine.setDrawing(52, null);
  });

  test('can be the input of the diagram; without one the first of the ten is', async () => {
    const runId = await session.newRun();
    session.engine.setFocus({ kind: 'drawing' });
    const without = await session.until('snapshot', (event) => event.runId === runId);
    expect(without.focus).toEqual({ kind: 'sample', index: without.indices[0] });
    session.engine.setDrawing(60, pixels);
    const withDrawing = await session.until('snapshot', ({ focus }) => focus.kind === 'drawing');
    expect(withDrawing.activations[0]).toEqual(Float32Array.from(pixels, (byte) => byte / 255));
    session.engine.setDrawing(61, null);
  });

  test('of another size than the samples is ignored', async () => {
    session.engine.setDrawing(70, new Uint8Array(10));
    const runId = await session.newRun();
    await session.until('map', (event) => event.runId === runId);
    expect(session.events.some((event) => event.type === 'drawing' && event.drawingId === 70)).toBe(false);
    session.engine.setDrawing(71, null);
  });
});

describe('test images', () => {
  test('can be inspected: the first of MNIST is a 7', async () => {
    const runId = await session.newRun();
    const from = session.events.length;
    await session.until('map', (event) => event.runId === runId, from);
    const answer = await session.engine.inspect(runId, 0);
    expect(answer).toMatchObject({ runId, step: 0, label: 7 });
    expect(answer?.noisy).toEqual(answer?.original);
    expect([answer?.original.length, answer?.reconstructed.length, answer?.code.length]).toEqual([
      784, 784, 3,
    ]);
    expect(answer?.point?.every(Number.isFinite)).toBe(true);
  });

  test('have the same position on the map as when inspected', async () => {
    const runId = await session.newRun();
    const map = await session.until('map', (event) => event.runId === runId);
    const answer = await session.engine.inspect(runId, 123);
    expect(answer?.point?.[0]).toBeCloseTo(map.points[246] ?? NaN, 4);
    expect(answer?.point?.[1]).toBeCloseTo(map.points[247] ?? NaN, 4);
    expect(answer?.label).toBe(map.labels[123]);
  });

  test.each([-1, 10_000, 0.5, NaN])('index %f is not one', async (index) => {
    const runId = await session.newRun();
    expect(await session.engine.inspect(runId, index)).toBeNull();
  });

  test('ten are shown, one of each class, and others on request', async () => {
    const runId = await session.newRun();
    const first = await session.until('snapshot', (event) => event.runId === runId);
    expect(Array.from(first.labels)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([first.original.length, first.reconstructed.length]).toEqual([7840, 7840]);
    session.engine.showOthers();
    const others = await session.until('snapshot', ({ indices }) => indices.join() !== first.indices.join());
    expect(Array.from(others.labels)).toEqual(Array.from(first.labels));
    expect(others.focus).toEqual({ kind: 'sample', index: others.indices[0] });
  });

  test('any one can be the input of the diagram', async () => {
    const runId = await session.newRun();
    session.engine.setFocus({ kind: 'sample', index: 777 });
    const snapshot = await session.until(
      'snapshot',
      ({ focus }) => focus.kind === 'sample' && focus.index === 777,
    );
    const answer = await session.engine.inspect(runId, 777);
    expect(snapshot.activations.map(({ length }) => length)).toEqual([784, 8, 3, 8, 784]);
    expect(snapshot.activations[0]).toEqual(answer?.original);
    expect(snapshot.activations[4]).toEqual(answer?.reconstructed);
  });
});

test('the first step comes before the views of untrained weights, if they are not there yet', async () => {
  const from = session.events.length;
  const runId = 'at once';
  void session.engine.build(runId, sessionExperiment, null);
  session.engine.play(runId);
  await session.until('snapshot', (event) => event.runId === runId, from);
  const types = session.events.slice(from).map(({ type }) => type);
  expect(types.indexOf('progress')).toBeGreaterThan(-1);
  expect(types.indexOf('progress')).toBeLessThan(types.indexOf('snapshot'));
  session.engine.pause(runId);
});
