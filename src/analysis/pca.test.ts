import { describe, expect, it } from 'vitest';
import { pcaReconstruction } from '../core/pca';
import { pcg4d, standardNormal, words } from '../core/random';
import { sampleSize, type Samples } from '../core/samples';
import { meanSquaredError } from '../core/squared-error';
import { principalComponents } from './pca';

function normal(row: number, column: number): number {
  pcg4d(9, 1, row, column);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

const samplesOf = (values: Samples['values'], shape: number[]): Samples => {
  const count = values.length / sampleSize(shape);
  return { values, shape, count, labels: new Uint16Array(count), classNames: ['one'] };
};

/** Points of a space of `rank` dimensions within one of `size`, away from its origin. */
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
  it('rebuild a set of rank 3 exactly with 3, and not with 2', async () => {
    const [train, test] = [rankSet(200, 12, 3), rankSet(50, 12, 3, 500)];
    const model = await principalComponents('mnist', { train, test }, quiet);
    expect(model.trainMse[2]).toBeGreaterThan(0.1);
    expect(model.trainMse[3]).toBeCloseTo(0, 8);
    expect(model.testMse[3]).toBeCloseTo(0, 6);
    const made = pcaReconstruction(model, test.values as Float32Array, 3);
    expect(meanSquaredError(made, test.values as Float32Array)).toBeLessThan(1e-8);
  });

  it('are those of a closed case: two pixels, one twice the other', async () => {
    const train = samplesOf(Uint8Array.of(0, 0, 51, 102, 102, 204), [2, 1]);
    const model = await principalComponents('mnist', { train, test: train }, quiet);
    const root = Math.sqrt(5);
    expect(Array.from(model.mean)).toEqual([expect.closeTo(0.2, 6), expect.closeTo(0.4, 6)]);
    expect(model.components[0]).toBeCloseTo(1 / root, 6);
    expect(model.components[1]).toBeCloseTo(2 / root, 6);
    // variance of 0, 0.2, 0.4 times 5, over two pixels
    expect(model.trainMse[0]).toBeCloseTo((0.08 / 3) * 5 * 0.5, 6);
    expect(model.deviations[0]).toBeCloseTo(Math.sqrt((0.08 / 3) * 5), 6);
    expect(model.trainMse[1]).toBeCloseTo(0, 8);
  });

  it('never get worse with one more, on what they were fitted to and on what not, and no linear map of the rank is better', async () => {
    const train = rankSet(300, 10, 10);
    const model = await principalComponents('mnist', { train, test: rankSet(60, 10, 10, 700) }, quiet);
    for (const errors of [model.trainMse, model.testMse]) {
      for (let k = 0; k < 10; k++) expect(errors[k + 1]).toBeLessThanOrEqual(errors[k] ?? 0);
    }
    const images = train.values as Float32Array;
    for (let trial = 0; trial < 5; trial++) {
      // the same components, bent a little out of their subspace
      const components = model.components.map((value, i) => value + 0.05 * normal(2_000_000 + trial, i));
      const bent = pcaReconstruction({ ...model, components: orthonormal(components, 10) }, images, 4);
      expect(meanSquaredError(bent, images)).toBeGreaterThanOrEqual((model.trainMse[4] ?? 0) * (1 - 1e-6));
    }
  });

  it('come of fewer images than pixels too', async () => {
    const model = await principalComponents(
      'mnist',
      { train: rankSet(4, 30, 30), test: rankSet(4, 30, 30) },
      quiet,
    );
    expect(model.trainMse[3]).toBeCloseTo(0, 6);
    expect(model.components.every(Number.isFinite)).toBe(true);
  });
});

/** Rows made orthonormal (Gram & Schmidt). */
function orthonormal(rows: Float32Array, size: number): Float32Array {
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
