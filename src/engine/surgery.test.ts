import { describe, expect, test } from 'vitest';
import type { Checkpoint } from '../core/engine-api';
import type { ExperimentPatch } from '../core/experiment';
import { uniform } from '../core/random';
import { initialCheckpoint } from './initial-weights';
import { resize } from './surgery';
import { plainPassage } from './testing/plain-network';
import { tinyExperiment } from './testing/tiny';

const shape = [5, 1];
const inputs = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 5 }, (__, i) => uniform(1, 0, row, i)),
);

/** A network in mid-training: every weight, bias and slot has a value of its own. */
function trained(patch: ExperimentPatch = {}): Checkpoint {
  const experiment = tinyExperiment({ hidden: [6, 4], codeSize: 3, ...patch });
  const start = initialCheckpoint(experiment, shape);
  const weights = start.weights.map((weight, w) =>
    weight.map((value, i) => value + uniform(2, 0, w, i) - 0.5),
  );
  const slots = start.optimizer.slots.map((slot, s) =>
    slot.map((values, w) => values.map((_, i) => 0.1 + uniform(3, s, w, i))),
  );
  return { ...start, step: 40, samplesSeen: 640, weights, optimizer: { updates: 40, slots } };
}

const tinyConvolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 4 };

const resized = (from: Checkpoint, patch: ExperimentPatch) =>
  resize(from, { ...from.experiment, ...patch }, shape);

const outputsOf = (checkpoint: Checkpoint) =>
  inputs.flatMap((input) => plainPassage(checkpoint, shape, input).pixels);

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))));
}

/** Entry of a kernel `[inputs, outputs]`. */
const entry = (kernel: Float32Array | undefined, outputs: number, row: number, column: number) =>
  kernel?.[row * outputs + column];

describe('growing', () => {
  test.each<ExperimentPatch>([
    { codeSize: 4 },
    { codeSize: 128 },
    { hidden: [9, 4] },
    { hidden: [6, 30] },
    { hidden: [7, 5], codeSize: 9 },
  ])('to %o leaves the output unchanged', (patch) => {
    const before = trained();
    expect(largestDifference(outputsOf(resized(before, patch)), outputsOf(before))).toBeLessThan(1e-6);
  });

  test.each(['relu', 'elu', 'tanh', 'sigmoid'] as const)(
    'leaves the output unchanged under %s',
    (activation) => {
      const before = trained({ activation });
      const after = resized(before, { hidden: [8, 7], codeSize: 6 });
      expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
    },
  );

  test('gives a new unit incoming weights to learn from and outgoing weights of 0', () => {
    const { weights } = resized(trained(), { codeSize: 5 });
    const [into, bias, out] = [weights[4], weights[5], weights[6]]; // [4, 5], [5], [5, 4]
    for (const unit of [3, 4]) {
      expect(bias?.[unit]).toBe(0);
      for (let i = 0; i < 4; i++) {
        expect(entry(into, 5, i, unit)).not.toBe(0);
        expect(entry(out, 4, unit, i)).toBe(0);
      }
    }
  });

  test('keeps the slots of kept weights at their places and has 0 elsewhere', () => {
    const before = trained();
    const after = resized(before, { codeSize: 5 });
    expect(after.optimizer.updates).toBe(40);
    expect(after.optimizer.slots).toHaveLength(2);
    after.optimizer.slots.forEach((slot, s) => {
      const old = before.optimizer.slots[s] ?? [];
      for (const untouched of [0, 1, 2, 3, 7, 8, 9, 10, 11]) expect(slot[untouched]).toEqual(old[untouched]);
      for (let row = 0; row < 4; row++) {
        for (let unit = 0; unit < 5; unit++) {
          const kept = unit < 3;
          expect(entry(slot[4], 5, row, unit)).toBe(kept ? entry(old[4], 3, row, unit) : 0);
          expect(entry(slot[6], 4, unit, row)).toBe(kept ? entry(old[6], 4, unit, row) : 0);
        }
      }
      expect(Array.from(slot[5] ?? [])).toEqual([...(old[5] ?? []), 0, 0]);
    });
  });

  test('gives other fresh weights when a unit removed is added again later', () => {
    const before = trained();
    const freshAt = (step: number) =>
      entry(resized({ ...before, step }, { codeSize: 4 }).weights[4], 4, 0, 3);
    expect(freshAt(41)).not.toBe(freshAt(40));
  });
});

describe('narrowing', () => {
  /** Two hidden layers with a code of 4 whose units carry the given weight. */
  function withImportance(strengths: readonly number[]): Checkpoint {
    const checkpoint = trained({ codeSize: strengths.length });
    const scaled = (weights: Float32Array, unitOf: (i: number) => number) =>
      weights.map((_, i) => strengths[unitOf(i)] ?? 0);
    const weights = checkpoint.weights.map((weight, index) => {
      if (index === 4) return scaled(weight, (i) => i % strengths.length); // [4, code]
      if (index === 6) return scaled(weight, (i) => Math.floor(i / 4)); // [code, 4]
      return index === 5 ? Float32Array.from(strengths) : weight;
    });
    return { ...checkpoint, weights };
  }

  test('keeps the units that carry most, in their order', () => {
    const after = resized(withImportance([3, 1, 4, 2]), { codeSize: 2 });
    // the bias was made to tell the units apart
    expect(Array.from(after.weights[5] ?? [])).toEqual([3, 4]);
    expect(Array.from(after.weights[6] ?? [])).toEqual([3, 3, 3, 3, 4, 4, 4, 4]);
  });

  test('drops a unit with large incoming weights that nobody listens to', () => {
    const checkpoint = withImportance([1, 1, 1]);
    checkpoint.weights[4] = (checkpoint.weights[4] ?? new Float32Array()).map((w, i) =>
      i % 3 === 0 ? 100 : w,
    );
    checkpoint.weights[6] = (checkpoint.weights[6] ?? new Float32Array()).map((w, i) => (i < 4 ? 0 : w));
    checkpoint.weights[5] = Float32Array.from([7, 8, 9]);
    expect(Array.from(resized(checkpoint, { codeSize: 2 }).weights[5] ?? [])).toEqual([8, 9]);
  });

  test('takes the slots along with the units kept', () => {
    const before = withImportance([3, 1, 4, 2]);
    const after = resized(before, { codeSize: 2 });
    after.optimizer.slots.forEach((slot, s) => {
      const old = before.optimizer.slots[s]?.[5] ?? [];
      expect(Array.from(slot[5] ?? [])).toEqual([old[0], old[2]]);
    });
  });

  test('leaves the output unchanged when what goes carried nothing', () => {
    const grown = resized(trained(), { hidden: [10, 8], codeSize: 7 });
    const back = resized(grown, { hidden: [6, 4], codeSize: 3 });
    expect(largestDifference(outputsOf(back), outputsOf(trained()))).toBeLessThan(1e-6);
  });

  test('and growing again keeps the units that were kept', () => {
    const narrow = resized(withImportance([3, 1, 4, 2]), { codeSize: 2 });
    const wide = resized(narrow, { codeSize: 4 });
    expect(Array.from(wide.weights[5] ?? [])).toEqual([3, 4, 0, 0]);
    expect(largestDifference(outputsOf(wide), outputsOf(narrow))).toBeLessThan(1e-6);
  });

  test('one layer while another grows gives arrays of the new sizes', () => {
    const { weights, optimizer } = resized(trained(), { hidden: [3, 9], codeSize: 1 });
    const sizes = [15, 3, 27, 9, 9, 1, 9, 9, 27, 3, 15, 5];
    expect(weights.map(({ length }) => length)).toEqual(sizes);
    for (const slot of optimizer.slots) expect(slot.map(({ length }) => length)).toEqual(sizes);
  });
});

describe('a convolutional network', () => {
  // boundaries of [5, 1]: [5, 1, 1], [3, 1, 4], [2, 1, 8], code
  const [into, bias, out] = [4, 5, 6]; // kernel and bias of the code, kernel of `unfold`

  test.each([4, 128])('grows its code of 3 to %i leaving the output unchanged', (codeSize) => {
    const before = trained(tinyConvolutions);
    const after = resized(before, { codeSize });
    expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
    expect(after.weights[into]).toHaveLength(16 * codeSize);
    expect(after.weights[bias]).toHaveLength(codeSize);
    expect(after.weights[out]).toHaveLength(codeSize * 16);
    for (let unit = 3; unit < codeSize; unit++) {
      expect(entry(after.weights[into], codeSize, 0, unit)).not.toBe(0);
      expect(entry(after.weights[out], 16, unit, 0)).toBe(0);
    }
  });

  test('keeps its convolutions and their slots as they are, as arrays of their own', () => {
    const before = trained(tinyConvolutions);
    for (const codeSize of [2, 5]) {
      const after = resized(before, { codeSize });
      for (const index of [0, 1, 2, 3, 7, 8, 9, 10, 11]) {
        expect(after.weights[index]).toEqual(before.weights[index]);
        expect(after.weights[index]).not.toBe(before.weights[index]);
        after.optimizer.slots.forEach((slot, s) => {
          expect(slot[index]).toEqual(before.optimizer.slots[s]?.[index]);
        });
      }
    }
  });

  test('narrows its code to the units that carry most, their slots with them', () => {
    const before = trained({ ...tinyConvolutions, codeSize: 4 });
    const strengths = [3, 1, 4, 2];
    before.weights[into] = Float32Array.from({ length: 16 * 4 }, (_, i) => strengths[i % 4] ?? 0);
    before.weights[out] = Float32Array.from({ length: 4 * 16 }, (_, i) => strengths[Math.floor(i / 16)] ?? 0);
    before.weights[bias] = Float32Array.from(strengths);
    const after = resized(before, { codeSize: 2 });
    expect(Array.from(after.weights[bias] ?? [])).toEqual([3, 4]);
    expect(Array.from(after.weights[into] ?? [])).toEqual(Array.from({ length: 32 }, (_, i) => 3 + (i % 2)));
    after.optimizer.slots.forEach((slot, s) => {
      const old = before.optimizer.slots[s] ?? [];
      expect(Array.from(slot[bias] ?? [])).toEqual([old[bias]?.[0], old[bias]?.[2]]);
      expect(entry(slot[out], 16, 1, 7)).toBe(entry(old[out], 16, 2, 7));
    });
  });

  test('goes back to what it was when the units that were added go', () => {
    const before = trained(tinyConvolutions);
    const back = resized(resized(before, { codeSize: 9 }), { codeSize: 3 });
    expect(back.weights).toEqual(before.weights);
    expect(back.optimizer).toEqual(before.optimizer);
  });
});

describe('a Gaussian code', () => {
  const dense = { codeKind: 'gaussian' } satisfies ExperimentPatch;
  // kernels and biases of zMean and zLogVar, kernel of the layer behind the code
  const [zMean, zMeanBias, zLogVar, zLogVarBias, out] = [4, 5, 6, 7, 8];

  test.each<[ExperimentPatch, ExperimentPatch]>([
    [dense, { codeSize: 5 }],
    [dense, { hidden: [9, 7], codeSize: 4 }],
    [{ ...dense, ...tinyConvolutions }, { codeSize: 5 }],
  ])('of %o grows to %o leaving output, means and log-variances of its units unchanged', (from, patch) => {
    const before = trained(from);
    const after = resized(before, patch);
    expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
    for (const input of inputs) {
      const [old, now] = [before, after].map((checkpoint) => plainPassage(checkpoint, shape, input));
      expect(largestDifference(old?.logVar ?? [NaN], now?.logVar?.slice(0, 3) ?? [])).toBeLessThan(1e-6);
      expect(largestDifference(old?.boundaries[2] ?? [NaN], now?.boundaries[2] ?? [])).toBeLessThan(1e-6);
      expect(now?.logVar).toHaveLength(after.experiment.codeSize);
    }
  });

  test('gives new units a mean and a log-variance to learn, of weights that differ, and no say yet', () => {
    const { weights, optimizer } = resized(trained(dense), { codeSize: 5 });
    for (const unit of [3, 4]) {
      const [mean, logVar] = [zMean, zLogVar].map((index) => entry(weights[index], 5, 0, unit));
      expect(mean).not.toBe(0);
      expect(logVar).not.toBe(0);
      expect(mean).not.toBe(logVar);
      for (const index of [zMeanBias, zLogVarBias]) expect(weights[index]?.[unit]).toBe(0);
      expect(entry(weights[out], 4, unit, 0)).toBe(0);
      for (const slot of optimizer.slots) {
        for (const index of [zMean, zLogVar]) expect(entry(slot[index], 5, 0, unit)).toBe(0);
      }
    }
  });

  test('narrows its mean and its log-variance by the same units, their slots too', () => {
    const before = trained({ ...dense, codeSize: 4 });
    const strengths = [3, 1, 4, 2];
    before.weights[zMean] = Float32Array.from({ length: 16 }, (_, i) => strengths[i % 4] ?? 0);
    before.weights[out] = Float32Array.from({ length: 16 }, (_, i) => strengths[Math.floor(i / 4)] ?? 0);
    const after = resized(before, { codeSize: 2 });
    const kept = (values: Float32Array | undefined) =>
      Array.from(values ?? []).filter((_, i) => i % 4 === 0 || i % 4 === 2);
    for (const index of [zMean, zMeanBias, zLogVar, zLogVarBias]) {
      expect(Array.from(after.weights[index] ?? [])).toEqual(kept(before.weights[index]));
      after.optimizer.slots.forEach((slot, s) => {
        expect(Array.from(slot[index] ?? [])).toEqual(kept(before.optimizer.slots[s]?.[index]));
      });
    }
    expect(Array.from(after.weights[out] ?? [])).toEqual([3, 3, 3, 3, 4, 4, 4, 4]);
  });
});

describe('a resized checkpoint', () => {
  test('is of the new experiment at the old place in the run', () => {
    const after = resized(trained(), { codeSize: 2, learningRate: 0.1 });
    expect(after).toMatchObject({ step: 40, samplesSeen: 640 });
    expect(after.experiment).toMatchObject({ codeSize: 2, learningRate: 0.1 });
  });

  test('of another optimizer begins without memory, with the slots of that optimizer', () => {
    const after = resized(trained({ optimizer: 'sgd' }), { codeSize: 4, optimizer: 'adam' });
    expect(after.optimizer.updates).toBe(0);
    expect(after.optimizer.slots).toHaveLength(2);
    for (const slot of after.optimizer.slots) {
      expect(slot.map(({ length }) => length)).toEqual(after.weights.map(({ length }) => length));
      expect(slot.every((values) => values.every((value) => value === 0))).toBe(true);
    }
  });

  test('does not share arrays with the one before', () => {
    const before = trained();
    const after = resized(before, { codeSize: 4 });
    after.weights.forEach((weight) => weight.fill(9));
    expect(before.weights.some((weight) => weight.includes(9))).toBe(false);
  });

  test.each<[ExperimentPatch, ExperimentPatch]>([
    [{}, { hidden: [6] }],
    [{}, { hidden: [6, 4, 4] }],
    [{}, { architecture: 'convolutional' }],
    [{}, { codeKind: 'gaussian' }],
    [{ codeKind: 'gaussian' }, { codeKind: 'deterministic' }],
    [tinyConvolutions, { convLayers: 1 }],
    [tinyConvolutions, { convLayers: 3 }],
    [tinyConvolutions, { filters: 5 }],
    [tinyConvolutions, { architecture: 'dense' }],
  ])('of %o cannot be %o: the layers would be others', (from, patch) => {
    expect(() => resized(trained(from), patch)).toThrow(RangeError);
  });
});
