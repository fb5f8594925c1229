// Surgery on convolutional networks and on Gaussian codes.
import { describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { runPlainNetwork } from '../../testing/tiny/plain-network';
import { largestDifference } from '../../testing/steps';
import {
  entry,
  inputs,
  outputsOf,
  resized,
  shape,
  tinyConvolutions,
  trained,
} from '../../testing/tiny/trained';

describe('a convolutional network', () => {
  // boundaries of [5, 1]: [5, 1, 1], [3, 1, 4], [2, 1, 8], code
  const [into, bias, out] = [4, 5, 6]; // kernel and bias of the code, kernel of `unfold`

  test.each([4, 128])('grows its code from 3 to %i and leaves the output unchanged', (codeSize) => {
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

  test('copies its convolutions and their slots unchanged', () => {
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

  test('narrows its code to the most important units, with their slots', () => {
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

  test('returns to its old weights when the added units are removed', () => {
    const before = trained(tinyConvolutions);
    const back = resized(resized(before, { codeSize: 9 }), { codeSize: 3 });
    expect(back.weights).toEqual(before.weights);
    expect(back.optimizer).toEqual(before.optimizer);
  });
});

describe('a Gaussian code', () => {
  const dense = { codeKind: 'gaussian' } satisfies ExperimentPatch;
  // kernels and biases of zMean and zLogVar, then the kernel of the layer after the code
  const [zMean, zMeanBias, zLogVar, zLogVarBias, out] = [4, 5, 6, 7, 8];

  test.each<[ExperimentPatch, ExperimentPatch]>([
    [dense, { codeSize: 5 }],
    [dense, { hidden: [9, 7], codeSize: 4 }],
    [{ ...dense, ...tinyConvolutions }, { codeSize: 5 }],
  ])('of %o grows to %o and leaves output, means and log-variances unchanged', (from, patch) => {
    const before = trained(from);
    const after = resized(before, patch);
    expect(largestDifference(outputsOf(after), outputsOf(before))).toBeLessThan(1e-6);
    for (const input of inputs) {
      const [old, now] = [before, after].map((checkpoint) => runPlainNetwork(checkpoint, shape, input));
      expect(largestDifference(old?.logVar ?? [NaN], now?.logVar?.slice(0, 3) ?? [])).toBeLessThan(1e-6);
      expect(
        largestDifference(old?.boundaries[2] ?? [NaN], now?.boundaries[2]?.slice(0, 3) ?? []),
      ).toBeLessThan(1e-6);
      expect(now?.logVar).toHaveLength(after.experiment.codeSize);
    }
  });

  test('gives new units different weights for mean and log-variance, and zero outgoing weights', () => {
    const { weights, optimizer } = resized(trained(dense), { codeSize: 5 });
    for (const unit of [3, 4]) {
      const [mean, logVar] = [zMean, zLogVar].map((index) => entry(weights[index], 5, 0, unit));
      expect(mean).not.toBe(0);
      expect(logVar).not.toBe(0);
      expect(mean).not.toBe(logVar);
      for (const index of [zMeanBias, zLogVarBias]) expect(weights[index]?.[unit]).toBe(0);
      expect(entry(weights[out], 4, unit, 0)).toBe(0);
      // surgery.test.ts covers the start of the second moments
      for (const index of [zMean, zLogVar]) expect(entry(optimizer.slots[0]?.[index], 5, 0, unit)).toBe(0);
    }
  });

  test('narrows its mean and its log-variance to the same units, with their slots', () => {
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
