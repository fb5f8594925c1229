import { describe, expect, test } from 'vitest';
import { flaggedShare, histogramOf, percentileThreshold, ratesAt } from './threshold';

const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0);

describe('the threshold from held-out normal samples', () => {
  const held = Float32Array.from({ length: 100 }, (_, i) => 99 - i);

  test('is not exceeded by the percentile asked for', () => {
    expect(percentileThreshold(held, 95)).toBe(94);
    expect(flaggedShare(held, 94)).toBe(0.05);
    expect(percentileThreshold(held, 50)).toBe(49);
    expect(
      percentileThreshold(
        Float32Array.from({ length: 20 }, (_, i) => i),
        95,
      ),
    ).toBe(18);
  });

  test('never flags more than the rest, ties included, and nothing where all are the same', () => {
    const ties = Float32Array.from([1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(flaggedShare(ties, percentileThreshold(ties, 90) ?? 0)).toBe(0);
    expect(flaggedShare(ties, percentileThreshold(ties, 30) ?? 0)).toBe(0.7);
    expect(flaggedShare(new Float32Array(5).fill(3), percentileThreshold([3, 3, 3], 95) ?? 0)).toBe(0);
  });

  test('is unknown where nothing is held out', () => {
    expect(percentileThreshold(null, 95)).toBeNull();
    expect(percentileThreshold([], 95)).toBeNull();
  });
});

describe('the rates at a threshold', () => {
  test('of a closed case', () => {
    // Flagged above 2: normal 3, anomalies 4 and 5. Missed: anomaly 2.
    const rates = ratesAt([1, 2, 3, 2, 4, 5], [1, 1, 1, 0, 0, 0], 2);
    expect(rates).toMatchObject({ truePositives: 2, falsePositives: 1, trueNegatives: 2, falseNegatives: 1 });
    expect(rates.truePositiveRate).toBeCloseTo(2 / 3, 12);
    expect(rates.falsePositiveRate).toBeCloseTo(1 / 3, 12);
    expect(rates.precision).toBeCloseTo(2 / 3, 12);
    expect(rates.f1).toBeCloseTo(2 / 3, 12);
  });

  test('are unknown, not infinite, where there is nothing to divide by', () => {
    expect(ratesAt([1, 2], [1, 1], 5)).toMatchObject({
      truePositiveRate: null,
      falsePositiveRate: 0,
      precision: null,
      f1: null,
    });
    expect(ratesAt([1, 2], [0, 0], 5)).toMatchObject({ truePositiveRate: 0, falsePositiveRate: null, f1: 0 });
    expect(ratesAt([], [], 5).f1).toBeNull();
  });
});

describe('the histogram', () => {
  test('counts every score once, by what it is', () => {
    const scores = Float32Array.from({ length: 1000 }, (_, i) => i);
    const isNormal = Uint8Array.from(scores, (score) => Number(score < 600));
    const made = histogramOf(scores, isNormal, Float32Array.from([5, 5000]), 10);
    expect([sum(made!.normal), sum(made!.anomalous), sum(made!.validation!)]).toEqual([600, 400, 2]);
    expect(made!.validation![0]).toBe(1);
    expect(made!.validation![9]).toBe(1);
  });

  test('is not squeezed by a few far scores', () => {
    const scores = Float32Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1e6 : i / 1000));
    expect(histogramOf(scores, new Uint8Array(1000), null, 10)!.to).toBeLessThan(1.1);
  });

  test('shows the far ones where all others are the same', () => {
    const scores = Float32Array.from({ length: 2000 }, (_, i) => Number(i === 7));
    expect(histogramOf(scores, new Uint8Array(2000).fill(1), null, 4)!.normal).toEqual(
      Uint32Array.of(1999, 0, 0, 1),
    );
  });

  test('is not drawn of one value', () => {
    expect(histogramOf(new Float32Array(5).fill(2), new Uint8Array(5), null, 10)).toBeNull();
    expect(histogramOf(new Float32Array(0), new Uint8Array(0), null, 10)).toBeNull();
  });
});
