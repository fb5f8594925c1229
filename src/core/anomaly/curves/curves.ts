// ROC and precision-recall curves, thinned to what a chart can show.
import type { Curve } from './detection';
import type { ScoreGroups } from './score-groups';

/** Two points that are drawn are at least this far apart, |dx| + |dy|, but for the ends. */
const leastDistance = 1 / 200;

/** False positive rate against true positive rate, from (0, 0) to (1, 1). There must be samples of both. */
export function rocCurve(groups: ScoreGroups): Curve {
  const { normalCount, anomalousCount } = groups;
  return curve(groups, (falsePositives, truePositives) => [
    falsePositives / normalCount,
    truePositives / anomalousCount,
  ]);
}

/** Recall against precision. Begins at recall 0 with the precision of the first group. There must be anomalies. */
export function precisionRecallCurve(groups: ScoreGroups): Curve {
  const { anomalousCount, normal, anomalous } = groups;
  const first = (anomalous[0] ?? 0) / ((anomalous[0] ?? 0) + (normal[0] ?? 0));
  return curve(groups, (falsePositives, truePositives) => {
    const flagged = falsePositives + truePositives;
    return [truePositives / anomalousCount, flagged === 0 ? first : truePositives / flagged];
  });
}

function curve(
  { scores, normal, anomalous }: ScoreGroups,
  point: (falsePositives: number, truePositives: number) => [number, number],
): Curve {
  const [xs, ys, thresholds]: number[][] = [[], [], []];
  const last = scores.length;
  let [falsePositives, truePositives] = [0, 0];
  for (let flagged = 0; flagged <= last; flagged++) {
    if (flagged > 0) {
      falsePositives += normal[flagged - 1] ?? 0;
      truePositives += anomalous[flagged - 1] ?? 0;
    }
    const [x, y] = point(falsePositives, truePositives);
    const moved = Math.abs(x - (xs?.at(-1) ?? -1)) + Math.abs(y - (ys?.at(-1) ?? -1));
    if (moved < leastDistance && flagged < last) continue;
    xs?.push(x);
    ys?.push(y);
    thresholds?.push(scores[flagged] ?? -Infinity);
  }
  return {
    x: Float32Array.from(xs ?? []),
    y: Float32Array.from(ys ?? []),
    thresholds: Float32Array.from(thresholds ?? []),
  };
}
