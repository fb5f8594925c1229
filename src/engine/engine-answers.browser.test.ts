// What the engine answers to questions about codes and images, and the codes it sends; on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meanSquaredError } from '../core/squared-error';
import { openSession, type EngineSession } from './testing/engine-session';
import { largestDifference } from './testing/steps';

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  let session: EngineSession;
  beforeAll(async () => {
    session = await openSession(backend);
    session.engine.setSeen([]);
  });
  afterAll(() => session.engine.dispose());

  test('there is nothing to ask before the first run', async () => {
    expect(await session.engine.decode(new Float32Array(3))).toBeNull();
    expect(await session.engine.testImages(new Uint32Array(1))).toBeNull();
  });

  test('an image encoded and decoded is the reconstruction that the views show, at the step that is named', async () => {
    const runId = await session.newRun({ batchSize: 16 });
    const from = session.events.length;
    const step = await session.trainTo(runId, 2);
    const snapshot = await session.until('snapshot', (event) => event.step === step, from);
    const images = await session.engine.testImages(snapshot.indices);
    expect(images).toEqual(snapshot.original);
    const encoded = await session.engine.encode(images ?? new Float32Array());
    expect(encoded).toMatchObject({ runId, step });
    expect(largestDifference(encoded?.codes ?? [], snapshot.codes)).toBeLessThan(1e-5);
    const decoded = await session.engine.decode(snapshot.codes);
    expect(decoded).toMatchObject({ runId, step });
    expect(largestDifference(decoded?.images ?? [], snapshot.reconstructed)).toBeLessThan(1e-5);
  });

  test('a decoded grid holds at each place what the same code alone decodes to, beyond one piece too', async () => {
    const grid = Float32Array.from({ length: 300 * 3 }, (_, i) => Math.sin(i));
    const tensors = await session.engine.countTensors();
    const whole = await session.engine.decode(grid);
    expect(whole?.images).toHaveLength(300 * 784);
    for (const place of [0, 249, 250, 299]) {
      const alone = await session.engine.decode(grid.slice(place * 3, place * 3 + 3));
      const there = whole?.images.subarray(place * 784, (place + 1) * 784) ?? [];
      expect(largestDifference(alone?.images ?? [], there)).toBeLessThan(1e-5);
    }
    expect(await session.engine.countTensors()).toBe(tensors);
  });

  test('codes that do not divide into rows get no answer, and the run goes on', async () => {
    expect(await session.engine.decode(new Float32Array(4))).toBeNull();
    expect(await session.engine.encode(new Float32Array(100))).toBeNull();
    expect(await session.engine.decode(new Float32Array(3))).not.toBeNull();
  });
});

describe('the codes of the test images', () => {
  let session: EngineSession;
  beforeAll(async () => {
    session = await openSession('wasm');
    session.engine.setSeen([]);
  });
  afterAll(() => session.engine.dispose());

  test('are sent once somebody looks at them, with the error of every image and the plane of the map', async () => {
    const runId = await session.newRun({ noise: 'gaussian', noiseLevel: 0.3 });
    await session.until('evaluation', ({ scope }) => scope === 'all');
    expect(session.events.some(({ type }) => type === 'codes')).toBe(false);
    session.engine.setSeen(['codes']);
    const map = session.until('map');
    const evaluation = session.until('evaluation', ({ scope }) => scope === 'all');
    const { codes, codeSize, errors, labels, plane } = await session.until('codes');
    expect([codes.length, codeSize, errors.length]).toEqual([30_000, 3, 10_000]);
    expect(labels).toEqual((await map).labels);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(mean).toBeCloseTo((await evaluation).mse, 5);
    const passage = await session.engine.inspect(7);
    expect(passage?.runId).toBe(runId);
    expect(errors[7]).toBeCloseTo(
      meanSquaredError(passage?.reconstructed ?? new Float32Array(), passage?.original ?? new Float32Array()),
      5,
    );
    // A code lies where its plane says, as far as a plane can say it: its offset from there is at right angles to both axes.
    const { points } = await map;
    const offset = Float32Array.from(
      { length: 3 },
      (_, i) =>
        (codes[i] ?? 0) -
        (plane.mean[i] ?? 0) -
        (points[0] ?? 0) * (plane.vectors[0][i] ?? 0) -
        (points[1] ?? 0) * (plane.vectors[1][i] ?? 0),
    );
    for (const vector of plane.vectors) {
      expect(Math.abs(vector.reduce((sum, value, i) => sum + value * (offset[i] ?? 0), 0))).toBeLessThan(
        1e-4,
      );
    }
  });

  test('of a code of two lie in the plane itself', async () => {
    session.engine.setSeen(['codes']);
    await session.newRun({ codeSize: 2 });
    const map = session.until('map');
    const { codes, plane } = await session.until('codes', ({ codeSize }) => codeSize === 2);
    expect(codes).toEqual((await map).points);
    expect(plane.vectors).toEqual([Float32Array.of(1, 0), Float32Array.of(0, 1)]);
  });

  test('training images come with their classes, no more than there are', async () => {
    const some = await session.engine.encodeTraining(500);
    expect([some?.codes.length, some?.labels.length]).toEqual([1000, 500]);
    expect(new Set(some?.labels).size).toBe(10);
  });
});
