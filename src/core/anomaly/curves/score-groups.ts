// Scores of the test set, sorted once: everything about a detector follows from how many normal and anomalous samples there are
// at each distinct score. Equal scores are one group, so that ties need no care further on.

/** Distinct scores, falling: the most anomalous first. `[groups]` each. */
export interface ScoreGroups {
  readonly scores: Float32Array;
  readonly normal: Uint32Array;
  readonly anomalous: Uint32Array;
  readonly normalCount: number;
  readonly anomalousCount: number;
}

/** @param isNormal of each score, 1 or 0 */
export function groupScores(scores: ArrayLike<number>, isNormal: ArrayLike<number>): ScoreGroups {
  const normal = sortedScores(scores, isNormal, true);
  const anomalous = sortedScores(scores, isNormal, false);
  const distinct = new Float32Array(scores.length);
  const [normalAt, anomalousAt] = [new Uint32Array(scores.length), new Uint32Array(scores.length)];
  let count = 0;
  let [n, a] = [normal.length - 1, anomalous.length - 1];
  while (n >= 0 || a >= 0) {
    const score = Math.max(normal[n] ?? -Infinity, anomalous[a] ?? -Infinity);
    const [beforeN, beforeA] = [n, a];
    while (n >= 0 && normal[n] === score) n--;
    while (a >= 0 && anomalous[a] === score) a--;
    distinct[count] = score;
    normalAt[count] = beforeN - n;
    anomalousAt[count] = beforeA - a;
    count++;
    // Only a score that is no number equals no group.
    if (beforeN === n && beforeA === a) throw new RangeError('a score is not a number');
  }
  return {
    scores: distinct.slice(0, count),
    normal: normalAt.slice(0, count),
    anomalous: anomalousAt.slice(0, count),
    normalCount: normal.length,
    anomalousCount: anomalous.length,
  };
}

/** Rising. */
function sortedScores(scores: ArrayLike<number>, isNormal: ArrayLike<number>, wanted: boolean): Float32Array {
  const kept = new Float32Array(scores.length);
  let count = 0;
  for (let i = 0; i < scores.length; i++) {
    if ((isNormal[i] === 1) === wanted) kept[count++] = scores[i] ?? Number.NaN;
  }
  return kept.subarray(0, count).sort();
}

type Counts = Pick<ScoreGroups, 'normal' | 'anomalous'>;

/**
 * The chance that an anomaly scores higher than a normal sample, a tie counting half (Mann & Whitney 1947); null where there is
 * none of either.
 */
export function auroc({ normal, anomalous }: Counts): number | null {
  let [flagged, wins, normalCount, anomalousCount] = [0, 0, 0, 0];
  for (let group = 0; group < normal.length; group++) {
    const [n, a] = [normal[group] ?? 0, anomalous[group] ?? 0];
    // Every normal sample of this group loses against the anomalies before it, and ties with those in it.
    wins += n * (flagged + a / 2);
    flagged += a;
    normalCount += n;
    anomalousCount += a;
  }
  return normalCount === 0 || anomalousCount === 0 ? null : wins / (normalCount * anomalousCount);
}

/** Sum over distinct scores of precision times the rise in recall; null without anomalies. */
export function averagePrecision({ normal, anomalous }: Counts): number | null {
  let [truePositives, flagged, sum] = [0, 0, 0];
  for (let group = 0; group < normal.length; group++) {
    const a = anomalous[group] ?? 0;
    truePositives += a;
    flagged += a + (normal[group] ?? 0);
    if (a > 0) sum += (a * truePositives) / flagged;
  }
  return truePositives === 0 ? null : sum / truePositives;
}
