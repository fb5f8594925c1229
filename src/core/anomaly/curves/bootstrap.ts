// Intervals by the percentile bootstrap (Efron 1979), stratified: normal samples and anomalies are drawn again with replacement,
// as many as there are of each. A resample is a count for each group of equal scores, so that nothing is sorted again.
import { pcg4d, streams, words } from '../../random';
import type { Detection, Estimate } from './detection';
import { precisionRecallCurve, rocCurve } from './curves';
import { auroc, averagePrecision, groupScores, type ScoreGroups } from './score-groups';

export const resamples = 500;
const resamplesAtOnce = 25;

/**
 * What there is to say of a detector; null where the test set lacks normal samples or anomalies. A generator, as it takes a
 * fifth of a second for 10,000 samples: the caller pauses where it likes.
 * @param isNormal of each score, 1 or 0
 */
export function* detection(
  scores: ArrayLike<number>,
  isNormal: ArrayLike<number>,
  seed: number,
): Generator<void, Detection | null, void> {
  const groups = groupScores(scores, isNormal);
  const [area, precision] = [auroc(groups), averagePrecision(groups)];
  if (area === null || precision === null) return null;
  const areas = new Float64Array(resamples);
  const precisions = new Float64Array(resamples);
  const places = { normal: placesOf(groups.normal), anomalous: placesOf(groups.anomalous) };
  const drawn = {
    normal: new Uint32Array(groups.normal.length),
    anomalous: new Uint32Array(groups.normal.length),
  };
  for (let sample = 0; sample < resamples; sample++) {
    if (sample > 0 && sample % resamplesAtOnce === 0) yield;
    drawInto(drawn.normal, places.normal, seed, 2 * sample);
    drawInto(drawn.anomalous, places.anomalous, seed, 2 * sample + 1);
    areas[sample] = auroc(drawn) ?? area;
    precisions[sample] = averagePrecision(drawn) ?? precision;
  }
  return {
    normalCount: groups.normalCount,
    anomalousCount: groups.anomalousCount,
    auroc: estimate(area, areas),
    averagePrecision: estimate(precision, precisions),
    roc: rocCurve(groups),
    precisionRecall: precisionRecallCurve(groups),
  };
}

/** The area alone, without an interval; null as in `detection`. */
export function aurocOf(scores: ArrayLike<number>, isNormal: ArrayLike<number>): number | null {
  return auroc(groupScores(scores, isNormal));
}

/** The group of each sample. */
function placesOf(counts: ScoreGroups['normal']): Uint32Array {
  const places = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  counts.forEach((count, group) => {
    places.fill(group, at, at + count);
    at += count;
  });
  return places;
}

/** Counts of as many draws as there are places. */
function drawInto(counts: Uint32Array, places: Uint32Array, seed: number, salt: number): void {
  counts.fill(0);
  const count = places.length;
  for (let first = 0; first < count; first += 4) {
    pcg4d(seed, streams.bootstrap, salt, first);
    for (let i = 0; i < 4 && first + i < count; i++) {
      const group = places[Math.floor(((words[i] ?? 0) / 2 ** 32) * count)] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  }
}

/** The middle 95 %. */
function estimate(value: number, drawn: Float64Array): Estimate {
  const sorted = drawn.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}
