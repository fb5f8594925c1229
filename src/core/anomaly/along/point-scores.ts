// The scores of windows as a curve over the points of their recording. Pure.
import type { ScoredWindows } from './scored-windows';

/**
 * A score for each point, `[points]`: that of the window about it, and between the middles of two neighbours in between. Not a number
 * where no window is.
 */
export function pointScores(
  { starts, scores, length }: ScoredWindows,
  points: number,
  stride: number,
): Float32Array {
  const made = new Float32Array(points).fill(NaN);
  const half = Math.floor(length / 2);
  const reach = Math.floor(stride / 2);
  for (let i = 0; i < starts.length; i++) {
    const middle = starts[i]! + half;
    const score = scores[i]!;
    const next = i + 1 < starts.length ? starts[i + 1]! + half : Infinity;
    const isFollowed = next - middle <= stride;
    if (i === 0 || middle - (starts[i - 1]! + half) > stride)
      fill(made, middle - reach, middle, score, score);
    if (isFollowed) fill(made, middle, next, score, scores[i + 1]!);
    else fill(made, middle, middle + Math.max(1, reach), score, score);
  }
  return made;
}

function fill(made: Float32Array, from: number, to: number, first: number, last: number): void {
  for (let point = Math.max(0, from); point < Math.min(made.length, to); point++)
    made[point] = first + ((last - first) * (point - from)) / (to - from);
}

/** The place of the highest score; -1 without any. */
export function highestOf(scores: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < scores.length; i++)
    if (!Number.isNaN(scores[i]) && (best < 0 || scores[i]! > scores[best]!)) best = i;
  return best;
}
