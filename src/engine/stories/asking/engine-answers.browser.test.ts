// The engine's answers to questions about codes and images, and the codes it sends; on the real MNIST data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawFrom, fitGaussian } from '../../../core/latent/fitted-gaussian';
import { meanSquaredError } from '../../../core/pca/squared-error';
import { openSession, type EngineSession } from '../../testing/engine-session';
import { largestDifference } from '../../testing/steps';

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  let session: EngineSession;
  beforeAll(async () => {
    session = await openSession(backend);
    session.engine.setSeen([]);
  });
  afterAll(() => session.engine.dispose());

  test('there is nothing to ask before the first run', async () => {
    expect(await session.engine.decode('none', new Float32Array(3))).toBeNull();
    expect(await session.engine.testImages('none', new Uint32Array(1))).toBeNull();
  });

  test('encoding and decoding an image gives the reconstruction in the views at the stated step', async () => {
    const runId = await session.newRun({ batchSize: 16 });
    const from = session.events.length;
    const step = await session.trainTo(runId, 2);
    const snapshot = await session.until('snapshot', (event) => event.step === step, from);
    const images = await session.engine.testImages(runId, snapshot.indices);
    expect(images).toEqual(snapshot.original);
    const encoded = await session.engine.encode(runId, images ?? new Float32Array());
    expect(encoded).toMatchObject({ runId, step });
    expect(largestDifference(encoded?.codes ?? [], snapshot.codes)).toBeLessThan(1e-5);
    const decoded = await session.engine.decode(runId, snapshot.codes);
    expect(decoded).toMatchObject({ runId, step });
    expect(largestDifference(decoded?.images ?? [], snapshot.reconstructed)).toBeLessThan(1e-5);
  });

  test('a map of chosen test images has the points of their codes in the order asked for, and their classes', async () => {
    const indices = Uint32Array.of(9999, 3, 500, 42);
    expect(await session.engine.mapTestImages('none', indices)).toBeNull();
    const runId = await session.newRun({ codeSize: 2 });
    await session.until('snapshot', (event) => event.runId === runId);
    const tensors = await session.engine.countTensors();
    const map = await session.engine.mapTestImages(runId, indices);
    const images = await session.engine.testImages(runId, indices);
    const encoded = await session.engine.encode(runId, images ?? new Float32Array());
    expect(map).toMatchObject({ runId, axes: 'code', explained: null });
    expect(largestDifference(map?.points ?? [], encoded?.codes ?? [1])).toBeLessThan(1e-5);
    const shown = await Promise.all([...indices].map((index) => session.engine.inspect(runId, index)));
    expect([...(map?.labels ?? [])]).toEqual(shown.map((one) => one?.label));
    expect(await session.engine.countTensors()).toBe(tensors);
  });

  test('decoding a grid gives the same images as decoding its codes one by one, across chunks too', async () => {
    const runId = await session.newRun();
    const grid = Float32Array.from({ length: 300 * 3 }, (_, i) => Math.sin(i));
    const tensors = await session.engine.countTensors();
    const whole = await session.engine.decode(runId, grid);
    expect(whole?.images).toHaveLength(300 * 784);
    for (const place of [0, 249, 250, 299]) {
      const alone = await session.engine.decode(runId, grid.slice(place * 3, place * 3 + 3));
      const there = whole?.images.subarray(place * 784, (place + 1) * 784) ?? [];
      expect(largestDifference(alone?.images ?? [], there)).toBeLessThan(1e-5);
    }
    expect(await session.engine.countTensors()).toBe(tensors);
  });

  test('any images are reconstructed as in the views, also by a second run', async () => {
    await session.newRun();
    const runId = await session.newRunBeside({ codeKind: 'gaussian', noise: 'masking', noiseLevel: 0.4 });
    const from = session.events.length;
    const step = await session.trainTo(runId, 2);
    const snapshot = await session.until('snapshot', (event) => event.step === step, from);
    const tensors = await session.engine.countTensors();
    const answer = await session.engine.reconstruct(runId, snapshot.noisy);
    expect(answer).toMatchObject({ runId, step });
    expect(largestDifference(answer?.images ?? [], snapshot.reconstructed)).toBeLessThan(1e-5);
    expect(await session.engine.reconstruct(runId, new Float32Array(783))).toBeNull();
    expect(await session.engine.countTensors()).toBe(tensors);
  });

  test('samples of a plain code come from a Gaussian around the codes of training images', async () => {
    const runId = await session.newRun();
    const training = await session.engine.encodeTraining(runId, 300);
    const gaussian = fitGaussian(training?.codes ?? new Float32Array(), 3);
    const draws = Float32Array.of(0, 0, 0, 1, 0, 0);
    const answer = await session.engine.generate(runId, draws, 300);
    expect(answer).toMatchObject({ runId, step: 0, fittedTo: 300 });
    const centre = await session.engine.decode(runId, gaussian.mean);
    expect(largestDifference(answer?.images.subarray(0, 784) ?? [], centre?.images ?? [])).toBeLessThan(1e-5);
    const beside = await session.engine.decode(runId, drawFrom(gaussian, Float32Array.of(1, 0, 0), 1));
    expect(largestDifference(answer?.images.subarray(784) ?? [], beside?.images ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(beside?.images ?? [], centre?.images ?? [])).toBeGreaterThan(1e-3);
    expect(await session.engine.generate(runId, new Float32Array(4), 300)).toBeNull();
  });

  test('samples of a Gaussian code come from its prior', async () => {
    const runId = await session.newRun({ codeKind: 'gaussian' });
    const draws = Float32Array.of(0.5, -1, 2);
    const answer = await session.engine.generate(runId, draws, 300);
    expect(answer).toMatchObject({ runId, fittedTo: 0 });
    const decoded = await session.engine.decode(runId, draws);
    expect(answer?.images).toEqual(decoded?.images);
  });

  test('a network that reads masks answers to the same pixels otherwise where they are missing', async () => {
    const runId = await session.newRun({ noise: 'block', maskInput: 'on' });
    const image = new Float32Array(784).fill(0.5);
    const mask = Uint8Array.from({ length: 784 }, (_, at) => Number(at % 28 >= 14));
    const [without, nothing, missing] = await Promise.all([
      session.engine.reconstruct(runId, image),
      session.engine.reconstruct(runId, image, new Uint8Array(784)),
      session.engine.reconstruct(runId, image, mask),
    ]);
    expect(without?.images).toEqual(nothing?.images);
    expect(largestDifference(missing?.images ?? [], nothing?.images ?? [])).toBeGreaterThan(1e-4);
  });

  test('a Gaussian code answers once for each draw, around its mean; another code does not', async () => {
    const runId = await session.newRun({ codeKind: 'gaussian', noise: 'block', maskInput: 'on' });
    const image = new Float32Array(784).fill(0.5);
    const mask = Uint8Array.from({ length: 784 }, (_, at) => Number(at % 28 >= 14));
    const answer = await session.engine.redraw(runId, image, mask, Float32Array.of(0, 0, 0, 1, -1, 2));
    const mean = await session.engine.reconstruct(runId, image, mask);
    expect(answer?.images).toHaveLength(2 * 784);
    expect(largestDifference(answer?.images.subarray(0, 784) ?? [], mean?.images ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(answer?.images.subarray(784) ?? [], mean?.images ?? [])).toBeGreaterThan(1e-3);
    const plain = await session.newRun({});
    expect(await session.engine.redraw(plain, image, null, new Float32Array(3))).toBeNull();
  });

  test('codes of an incomplete last row get no answer, and the run continues', async () => {
    const runId = await session.newRun();
    expect(await session.engine.decode(runId, new Float32Array(4))).toBeNull();
    expect(await session.engine.encode(runId, new Float32Array(100))).toBeNull();
    expect(await session.engine.decode(runId, new Float32Array(3))).not.toBeNull();
  });
});

describe('the codes of the test images', () => {
  let session: EngineSession;
  beforeAll(async () => {
    session = await openSession('wasm');
    session.engine.setSeen([]);
  });
  afterAll(() => session.engine.dispose());

  test('are sent once they are visible, with the error of every image and the plane of the map', async () => {
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
    const pass = await session.engine.inspect(runId, 7);
    expect(pass?.runId).toBe(runId);
    expect(errors[7]).toBeCloseTo(
      meanSquaredError(pass?.reconstructed ?? new Float32Array(), pass?.original ?? new Float32Array()),
      5,
    );
    // A code projects to its position on the plane: its offset from there is orthogonal to both axes.
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

  test('training images come with their classes, and no more than exist', async () => {
    const runId = await session.newRun({ codeSize: 2 });
    const some = await session.engine.encodeTraining(runId, 500);
    expect([some?.codes.length, some?.labels.length]).toEqual([1000, 500]);
    expect(new Set(some?.labels).size).toBe(10);
    const ones = await session.newRun({ codeSize: 2, classes: [1], validationShare: 0.1 });
    const trainedOn = await session.engine.encodeTraining(ones, 10_000);
    expect(new Set(trainedOn?.labels)).toEqual(new Set([1]));
    // 6,742 ones, a tenth of them held out
    expect(Math.abs((trainedOn?.labels.length ?? 0) - 0.9 * 6742)).toBeLessThan(2);
  });
});
