// Where the line stands between normal and anomalous, and what it does to the test set. It comes from held-out normal samples:
// test samples only report.
import type { Confusion, Histogram, Rates } from './curves/detection';

/**
 * The score that `percentile` % of the held-out normal samples do not exceed: the smallest such score, so that at most the rest
 * of them is flagged, and none where they all have the same. Null without samples.
 * @param percentile in (0, 100)
 */
export function percentileThreshold(validation: ArrayLike<number> | null, percentile: number): number | null {
  if (validation === null || validation.length === 0) return null;
  const sorted = Float32Array.from(validation).sort();
  // 0.95 * 20 is a little more than 19 in floating point.
  const kept = Math.ceil((percentile / 100) * sorted.length - 1e-9);
  return sorted[Math.min(sorted.length, Math.max(1, kept)) - 1] ?? null;
}

/** @param isNormal of each score, 1 or 0 */
export function ratesAt(scores: ArrayLike<number>, isNormal: ArrayLike<number>, threshold: number): Rates {
  const confusion = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  for (let i = 0; i < scores.length; i++) {
    const isFlagged = (scores[i] ?? 0) > threshold;
    if (isNormal[i] === 1) confusion[isFlagged ? 'falsePositives' : 'trueNegatives']++;
    else confusion[isFlagged ? 'truePositives' : 'falseNegatives']++;
  }
  return { ...confusion, ...ratesOf(confusion) };
}

function ratesOf({ truePositives, falsePositives, trueNegatives, falseNegatives }: Confusion) {
  const errors = falsePositives + falseNegatives;
  return {
    truePositiveRate: share(truePositives, truePositives + falseNegatives),
    falsePositiveRate: share(falsePositives, falsePositives + trueNegatives),
    precision: share(truePositives, truePositives + falsePositives),
    f1: share(2 * truePositives, 2 * truePositives + errors),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Share of the scores that exceed the threshold; null where there are none. */
export function flaggedShare(scores: ArrayLike<number>, threshold: number): number | null {
  let flagged = 0;
  for (let i = 0; i < scores.length; i++) if ((scores[i] ?? 0) > threshold) flagged++;
  return share(flagged, scores.length);
}

/** Share of the scores beyond each end of a histogram: a few far ones would squeeze all others into one bin. */
const tail = 0.002;

/** Null where there is nothing to count, or where all scores are the same: there is nothing to divide. */
export function histogramOf(
  test: Float32Array,
  isNormal: ArrayLike<number>,
  validation: Float32Array | null,
  bins: number,
): Histogram | null {
  const sorted = test.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const isSqueezed = at(tail) === at(1 - tail);
  const [from, to] = isSqueezed ? [at(0), at(1)] : [at(tail), at(1 - tail)];
  if (!(from < to)) return null;
  const binOf = (score: number) =>
    Math.min(bins - 1, Math.max(0, Math.floor(((score - from) / (to - from)) * bins)));
  const counts = (scores: Float32Array, isCounted: (index: number) => boolean) => {
    const made = new Uint32Array(bins);
    scores.forEach((score, index) => {
      if (!isCounted(index)) return;
      const bin = binOf(score);
      made[bin] = (made[bin] ?? 0) + 1;
    });
    return made;
  };
  return {
    from,
    to,
    normal: counts(test, (index) => isNormal[index] === 1),
    anomalous: counts(test, (index) => isNormal[index] !== 1),
    validation: validation && counts(validation, () => true),
  };
}
