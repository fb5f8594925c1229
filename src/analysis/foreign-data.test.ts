// Two data sets that are analysed at the same time, though only one is held open.
import { beforeAll, expect, it, vi } from 'vitest';
import { allOf } from '../core/experiment/trained-on';
import { uniform } from '../core/random';
import { makeOwnDataset } from '../data/sources/testing/own-dataset';
import { Analysis } from './analysis';

const [grey, coloured] = ['own:00000000000000a1', 'own:00000000000000a2'] as const;
const analysis = new Analysis();
const noise = (count: number, size: number, seed: number) =>
  Float32Array.from({ length: count * size }, (_, at) => uniform(seed, 3, Math.floor(at / size), at % size));

beforeAll(async () => {
  vi.stubGlobal('navigator', {}); // without locks, as in Node before 21
  await analysis.open({ baseUrl: 'http://localhost/', lifeLock: 'test-foreign-data' });
  const split = (size: number, seed: number) => ({
    train: { values: noise(60, size, seed) },
    test: { values: noise(30, size, seed + 1) },
  });
  analysis.lend(grey, await makeOwnDataset({ id: grey, shape: [4, 4, 1], ...split(16, 1) }));
  analysis.lend(coloured, await makeOwnDataset({ id: coloured, shape: [6, 6, 3], ...split(108, 7) }));
});

it('both answers come, each in the shape that was asked for', async () => {
  const question = { shape: [4, 4, 1], count: 20, fittedTo: allOf(grey), codeSize: 3 };
  const [own, foreign, model, direct] = await Promise.all([
    analysis.foreignSamples({ ...question, tested: grey }),
    analysis.foreignSamples({ ...question, tested: coloured }),
    analysis.pcaInShape(coloured, [4, 4, 1], () => undefined),
    analysis.pca(allOf(grey), () => undefined),
  ]);
  expect([own.samples.length, foreign.samples.length]).toEqual([20 * 16, 20 * 16]);
  expect([own.ownShape, foreign.ownShape]).toEqual([
    [4, 4, 1],
    [6, 6, 3],
  ]);
  // A scaled picture is an average of its neighbours: there is less of it left to rebuild.
  expect(foreign.meanMse).toBeLessThan(own.meanMse);
  expect([model.mean.length, model.trainCount, direct.mean.length]).toEqual([16, 60, 16]);
});

it('in the set’s own shape it is the PCA that everything else uses', async () => {
  const [inShape, own] = await Promise.all([
    analysis.pcaInShape(grey, [4, 4, 1], () => undefined),
    analysis.pca(allOf(grey), () => undefined),
  ]);
  expect(inShape).toBe(own);
});
