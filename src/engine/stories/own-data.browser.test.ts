// A person's own data in the engine: colour images that are not square, as floats and without labels, and signals; lent by the
// page, or kept by the browser.
import { afterAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { uniform } from '../../core/random';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { removeOwnDataset, saveOwnDataset } from '../../data/sources/stored/own-datasets';
import { makeOwnDataset } from '../../data/sources/testing/own-dataset';
import { openSession } from '../testing/engine-session';

const id = 'own:00000000000000aa';
const signals = 'own:00000000000000bb';

/** Two waves along the sample, each of a random height, around grey: two numbers describe a sample. */
function waves(shape: SampleShape, count: number, seed: number): Float32Array {
  const size = sampleSize(shape);
  return Float32Array.from({ length: count * size }, (_, at) => {
    const [sample, place] = [Math.floor(at / size), at % size];
    const height = (wave: number) => 0.5 * (uniform(seed, 1, sample, wave) - 0.5);
    const angle = (12.56 * place) / size;
    return 0.5 + height(0) * Math.sin(angle) + height(1) * Math.cos(angle);
  });
}

const made = (name: typeof id | typeof signals, shape: SampleShape) =>
  makeOwnDataset({
    id: name,
    shape,
    train: { values: waves(shape, 200, 1) },
    test: { values: waves(shape, 37, 2) },
    perShard: 80,
  });

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

afterAll(() => removeOwnDataset(id));

async function expectToLearn(
  backend: 'wasm' | 'webgl',
  patch: ExperimentPatch,
  prepare: (session: Awaited<ReturnType<typeof openSession>>) => Promise<void> | void,
) {
  const session = await openSession(backend);
  await prepare(session);
  const runId = await session.newRun({
    hidden: [16],
    codeSize: 3,
    batchSize: 40,
    // Bright samples kill small layers of ReLU.
    activation: 'elu',
    learningRate: 0.005,
    ...patch,
  });
  const started = session.events.find((event) => event.type === 'started');
  await session.finish(runId, 300);
  const losses = session.losses(runId);
  expect(losses.length).toBeGreaterThan(20);
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(mean(losses.slice(-5))).toBeLessThan(0.6 * mean(losses.slice(0, 5)));
  await session.engine.dispose();
  return { session, started };
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  const shape = [12, 20, 3];

  test('lent colour images of floats without labels train, under noise', async () => {
    const dataset = await made(id, shape);
    const { session, started } = await expectToLearn(
      backend,
      { dataset: id, noise: 'gaussian', noiseLevel: 0.05 },
      ({ engine }) => engine.lend(id, dataset),
    );
    expect(started?.dataset).toMatchObject({ id, name: 'Made up', kind: 'image', shape, classNames: [] });
    expect([started?.trainCount, started?.testCount]).toEqual([200, 37]);
    const evaluation = session.events.find((event) => event.type === 'evaluation');
    expect(evaluation?.count).toBe(37);
    const snapshot = session.events.find((event) => event.type === 'snapshot');
    expect(new Set(snapshot?.indices).size).toBe(10);
    const all = waves(shape, 37, 2);
    const size = sampleSize(shape);
    const [first = 0] = snapshot?.indices ?? [];
    expect(snapshot?.original.subarray(0, size)).toEqual(all.subarray(first * size, (first + 1) * size));
  });

  test('images that the browser keeps train with convolutions', async () => {
    expect(await saveOwnDataset(id, await made(id, shape))).toBe(true);
    const { started } = await expectToLearn(
      backend,
      { dataset: id, architecture: 'convolutional', convLayers: 1, filters: 4 },
      () => undefined,
    );
    expect(started?.dataset.shape).toEqual(shape);
  });

  test('signals train', async () => {
    const dataset = await made(signals, [50, 2]);
    const { started } = await expectToLearn(backend, { dataset: signals }, ({ engine }) =>
      engine.lend(signals, dataset),
    );
    expect(started?.dataset).toMatchObject({ kind: 'signal', shape: [50, 2] });
  });
});

test('a data set that is nowhere is reported, and the run starts once it is lent', async () => {
  const session = await openSession('wasm');
  const failed = session.until('data-failed');
  const building = session.newRun({ dataset: signals });
  expect((await failed).message.code).toBe('data.not-here');
  await building;
  session.engine.lend(signals, await made(signals, [50, 2]));
  const started = session.until('started');
  session.engine.retryData();
  expect((await started).dataset.id).toBe(signals);
  await session.engine.dispose();
});
