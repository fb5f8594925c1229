// The answers to a hole, compared with their definitions: the conditional mean of a Gaussian solved directly, the nearest
// samples found one by one.
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { allOf } from '../../core/experiment/trained-on';
import { uniform } from '../../core/random';
import type { Samples } from '../../core/samples/samples';
import { samplesWithHoles } from '../../catalog/test-holes';
import { principalComponents } from '../pca/pca';
import { fillHole, fitRivals, rivalErrors } from './rivals';
import { nearestByKnown } from './masked-neighbours';
import { holeOf } from './hole';

const shape = [6, 5, 1];
const size = 30;

/** Mixtures of four patterns and a little noise. */
function samplesOf(count: number, seed: number): Samples {
  const values = Float32Array.from({ length: count * size }, (_, at) => {
    const [sample, pixel] = [Math.floor(at / size), at % size];
    let value = 0.5 + 0.05 * (uniform(seed, 3, sample, pixel) - 0.5);
    for (let pattern = 0; pattern < 4; pattern++) {
      value += 0.2 * (uniform(seed, 4, sample, pattern) - 0.5) * Math.sin((pixel * (pattern + 1)) / 4);
    }
    return value;
  });
  return { values, shape, count, labels: new Uint16Array(count), classNames: [] };
}

const [train, held] = [samplesOf(400, 1), samplesOf(50, 2)];
const pca = await principalComponents(allOf('mnist'), { train, test: held }, () => undefined);
const rivals = fitRivals({ train, picked: null }, pca);
const sample = Float32Array.from(held.values.subarray(0, size));
const mask = Uint8Array.from({ length: size }, (_, at) => Number(at % 5 >= 3 && at >= 10));
const { missing, known } = holeOf(mask, shape);
const fillings = fillHole(rivals, sample, mask);

/** mean_h + S_hk S_kk^-1 (x_k - mean_k). */
function conditionalMean(covariance: Matrix): number[] {
  const [h, k] = [Array.from(missing), Array.from(known)];
  const difference = Matrix.columnVector(k.map((at) => (sample[at] ?? 0) - (pca.mean[at] ?? 0)));
  const weights = solve(covariance.selection(k, k), difference);
  const shift = covariance.selection(h, k).mmul(weights).to1DArray();
  return h.map((at, i) => (pca.mean[at] ?? 0) + (shift[i] ?? 0));
}

const directions = new Matrix(
  Array.from({ length: size }, (_, row) => Array.from(pca.components.subarray(row * size, (row + 1) * size))),
);
const covarianceOf = (variances: readonly number[]) =>
  directions
    .transpose()
    .mmul(Matrix.diag([...variances]))
    .mmul(directions);
const variances = Array.from(pca.deviations, (deviation) => deviation ** 2);

describe('on mixtures of four patterns', () => {
  test('known pixels stay, and only the hole is filled', () => {
    for (const filling of Object.values(fillings)) {
      for (const at of known) expect(filling?.filled[at]).toBe(sample[at]);
      expect(filling?.holeMse).toBeGreaterThan(0);
    }
  });

  test('what is missing is not looked at', () => {
    const otherwise = sample.slice();
    for (const at of missing) otherwise[at] = 0.123;
    const again = fillHole(rivals, otherwise, mask);
    for (const id of ['mean', 'linear', 'ppca', 'neighbours'] as const) {
      expect(again[id]?.filled).toEqual(fillings[id]?.filled);
    }
  });

  test('the mean answers with the mean image', () => {
    for (const at of missing) expect(fillings.mean?.filled[at]).toBeCloseTo(pca.mean[at] ?? NaN, 6);
  });

  test('the linear answer is the conditional mean of a Gaussian with a ridge', () => {
    const expected = conditionalMean(covarianceOf(variances.map((variance) => variance + 1e-3)));
    missing.forEach((at, i) => expect(fillings.linear?.filled[at]).toBeCloseTo(expected[i] ?? NaN, 4));
  });

  test('probabilistic PCA is the conditional mean with equal noise in the directions that are left out', () => {
    // All but one direction are kept here: the noise is the last variance.
    const noise = Math.min(...variances);
    const expected = conditionalMean(covarianceOf(variances.map((variance) => Math.max(variance, noise))));
    missing.forEach((at, i) => expect(fillings.ppca?.filled[at]).toBeCloseTo(expected[i] ?? NaN, 3));
  });

  test('both linear answers are far better than the mean image', () => {
    for (const id of ['linear', 'ppca'] as const) {
      expect(fillings[id]?.holeMse).toBeLessThan(0.3 * (fillings.mean?.holeMse ?? NaN));
    }
  });

  test('the neighbours are those that a search over the known pixels finds', () => {
    const distances = Array.from({ length: train.count }, (_, index) => ({
      index,
      distance: known.reduce(
        (sum, at) => sum + ((sample[at] ?? 0) - (train.values[index * size + at] ?? 0)) ** 2,
        0,
      ),
    })).sort((a, b) => a.distance - b.distance);
    const found = nearestByKnown({ train, picked: null }, sample, holeOf(mask, shape));
    expect(found).toEqual(distances.slice(0, 10).map(({ index }) => index));
    const [at = 0] = missing;
    const mean = found.reduce((sum, index) => sum + (train.values[index * size + at] ?? 0), 0) / 10;
    expect(fillings.neighbours?.filled[at]).toBeCloseTo(mean, 5);
  });

  test.each(['block', 'right-half'] as const)(
    'errors over the test set under %s are those of its samples',
    async (kind) => {
      const errors = await rivalErrors(
        rivals,
        held,
        { kind },
        () => undefined,
        () => false,
      );
      const { indices, masks } = samplesWithHoles({ kind }, shape, held.count);
      expect(errors?.count).toBe(50);
      for (const id of ['mean', 'linear', 'ppca', 'neighbours'] as const) {
        let sum = 0;
        indices.forEach((index, row) => {
          const one = Float32Array.from(held.values.subarray(index * size, (index + 1) * size));
          sum += fillHole(rivals, one, masks.subarray(row * size, (row + 1) * size))[id]?.holeMse ?? NaN;
        });
        // All holes are equally large, so that the mean over samples is the mean over pixels.
        expect(errors?.mse[id]).toBeCloseTo(sum / 50, 6);
      }
    },
  );

  test('a measurement that is cancelled has no answer', async () => {
    expect(
      await rivalErrors(
        rivals,
        held,
        { kind: 'block' },
        () => undefined,
        () => true,
      ),
    ).toBeNull();
  });
});

test('the neighbours are only among what is trained on', () => {
  const picked = Uint32Array.from({ length: 20 }, (_, place) => 3 * place);
  const found = nearestByKnown({ train, picked }, sample, holeOf(mask, shape));
  for (const index of found) expect(picked).toContain(index);
});

test('where everything is missing all answer with the mean image, and the neighbours are as good as any', () => {
  const all = new Uint8Array(size).fill(1);
  const { mean, linear, ppca } = fillHole(rivals, sample, all);
  for (let at = 0; at < size; at++) {
    expect(linear?.filled[at]).toBeCloseTo(mean?.filled[at] ?? NaN, 5);
    expect(ppca?.filled[at]).toBeCloseTo(mean?.filled[at] ?? NaN, 5);
  }
});
