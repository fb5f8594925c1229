// Analysis of a person's own data, lent by the page: colour images of floats without labels.
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { beforeAll, expect, test, vi } from 'vitest';
import type { PcaModel } from '../core/analysis-api';
import { allOf } from '../core/experiment/trained-on';
import { uniform } from '../core/random';
import { makeOwnDataset } from '../data/sources/testing/own-dataset';
import { Analysis } from './analysis';

const id = 'own:00000000000000cc';
const shape = [8, 10, 3];
const size = 240;
const [trainCount, testCount] = [90, 31];

/** Mixtures of a few patterns, and a little of everything else. */
function images(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count * size }, (_, at) => {
    const [image, pixel] = [Math.floor(at / size), at % size];
    let value = 0.5 + 0.02 * (uniform(seed, 3, image, pixel) - 0.5);
    for (let pattern = 0; pattern < 4; pattern++) {
      value +=
        (0.2 / (pattern + 1)) *
        (uniform(seed, 4, image, pattern) - 0.5) *
        Math.sin(pixel / (3 + 2 * pattern));
    }
    return value;
  });
}

const [train, held] = [images(trainCount, 1), images(testCount, 2)];
const analysis = new Analysis();
let model: PcaModel;

beforeAll(async () => {
  vi.stubGlobal('navigator', {}); // without locks, as in Node before 21
  await analysis.open({ baseUrl: 'http://localhost/', lifeLock: 'test-own-data' });
  analysis.lend(id, await makeOwnDataset({ id, shape, train: { values: train }, test: { values: held } }));
  model = await analysis.pca(allOf(id), () => undefined);
}, 60_000);

test('its PCA is the singular value decomposition of the centred images', () => {
  const rows = (values: Float32Array, count: number) =>
    new Matrix(
      Array.from({ length: count }, (_, row) => Array.from(values.subarray(row * size, (row + 1) * size))),
    );
  const data = rows(train, trainCount);
  const means = data.mean('column');
  const { diagonal, rightSingularVectors } = new SingularValueDecomposition(
    data.clone().subRowVector(means),
    {
      autoTranspose: true,
    },
  );
  expect(model.sampleShape).toEqual(shape);
  expect(model.trainCount).toBe(trainCount);
  means.forEach((mean, pixel) => expect(model.mean[pixel]).toBeCloseTo(mean, 6));
  for (let k = 0; k < 20; k++) {
    expect(model.deviations[k]).toBeCloseTo((diagonal[k] ?? 0) / Math.sqrt(trainCount), 6);
  }
  // The first four stand out: their directions are determined but for the sign.
  for (let k = 0; k < 4; k++) {
    const dot = rightSingularVectors
      .getColumn(k)
      .reduce((sum, value, pixel) => sum + value * (model.components[k * size + pixel] ?? 0), 0);
    expect(Math.abs(dot)).toBeCloseTo(1, 5);
  }
  // What is left of the test images after a projection onto the first four.
  const centred = rows(held, testCount).subRowVector(means);
  const directions = rightSingularVectors.subMatrix(0, size - 1, 0, 3);
  const rest = Matrix.sub(centred, centred.mmul(directions).mmul(directions.transpose()));
  const mse = rest.to1DArray().reduce((sum, value) => sum + value * value, 0) / (testCount * size);
  expect(model.testMse[4]).toBeCloseTo(mse, 7);
});

test('nearest training images are found among floats', async () => {
  const nearest = await analysis.nearestTraining(allOf(id), train.slice(5 * size, 7 * size), 2);
  expect([nearest.indices[0], nearest.indices[2]]).toEqual([5, 6]);
  expect(nearest.mse[0]).toBe(0);
});

test('a data set that was not lent is refused by name', async () => {
  await expect(analysis.pca(allOf('own:00000000000000dd'), () => undefined)).rejects.toMatchObject({
    failure: { code: 'data.not-here' },
  });
});
