import { allOf } from '../../core/experiment/trained-on';
import { describe, expect, it } from 'vitest';
import { pcaReconstruction } from '../../core/pca/pca';
import { pcg4d, standardNormal, words } from '../../core/random';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { meanSquaredError } from '../../core/pca/squared-error';
import { principalComponents } from './pca';

function normal(row: number, column: number): number {
  pcg4d(9, 1, row, column);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

const samplesOf = (values: Samples['values'], shape: number[]): Samples => {
  const count = values.length / sampleSize(shape);
  return { values, shape, count, labels: new Uint16Array(count), classNames: ['one'] };
};

/** Points in a subspace of `rank` dimensions within `size` dimensions, away from the origin. */
function rankSet(count: number, size: number, rank: number, from = 0): Samples {
  const values = new Float32Array(count * size);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < size; i++) {
      let sum = 2 + i;
      for (let k = 0; k < rank; k++) sum += normal(from + row, k) * (k + 1) * normal(1_000_000 + k, i);
      values[row * size + i] = sum;
    }
  }
  return samplesOf(values, [size, 1]);
}

const quiet = () => undefined;

describe('principal components', () => {
  it('reconstruct a set of rank 3 exactly with 3 components, but not with 2', async () => {
    const [train, test] = [rankSet(200, 12, 3), rankSet(50, 12, 3, 500)];
    const model = await principalComponents(allOf('mnist'), { train, test }, quiet);
    expect(model.trainMse[2]).toBeGreaterThan(0.1);
    expect(model.trainMse[3]).toBeCloseTo(0, 8);
    expect(model.testMse[3]).toBeCloseTo(0, 6);
    const made = pcaReconstruction(model, test.values as Float32Array, 3);
    expect(meanSquaredError(made, test.values as Float32Array)).toBeLessThan(1e-8);
  });

  it('match a closed form: two pixels, one twice the other', async () => {
    const train = samplesOf(Uint8Array.of(0, 0, 51, 102, 102, 204), [2, 1]);
    const model = await principalComponents(allOf('mnist'), { train, test: train }, quiet);
    const root = Math.sqrt(5);
    expect(Array.from(model.mean)).toEqual([expect.closeTo(0.2, 6), expect.closeTo(0.4, 6)]);
    expect(model.components[0]).toBeCloseTo(1 / root, 6);
    expect(model.components[1]).toBeCloseTo(2 / root, 6);
    // variance of 0, 0.2, 0.4 times 5, over two pixels
    expect(model.trainMse[0]).toBeCloseTo((0.08 / 3) * 5 * 0.5, 6);
    expect(model.deviations[0]).toBeCloseTo(Math.sqrt((0.08 / 3) * 5), 6);
    expect(model.trainMse[1]).toBeCloseTo(0, 8);
  });

  it('report the error that their reconstruction has at every size, on training and on test images', async () => {
    const [train, test] = [rankSet(300, 10, 10), rankSet(60, 10, 10, 700)];
    const model = await principalComponents(allOf('mnist'), { train, test }, quiet);
    for (const [errors, { values }] of [
      [model.trainMse, train],
      [model.testMse, test],
    ] as const) {
      const images = values as Float32Array;
      for (let k = 1; k <= 10; k++) {
        const measured = meanSquaredError(pcaReconstruction(model, images, k), images);
        expect(Math.abs((errors[k] ?? NaN) - measured)).toBeLessThan(1e-5 * (errors[0] ?? NaN));
      }
    }
  });

  it('are the best linear map of their rank', async () => {
    const train = rankSet(300, 10, 10);
    const model = await principalComponents(allOf('mnist'), { train, test: train }, quiet);
    const images = train.values as Float32Array;
    for (let trial = 0; trial < 5; trial++) {
      // the same components, tilted slightly out of their subspace
      const components = model.components.map((value, i) => value + 0.05 * normal(2_000_000 + trial, i));
      const bent = pcaReconstruction({ ...model, components: orthonormalise(components, 10) }, images, 4);
      expect(meanSquaredError(bent, images)).toBeGreaterThanOrEqual((model.trainMse[4] ?? 0) * (1 - 1e-6));
    }
  });

  it('of a part of the images are those of a set that has no others', async () => {
    const size = 6;
    const [train, test] = [rankSet(300, size, size), rankSet(40, size, size, 900)];
    const picked = Uint32Array.from({ length: 300 }, (_, i) => i).filter((i) => i % 7 === 2 || i > 280);
    const values = train.values as Float32Array;
    const model = await principalComponents(allOf('mnist'), { train, picked, test }, quiet);
    // The definition, in plain loops: the mean, and the variance that no component explains yet.
    const rows = Array.from(picked, (index) => Array.from(values.subarray(index * size, (index + 1) * size)));
    const mean = rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]! / rows.length, 0));
    const variance = rows.reduce(
      (sum, row) => sum + row.reduce((inRow, value, i) => inRow + (value - mean[i]!) ** 2, 0) / rows.length,
      0,
    );
    expect(model.trainCount).toBe(picked.length);
    mean.forEach((value, i) => expect(model.mean[i]).toBeCloseTo(value, 4));
    expect(model.trainMse[0]).toBeCloseTo(variance / size, 3);
    const alone = await principalComponents(
      allOf('mnist'),
      { train: samplesOf(Float32Array.from(rows.flat()), [size, 1]), test },
      quiet,
    );
    for (const of of ['components', 'trainMse', 'testMse', 'testPoints'] as const) {
      model[of].forEach((value, i) => expect(value).toBeCloseTo(alone[of][i] ?? NaN, 4));
    }
    const whole = await principalComponents(allOf('mnist'), { train, test }, quiet);
    expect(Math.abs((whole.trainMse[0] ?? 0) - (model.trainMse[0] ?? 0))).toBeGreaterThan(0.01);
  });

  it('exist for fewer images than pixels too', async () => {
    const model = await principalComponents(
      allOf('mnist'),
      { train: rankSet(4, 30, 30), test: rankSet(4, 30, 30) },
      quiet,
    );
    expect(model.trainMse[3]).toBeCloseTo(0, 6);
    expect(model.components.every(Number.isFinite)).toBe(true);
  });
});

/** Orthonormalises rows (Gram & Schmidt). */
function orthonormalise(rows: Float32Array, size: number): Float32Array {
  for (let row = 0; row < rows.length / size; row++) {
    const vector = rows.subarray(row * size, (row + 1) * size);
    for (let other = 0; other < row; other++) {
      const against = rows.subarray(other * size, (other + 1) * size);
      const along = vector.reduce((sum, value, i) => sum + value * (against[i] ?? 0), 0);
      vector.forEach((value, i) => (vector[i] = value - along * (against[i] ?? 0)));
    }
    const norm = Math.hypot(...vector);
    vector.forEach((value, i) => (vector[i] = value / norm));
  }
  return rows;
}
