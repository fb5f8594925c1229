import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { allOf } from '../../../core/experiment/trained-on';
import { pcaReconstruction } from '../../../core/pca/pca';
import { meanSquaredError } from '../../../core/pca/squared-error';
import { pcg4d, standardNormal, words } from '../../../core/random';
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { principalComponents } from '../pca';
import { leadingComponents } from './leading-components';
import { every, meanAndVariance, spread } from './slices';
import { truncatedComponents, truncatedRank } from './truncated-pca';

function normal(row: number, column: number): number {
  pcg4d(5, 2, row, column);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

const samplesOf = (values: Samples['values'], shape: number[]): Samples => {
  const count = values.length / sampleSize(shape);
  return { values, shape, count, labels: new Uint16Array(count), classNames: [] };
};

/** Points whose deviations along random directions fall by `decay` from one to the next, away from the origin. */
function decaying(count: number, shape: number[], decay: number, from = 0): Samples {
  const size = sampleSize(shape);
  const values = new Float32Array(count * size);
  const directions = Float64Array.from(
    { length: size * size },
    (_, at) => normal(1_000_000 + Math.floor(at / size), at % size) / Math.sqrt(size),
  );
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < size; k++) {
      const amount = normal(from + row, k) * decay ** k;
      for (let i = 0; i < size; i++) values[row * size + i]! += amount * directions[k * size + i]!;
    }
    for (let i = 0; i < size; i++) values[row * size + i]! += 0.5 + i / size;
  }
  return samplesOf(values, shape);
}

const quiet = () => undefined;

async function leading(samples: Samples, rank: number) {
  const all = every(samples, null);
  const { mean } = await meanAndVariance(samples, all);
  return { mean, ...(await leadingComponents(samples, all, Float32Array.from(mean), rank, quiet)) };
}

describe('the first components', () => {
  test('agree with a singular value decomposition (ml-matrix), values and directions', async () => {
    const [count, size, rank] = [400, 90, 12];
    const samples = decaying(count, [size, 1], 0.9);
    const { mean, components, variances } = await leading(samples, rank);
    const centred = Matrix.from1DArray(
      count,
      size,
      samples.values.map((value, at) => value - (mean[at % size] ?? 0)),
    );
    const { diagonal, rightSingularVectors } = new SingularValueDecomposition(centred);
    for (let k = 0; k < rank; k++) {
      const singular = Math.sqrt((variances[k] ?? 0) * count);
      expect(singular / (diagonal[k] ?? NaN)).toBeCloseTo(1, 4);
      const along = rightSingularVectors
        .getColumn(k)
        .reduce((sum, value, i) => sum + value * (components[k * size + i] ?? 0), 0);
      expect(Math.abs(along)).toBeCloseTo(1, 3);
    }
  });

  test('are unit vectors at right angles, with their largest entry positive', async () => {
    const size = 90;
    const { components } = await leading(decaying(400, [size, 1], 0.95), 20);
    const rows = Matrix.from1DArray(20, size, components);
    const products = rows.mmul(rows.transpose());
    for (let row = 0; row < 20; row++) {
      for (let column = 0; column < 20; column++) {
        expect(products.get(row, column)).toBeCloseTo(row === column ? 1 : 0, 9);
      }
      const entries = rows.getRow(row);
      expect(Math.max(...entries)).toBe(Math.max(...entries.map(Math.abs)));
    }
  });

  test('are unit vectors even where the samples do not vary at all, or span fewer directions', async () => {
    const same = await leading(samplesOf(new Uint8Array(300 * 40).fill(7), [40, 1]), 5);
    expect([...same.variances]).toEqual([0, 0, 0, 0, 0].map(() => expect.closeTo(0, 9) as number));
    // One direction: every sample is a multiple of the same ramp.
    const ramp = Uint8Array.from({ length: 300 * 40 }, (_, at) => (Math.floor(at / 40) % 5) * (at % 40));
    const single = await leading(samplesOf(ramp, [40, 1]), 5);
    expect(single.variances[0]).toBeGreaterThan(0.1);
    expect(single.variances[1]).toBeCloseTo(0, 9);
    for (const { components } of [same, single]) {
      for (let row = 0; row < 5; row++) {
        expect(Math.hypot(...components.subarray(row * 40, (row + 1) * 40))).toBeCloseTo(1, 9);
      }
    }
  });

  test('of fewer samples than components wanted are as many as there are samples', async () => {
    const { components, variances } = await leading(decaying(6, [40, 1], 0.9), 20);
    expect(variances).toHaveLength(6);
    expect(components).toHaveLength(6 * 40);
    // Six samples about their mean span five directions.
    expect(variances[4]).toBeGreaterThan(0);
    expect(variances[5]).toBeCloseTo(0, 9);
  });
});

describe('a truncated model', () => {
  const shape = [10, 8, 3];
  const [train, test_] = [decaying(500, shape, 0.97), decaying(120, shape, 0.97, 5000)];

  test('has the errors of the full one, on training and test samples, within 1e-3', async () => {
    const full = await principalComponents(allOf('patches'), { train, test: test_ }, quiet);
    const model = await truncatedComponents(allOf('patches'), { train, test: test_ }, quiet);
    expect(full.deviations).toHaveLength(240);
    expect(model.deviations).toHaveLength(truncatedRank);
    expect(model.trainMse).toHaveLength(truncatedRank + 1);
    for (let k = 0; k <= 64; k++) {
      expect((model.trainMse[k] ?? NaN) / (full.trainMse[k] ?? NaN)).toBeCloseTo(1, 3);
      expect((model.testMse[k] ?? NaN) / (full.testMse[k] ?? NaN)).toBeCloseTo(1, 2);
      expect((model.deviations[k] ?? NaN) / (full.deviations[k] ?? NaN)).toBeCloseTo(1, 3);
    }
    expect(model.testPoints).toHaveLength(full.testPoints.length);
    model.testPoints.forEach((value, at) => expect(value).toBeCloseTo(full.testPoints[at] ?? NaN, 3));
  });

  test('states the errors that its reconstructions have, up to its last component', async () => {
    const model = await truncatedComponents(allOf('patches'), { train, test: test_ }, quiet);
    for (const [errors, { values }] of [
      [model.trainMse, train],
      [model.testMse, test_],
    ] as const) {
      const images = values as Float32Array;
      for (const k of [1, 16, 64, truncatedRank]) {
        const measured = meanSquaredError(pcaReconstruction(model, images, k), images);
        expect((errors[k] ?? NaN) / measured).toBeCloseTo(1, 3);
      }
    }
  });

  test('is that of bytes as of the floats they stand for', async () => {
    const bytes = Uint8Array.from(train.values, (value) => Math.min(255, Math.max(0, value * 100)));
    const floats = Float32Array.from(bytes, (byte) => byte / 255);
    const [ofBytes, ofFloats] = await Promise.all(
      [bytes, floats].map((values) => {
        const samples = samplesOf(values, shape);
        return truncatedComponents(allOf('patches'), { train: samples, test: samples }, quiet);
      }),
    );
    ofBytes?.trainMse.forEach((error, k) => expect(ofFloats?.trainMse[k]).toBeCloseTo(error, 6));
  });

  test('of picked samples is that of a set of those alone', async () => {
    const picked = Uint32Array.from({ length: 200 }, (_, place) => place * 2 + 1);
    const size = sampleSize(shape);
    const alone = samplesOf(
      Float32Array.from({ length: 200 * size }, (_, at) => {
        return train.values[(picked[Math.floor(at / size)] ?? 0) * size + (at % size)] ?? 0;
      }),
      shape,
    );
    const ofPicked = await truncatedComponents(allOf('patches'), { train, picked, test: test_ }, quiet);
    const ofAlone = await truncatedComponents(allOf('patches'), { train: alone, test: test_ }, quiet);
    expect(ofPicked).toEqual(ofAlone);
    expect(ofPicked.trainCount).toBe(200);
  });

  test('tells how far it is, never going back', async () => {
    const shares: number[] = [];
    const codes = new Set<string>();
    await truncatedComponents(allOf('patches'), { train, test: test_ }, ({ message, share }) => {
      shares.push(share);
      codes.add(message.code);
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect([...codes]).toEqual(['pca.summing', 'pca.refining', 'pca.projecting']);
  });
});

test('long samples have a truncated model, short ones a full one', async () => {
  const [long, short] = [decaying(40, [19, 18, 3], 0.5), decaying(40, [16, 4, 1], 0.5)];
  const [ofLong, ofShort] = await Promise.all(
    [long, short].map((samples) =>
      principalComponents(allOf('patches'), { train: samples, test: samples }, quiet),
    ),
  );
  expect(ofLong?.deviations).toHaveLength(40);
  expect(ofShort?.deviations).toHaveLength(64);
});

test('the samples of the first passes are spread over all of them', () => {
  const of = (count: number) => spread({ count, stride: 1, picked: null }, 2048);
  expect(of(100)).toMatchObject({ count: 100, stride: 1 });
  expect(of(2048)).toMatchObject({ count: 2048, stride: 1 });
  expect(of(4000)).toMatchObject({ count: 2048, stride: 1 });
  expect(of(20_000)).toMatchObject({ count: 2048, stride: 9 });
});
