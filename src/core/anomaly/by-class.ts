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
  const normal = scores.filter((_, index) => isNormal[index] === 1);
  return [...members]
    .map(([label, indices]): ClassScores => {
      const own = Float32Array.from(indices, (index) => scores[index] ?? 0);
      const isOfNormal = isNormal[indices[0] ?? 0] === 1;
      return {
        label,
        isNormal: isOfNormal,
        count: own.length,
        meanScore: own.reduce((sum, score) => sum + score, 0) / own.length,
        auroc: isOfNormal ? null : against(normal, own),
        flaggedShare: threshold === null ? null : flaggedShare(own, threshold),
      };
    })
    .sort(
      (a, b) =>
        Number(b.isNormal) - Number(a.isNormal) || (a.auroc ?? 0) - (b.auroc ?? 0) || a.label - b.label,
    );
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
