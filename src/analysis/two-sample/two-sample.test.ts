import { expect, test } from 'vitest';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import { momentsOf } from '../../core/latent/two-sample/moments';
import type { Samples } from '../../core/samples/samples';
import { allOf } from '../../core/experiment/trained-on';
import { principalComponents } from '../pca/pca';
import { leaveOneOutAccuracy } from './leave-one-out';
import { drawPcaGaussian } from './pca-gaussian';
import { evenly, twoSample } from './two-sample';

const width = 6;

/** Gaussian samples of two directions and a little noise around 0.5, `[count, 6]`. */
function drawn(count: number, seed: number): Float32Array {
  const codes = standardDraws(count, 2, seed);
  const noise = standardDraws(count, width, seed + 1000);
  return noise.map((draw, at) => {
    const row = Math.floor(at / width) * 2;
    const place = at % width;
    const along = 0.1 * (codes[row] ?? 0) + 0.05 * (place % 2 ? 1 : -1) * (codes[row + 1] ?? 0);
    return 0.5 + along + 0.02 * draw;
  });
}

function samplesOf(values: Float32Array, labels = new Uint16Array(values.length / width)): Samples {
  return { values, shape: [width, 1], count: labels.length, labels, classNames: ['a', 'b'] };
}

test('two halves of one distribution cannot be told apart', async () => {
  const accuracy = await leaveOneOutAccuracy(drawn(500, 1), drawn(500, 2), width);
  // A standard deviation of a fair coin tossed a thousand times is 0.016.
  expect(Math.abs(accuracy - 0.5)).toBeLessThan(0.06);
});

test('shifted samples are always told apart, copies never', async () => {
  const real = drawn(200, 1);
  expect(
    await leaveOneOutAccuracy(
      real,
      real.map((value) => value + 5),
      width,
    ),
  ).toBe(1);
  expect(await leaveOneOutAccuracy(real, real.slice(), width)).toBe(0);
});

test('neighbours that are equally near each count by their share', async () => {
  const constant = new Float32Array(10 * width).fill(0.5);
  // Of 19 others, 9 are of the own side.
  expect(await leaveOneOutAccuracy(constant, constant, width)).toBeCloseTo(9 / 19, 9);
});

test('a Gaussian in PCA space has the mean and the deviation along its components', async () => {
  const train = samplesOf(drawn(4000, 5));
  const pca = await principalComponents(
    allOf('mnist1d'),
    { train, test: samplesOf(drawn(50, 6)) },
    () => undefined,
  );
  const gaussian = momentsOf(drawPcaGaussian(pca, { count: 4000, codeSize: width, seed: 1 }), width);
  const real = momentsOf(train.values as Float32Array, width);
  for (let place = 0; place < width; place++) {
    expect(gaussian.mean[place]).toBeCloseTo(real.mean[place]!, 2);
    expect(gaussian.deviation[place]).toBeCloseTo(real.deviation[place]!, 2);
  }
});

test('of Gaussian data, a Gaussian with its residual is as good as the data, without it is told apart', async () => {
  const train = samplesOf(drawn(4000, 5));
  const sets = { train, picked: null, test: samplesOf(drawn(600, 6)) };
  const pca = await principalComponents(allOf('mnist1d'), sets, () => undefined);
  const question = { of: allOf('mnist1d'), generated: drawn(600, 9), codeSize: 2, seed: 1 };
  const whole = await twoSample({ ...question, withResidual: true }, { ...sets, pca });
  const smooth = await twoSample({ ...question, withResidual: false }, { ...sets, pca });
  expect(whole.pairs).toBe(600);
  expect(Math.abs(whole.accuracy.generated - 0.5)).toBeLessThan(0.06);
  expect(Math.abs(whole.accuracy.gaussian - 0.5)).toBeLessThan(0.06);
  expect(smooth.accuracy.gaussian).toBeGreaterThan(0.7);
});

test('is of the classes that are trained on', async () => {
  const labels = Uint16Array.from({ length: 100 }, (_, at) => at % 2);
  const values = Float32Array.from({ length: 100 * width }, (_, at) => Math.floor(at / width) % 2);
  const set = samplesOf(values, labels);
  const pca = await principalComponents(allOf('mnist1d'), { train: set, test: set }, () => undefined);
  const of = { ...allOf('mnist1d'), classes: [1] };
  const answer = await twoSample(
    { of, generated: drawn(20, 1), codeSize: 1, withResidual: false, seed: 1 },
    { train: set, picked: null, test: set, pca },
  );
  expect(answer.realCount).toBe(50);
  expect([...answer.real.mean]).toEqual(Array(width).fill(1));
});

test('samples are spread evenly over those that count', () => {
  const set = samplesOf(Float32Array.from({ length: 60 }, (_, at) => Math.floor(at / width)));
  expect([...evenly(set, null, 5)].filter((_, at) => at % width === 0)).toEqual([0, 2, 4, 6, 8]);
  expect([...evenly(set, Uint32Array.of(1, 9), 5)].filter((_, at) => at % width === 0)).toEqual([1, 9]);
});
