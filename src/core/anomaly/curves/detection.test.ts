import { describe, expect, test } from 'vitest';
import { uniform } from '../../random';
import { aurocOf, detection, resamples } from './bootstrap';
import type { Detection } from './detection';
import { auroc, averagePrecision, groupScores } from './score-groups';

/** Scores with many ties: 20 values for 300 samples. */
const scores = Float32Array.from({ length: 300 }, (_, i) => Math.floor(20 * uniform(7, 1, 0, i)) / 4);
/** Anomalies score a little higher. */
const isNormal = Uint8Array.from(scores, (score, i) => Number(uniform(7, 1, 1, i) > 0.15 + score / 12));

function detect(given: ArrayLike<number>, normal: ArrayLike<number>): Detection | null {
  const work = detection(given, normal, 1);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The chance that an anomaly beats a normal sample, over all pairs. */
function naiveAuroc(given: ArrayLike<number>, normal: ArrayLike<number>): number {
  let [wins, pairs] = [0, 0];
  for (let a = 0; a < given.length; a++) {
    for (let n = 0; n < given.length; n++) {
      if (normal[a] === 1 || normal[n] !== 1) continue;
      pairs++;
      if (given[a]! > given[n]!) wins++;
      else if (given[a] === given[n]) wins += 0.5;
    }
  }
  return wins / pairs;
}

/** Precision at every threshold times the rise in recall. */
function naivePrecision(given: ArrayLike<number>, normal: ArrayLike<number>): number {
  const anomalies = Array.from(normal).filter((one) => one !== 1).length;
  let [sum, before] = [0, 0];
  for (const threshold of [...new Set(Array.from(given))].sort((a, b) => b - a)) {
    const flagged = Array.from(given, (score, i) => ({ score, i })).filter(({ score }) => score >= threshold);
    const found = flagged.filter(({ i }) => normal[i] !== 1).length;
    sum += (found / flagged.length) * (found / anomalies - before);
    before = found / anomalies;
  }
  return sum;
}

describe('the area under the ROC curve', () => {
  test('is the share of pairs in order, of a closed case', () => {
    // Normal 1, 2, 3 and anomalies 2, 4: of six pairs, four are in order and one ties.
    expect(aurocOf([1, 2, 3, 2, 4], [1, 1, 1, 0, 0])).toBeCloseTo(4.5 / 6, 12);
  });

  test('equals the count over all pairs, ties included', () => {
    expect(aurocOf(scores, isNormal)).toBeCloseTo(naiveAuroc(scores, isNormal), 12);
  });

  test('is 0.5 for a constant detector, 1 for a perfect one and 0 for its opposite', () => {
    expect(aurocOf(new Float32Array(6).fill(3), [1, 0, 1, 1, 0, 1])).toBe(0.5);
    expect(aurocOf([1, 2, 3, 4], [1, 1, 0, 0])).toBe(1);
    expect(aurocOf([4, 3, 2, 1], [1, 1, 0, 0])).toBe(0);
  });

  test('is unknown without anomalies or without normal samples', () => {
    expect(aurocOf([1, 2], [1, 1])).toBeNull();
    expect(aurocOf([1, 2], [0, 0])).toBeNull();
    expect(aurocOf([], [])).toBeNull();
  });
});

describe('average precision', () => {
  test('of a closed case', () => {
    // From the top: an anomaly (precision 1), a normal sample, an anomaly (2 of 3).
    expect(averagePrecision(groupScores([3, 2, 1], [0, 1, 0]))).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  test('equals the sum over all thresholds, ties included', () => {
    const expected = naivePrecision(scores, isNormal);
    expect(averagePrecision(groupScores(scores, isNormal))).toBeCloseTo(expected, 12);
  });

  test('of a constant detector is the share of anomalies', () => {
    expect(averagePrecision(groupScores([1, 1, 1, 1], [1, 0, 1, 1]))).toBe(0.25);
  });
});

describe('groups of equal scores', () => {
  test('fall, and count every sample once', () => {
    const groups = groupScores(scores, isNormal);
    expect([...groups.scores]).toEqual([...new Set(scores)].sort((a, b) => b - a));
    const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
    expect(total(groups.normal)).toBe(groups.normalCount);
    expect(total(groups.normal) + total(groups.anomalous)).toBe(300);
  });

  test('refuse a score that is not a number', () => {
    expect(() => groupScores([1, Number.NaN], [1, 0])).toThrow('not a number');
  });
});

describe('the detection', () => {
  const found = detect(scores, isNormal);

  test('has an interval around each estimate, of the width that theory expects', () => {
    const { auroc: area, averagePrecision: precision } = found!;
    expect(area.low).toBeLessThan(area.value);
    expect(area.high).toBeGreaterThan(area.value);
    expect(precision.low).toBeLessThan(precision.value);
    expect(precision.high).toBeGreaterThan(precision.value);
    // Hanley & McNeil 1982: the standard error of an area from its value and the numbers of samples.
    const { value } = area;
    const [m, n] = [found!.anomalousCount, found!.normalCount];
    const [q1, q2] = [value / (2 - value), (2 * value ** 2) / (1 + value)];
    const variance =
      (value * (1 - value) + (m - 1) * (q1 - value ** 2) + (n - 1) * (q2 - value ** 2)) / (m * n);
    const width = (area.high - area.low) / (2 * 1.96 * Math.sqrt(variance));
    expect(width).toBeGreaterThan(0.8);
    expect(width).toBeLessThan(1.25);
  });

  test('is the same for the same seed, and is made in pieces', () => {
    expect(detect(scores, isNormal)).toEqual(found);
    expect([...detection(scores, isNormal, 1)].length).toBeGreaterThan(resamples / 100);
  });

  test('of a constant detector has no width', () => {
    const constant = detect(
      new Float32Array(50).fill(1),
      Uint8Array.from({ length: 50 }, (_, i) => i % 2),
    );
    expect(constant?.auroc).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  test('is unknown without anomalies', () => {
    expect(detect([1, 2, 3], [1, 1, 1])).toBeNull();
  });

  test('draws the ROC curve from nothing flagged to everything, with the area it states', () => {
    const { x, y, thresholds } = found!.roc;
    expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1]);
    let area = 0;
    for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
    expect(area).toBeCloseTo(found!.auroc.value, 2);
    expect(thresholds[0]).toBe(Math.max(...scores));
    expect(thresholds.at(-1)).toBe(-Infinity);
  });

  test('says at each point of the curve which threshold leads there', () => {
    const { x, y, thresholds } = found!.roc;
    const middle = Math.floor(x.length / 2);
    const flagged = (normal: number) =>
      scores.filter((score, i) => isNormal[i] === normal && score > thresholds[middle]!).length;
    expect(flagged(1) / found!.normalCount).toBeCloseTo(x[middle]!, 6);
    expect(flagged(0) / found!.anomalousCount).toBeCloseTo(y[middle]!, 6);
  });

  test('draws precision against recall to the share of anomalies', () => {
    const { x, y } = found!.precisionRecall;
    expect([x[0], x.at(-1)]).toEqual([0, 1]);
    expect(y.at(-1)).toBeCloseTo(found!.anomalousCount / 300, 6);
  });

  test('is thinned to what a chart can show', () => {
    const many = Float32Array.from({ length: 20_000 }, (_, i) => uniform(3, 1, 0, i));
    const normal = Uint8Array.from(many, (_, i) => Number(i % 3 > 0));
    expect(detect(many, normal)!.roc.x.length).toBeLessThan(500);
    expect(auroc(groupScores(many, normal))).toBeCloseTo(0.5, 1);
  });
});
