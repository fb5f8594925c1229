// The scores of each class of the test set: which left-out class is the hardest to tell from the normal ones.
import type { ClassScores } from './curves/detection';
import { aurocOf } from './curves/bootstrap';
import { flaggedShare } from './threshold';

/** Classes that have test samples, the normal ones first, then by rising AUROC: what is hard to detect comes first. */
export function scoresByClass(
  scores: Float32Array,
  labels: Uint16Array,
  isNormal: Uint8Array,
  threshold: number | null,
): ClassScores[] {
  const members = new Map<number, number[]>();
  labels.forEach((label, index) => {
    const known = members.get(label);
    if (known) known.push(index);
    else members.set(label, [index]);
  });
  const normal = scores.filter((_, index) => isNormal[index] === 1).sort();
  return [...members]
    .map(([label, indices]): ClassScores => {
      const own = Float32Array.from(indices, (index) => scores[index] ?? 0);
      const isOfNormal = isNormal[indices[0] ?? 0] === 1;
      return {
        label,
        isNormal: isOfNormal,
        count: own.length,
        meanScore: own.reduce((sum, score) => sum + score, 0) / own.length,
        auroc: isOfNormal ? null : againstSorted(normal, own),
        flaggedShare: threshold === null ? null : flaggedShare(own, threshold),
      };
    })
    .sort(
      (a, b) =>
        Number(b.isNormal) - Number(a.isNormal) || (a.auroc ?? 0) - (b.auroc ?? 0) || a.label - b.label,
    );
}

/** The same classes at another threshold. */
export function flaggedByClass(
  classes: readonly ClassScores[],
  scores: Float32Array,
  labels: Uint16Array,
  threshold: number | null,
): ClassScores[] {
  const flagged = new Map<number, number>();
  scores.forEach((score, index) => {
    const label = labels[index] ?? 0;
    if (threshold !== null && score > threshold) flagged.set(label, (flagged.get(label) ?? 0) + 1);
  });
  return classes.map((one) => ({
    ...one,
    flaggedShare: threshold === null ? null : (flagged.get(one.label) ?? 0) / one.count,
  }));
}

/** AUROC by places in the sorted normal scores, so that hundreds of classes need no sorting of their own. */
function againstSorted(normal: Float32Array, anomalous: Float32Array): number | null {
  if (normal.length === 0 || anomalous.length === 0) return null;
  let wins = 0;
  for (const score of anomalous) {
    const below = placeOf(normal, (other) => other >= score);
    const upTo = placeOf(normal, (other) => other > score);
    wins += (below + upTo) / 2;
  }
  return wins / (normal.length * anomalous.length);
}

/** The first place in a sorted list where the test holds; its length where it never does. */
function placeOf(sorted: Float32Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** AUROC of telling `anomalous` scores from `normal` ones; null where there are none of either. */
export function against(normal: Float32Array, anomalous: Float32Array): number | null {
  return aurocOf(...joined(normal, anomalous));
}

/** The scores of both, the normal ones first, and which are normal. */
export function joined(normal: Float32Array, anomalous: Float32Array): [Float32Array, Uint8Array] {
  const scores = new Float32Array(normal.length + anomalous.length);
  scores.set(normal);
  scores.set(anomalous, normal.length);
  return [scores, new Uint8Array(scores.length).fill(1, 0, normal.length)];
}
