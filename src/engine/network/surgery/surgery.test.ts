import { describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { largestDifference } from '../../testing/steps';
import { startsOfNewWeights } from '../../training/optimizer/new-weights';
import { entry, outputsOf, resized, tinyConvolutions, trained } from '../../testing/tiny/trained';

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

  test('leaves the output of a network that reads masks unchanged, and the weights of the mask where they are', () => {
    const before = trained({ noise: 'block', maskInput: 'on' });
    const after = resized(before, { hidden: [8, 4], codeSize: 5 });
    expect(before.weights[0]).toHaveLength(2 * 5 * 6);
    expect(after.weights[0]).toHaveLength(2 * 5 * 8);
    expect(entry(after.weights[0], 8, 7, 5)).toBe(entry(before.weights[0], 6, 7, 5));
    expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
  });

  test.each(['relu', 'elu', 'tanh', 'sigmoid'] as const)(
    'leaves the output unchanged under %s',
    (activation) => {
      const before = trained({ activation });
      const after = resized(before, { hidden: [8, 7], codeSize: 6 });
      expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
    },
  );

  test('gives a new unit random incoming weights and zero outgoing weights', () => {
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

  test('keeps the slots of kept weights in place; first moments of new weights start at 0, second moments from the old ones', () => {
    const before = trained();
    const after = resized(before, { codeSize: 5 });
    expect(after.optimizer.updates).toBe(40);
    expect(after.optimizer.slots).toHaveLength(2);
    after.optimizer.slots.forEach((slot, s) => {
      const old = before.optimizer.slots[s] ?? [];
      for (const untouched of [0, 1, 2, 3, 7, 8, 9, 10, 11]) expect(slot[untouched]).toEqual(old[untouched]);
      const { learningRate } = before.experiment;
      const starts = (layer: number) => {
        const onward = before.weights[layer + 2] ?? null;
        return startsOfNewWeights('adam', s, {
          averages: old[layer] ?? new Float32Array(),
          learningRate,
          onward,
        });
      };
      if (s === 0) expect(starts(4)).toEqual({ incoming: 0, outgoing: 0 });
      else expect(starts(6).outgoing).toBeGreaterThan(0);
      for (let row = 0; row < 4; row++) {
        for (let unit = 0; unit < 5; unit++) {
          const kept = unit < 3;
          expect(entry(slot[4], 5, row, unit)).toBeCloseTo(
            kept ? (entry(old[4], 3, row, unit) ?? NaN) : starts(4).incoming,
            7,
          );
          expect(entry(slot[6], 4, unit, row)).toBeCloseTo(
            kept ? (entry(old[6], 4, unit, row) ?? NaN) : starts(6).outgoing,
            7,
          );
        }
      }
      expect(Array.from(slot[5]?.subarray(0, 3) ?? [])).toEqual([...(old[5] ?? [])]);
      for (const unit of [3, 4]) {
        const { incoming } = startsOfNewWeights('adam', s, {
          averages: old[5] ?? new Float32Array(),
          learningRate,
          onward: before.weights[6] ?? null,
        });
        expect(slot[5]?.[unit]).toBeCloseTo(incoming, 7);
      }
    });
  });

  test.each<ExperimentPatch>([{ codeKind: 'gaussian' }, { sparsity: 'l1', codeActivation: 'relu' }])(
    'starts the second moments of weights into the code high under %o, whose penalty moves them at once',
    (patch) => {
      const before = trained(patch);
      const after = resized(before, { codeSize: 5 });
      const old = before.optimizer.slots[1]?.[4] ?? new Float32Array();
      const { outgoing } = startsOfNewWeights('adam', 1, { averages: old, learningRate: 1, onward: null });
      expect(entry(after.optimizer.slots[1]?.[4], 5, 0, 3)).toBeCloseTo(outgoing, 6);
    },
  );

  test('gives different weights when a removed unit is added again later', () => {
    const before = trained();
    const freshAt = (step: number) =>
      entry(resized({ ...before, step }, { codeSize: 4 }).weights[4], 4, 0, 3);
    expect(freshAt(41)).not.toBe(freshAt(40));
  });
});

describe('narrowing', () => {
  /** Two hidden layers with a code of 4 whose units have the given importance. */
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

  test('keeps the most important units, in order', () => {
    const after = resized(withImportance([3, 1, 4, 2]), { codeSize: 2 });
    // the biases identify the units
    expect(Array.from(after.weights[5] ?? [])).toEqual([3, 4]);
    expect(Array.from(after.weights[6] ?? [])).toEqual([3, 3, 3, 3, 4, 4, 4, 4]);
  });

  test('drops a unit with large incoming but zero outgoing weights', () => {
    const checkpoint = withImportance([1, 1, 1]);
    checkpoint.weights[4] = (checkpoint.weights[4] ?? new Float32Array()).map((w, i) =>
      i % 3 === 0 ? 100 : w,
    );
    checkpoint.weights[6] = (checkpoint.weights[6] ?? new Float32Array()).map((w, i) => (i < 4 ? 0 : w));
    checkpoint.weights[5] = Float32Array.from([7, 8, 9]);
    expect(Array.from(resized(checkpoint, { codeSize: 2 }).weights[5] ?? [])).toEqual([8, 9]);
  });

  test('keeps the slots of the kept units', () => {
    const before = withImportance([3, 1, 4, 2]);
    const after = resized(before, { codeSize: 2 });
    after.optimizer.slots.forEach((slot, s) => {
      const old = before.optimizer.slots[s]?.[5] ?? [];
      expect(Array.from(slot[5] ?? [])).toEqual([old[0], old[2]]);
    });
  });

  test('leaves the output unchanged when the removed units have no effect', () => {
    const grown = resized(trained(), { hidden: [10, 8], codeSize: 7 });
    const back = resized(grown, { hidden: [6, 4], codeSize: 3 });
    expect(largestDifference(outputsOf(back), outputsOf(trained()))).toBeLessThan(1e-6);
  });

  test('keeps the kept units when the layer grows again', () => {
    const narrow = resized(withImportance([3, 1, 4, 2]), { codeSize: 2 });
    const wide = resized(narrow, { codeSize: 4 });
    expect(Array.from(wide.weights[5] ?? [])).toEqual([3, 4, 0, 0]);
    expect(largestDifference(outputsOf(wide), outputsOf(narrow))).toBeLessThan(1e-6);
  });

  test('narrowing one layer while another grows gives arrays of the new sizes', () => {
    const { weights, optimizer } = resized(trained(), { hidden: [3, 9], codeSize: 1 });
    const sizes = [15, 3, 27, 9, 9, 1, 9, 9, 27, 3, 15, 5];
    expect(weights.map(({ length }) => length)).toEqual(sizes);
    for (const slot of optimizer.slots) expect(slot.map(({ length }) => length)).toEqual(sizes);
  });
});

describe('a resized checkpoint', () => {
  test('has the new experiment at the old position in the run', () => {
    const after = resized(trained(), { codeSize: 2, learningRate: 0.1 });
    expect(after).toMatchObject({ step: 40, samplesPassed: 640 });
    expect(after.experiment).toMatchObject({ codeSize: 2, learningRate: 0.1 });
  });

  test('starts with empty slots when the optimizer changes', () => {
    const after = resized(trained({ optimizer: 'sgd' }), { codeSize: 4, optimizer: 'adam' });
    expect(after.optimizer.updates).toBe(0);
    expect(after.optimizer.slots).toHaveLength(2);
    for (const slot of after.optimizer.slots) {
      expect(slot.map(({ length }) => length)).toEqual(after.weights.map(({ length }) => length));
      expect(slot.every((values) => values.every((value) => value === 0))).toBe(true);
    }
  });

  test('does not share arrays with its original', () => {
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
  ])('%o cannot be resized to %o, which has other layers', (from, patch) => {
    expect(() => resized(trained(from), patch)).toThrow(RangeError);
  });
});
