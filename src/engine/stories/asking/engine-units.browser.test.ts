// The engine's answers about units, on the real MNIST data.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type EngineSession } from '../../testing/engine-session';
import { largestDifference } from '../../testing/steps';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

test('a unit is looked at for the sample in focus, also for a drawing, and leaves no tensors behind', async () => {
  const { engine } = session;
  expect(await engine.lookAtUnit('none', { boundary: 1, unit: 0 })).toBeNull();
  const runId = await session.newRun();
  engine.setFocus({ kind: 'sample', index: 7 });
  const snapshot = await session.until(
    'snapshot',
    ({ focus }) => focus.kind === 'sample' && focus.index === 7,
  );
  const tensors = await engine.countTensors();
  const look = await engine.lookAtUnit(runId, { boundary: 2, unit: 1 });
  expect(look).toMatchObject({ runId, step: 0, boundary: 2, unit: 1, focus: { kind: 'sample', index: 7 } });
  expect(look?.values[0]).toBeCloseTo(snapshot.activations[2]?.[1] ?? NaN, 5);
  expect(largestDifference(look?.output ?? [], snapshot.activations.at(-1))).toBeLessThan(1e-6);

  const same = await engine.turnUnit(runId, { boundary: 2, unit: 1 }, { by: 'factor', amount: 1 });
  expect(largestDifference(same?.output ?? [], look?.output ?? [1])).toBeLessThan(1e-6);
  const off = await engine.turnUnit(runId, { boundary: 2, unit: 1 }, { by: 'value', amount: 0 });
  expect(off?.output).toEqual(look?.without);
  expect(largestDifference(off?.output ?? [], look?.output ?? [])).toBeGreaterThan(1e-4);

  engine.setDrawing(1, new Uint8Array(784).fill(90));
  engine.setFocus({ kind: 'drawing' });
  const drawn = await engine.lookAtUnit(runId, { boundary: 2, unit: 1 });
  expect(drawn?.focus).toEqual({ kind: 'drawing' });
  expect(drawn?.values[0]).not.toBeCloseTo(look?.values[0] ?? NaN, 3);
  expect(await engine.countTensors()).toBe(tensors);
});

test('the activations of a layer are those of the whole test set, while the run trains on', async () => {
  const { engine } = session;
  const runId = await session.newRun();
  const shares: number[] = [];
  const layer = await engine.layerActivations(runId, 2, (share) => shares.push(share));
  expect(layer).toMatchObject({ runId, step: 0, boundary: 2, units: 3, count: 10_000 });
  expect(shares.at(-1)).toBe(1);
  const images = await engine.testImages(runId, Uint32Array.of(0, 4321, 9999));
  const codes = (await engine.encode(runId, images ?? new Float32Array()))?.codes ?? [];
  const rows = [0, 4321, 9999].flatMap((row) => [...(layer?.values.subarray(3 * row, 3 * row + 3) ?? [])]);
  expect(largestDifference(rows, codes)).toBeLessThan(1e-5);
  // Hidden and decoding layers too; the input and the output have no units.
  expect(await engine.layerActivations(runId, 3, () => undefined)).toMatchObject({ units: 8, count: 10_000 });
  expect(await engine.layerActivations(runId, 0, () => undefined)).toBeNull();
  expect(await engine.layerActivations(runId, 4, () => undefined)).toBeNull();

  const tensors = await engine.countTensors();
  engine.play(runId);
  const [overtaken, newer] = await Promise.all([
    engine.layerActivations(runId, 1, () => undefined),
    engine.layerActivations(runId, 2, () => undefined),
  ]);
  engine.pause(runId);
  expect(overtaken).toBeNull();
  expect(newer?.values).toHaveLength(30_000);
  expect(await engine.countTensors()).toBe(tensors);
});
