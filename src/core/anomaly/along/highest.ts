// The windows with the highest scores, whether or not there is a threshold. Pure.
import { windowUses, type ScoredWindows } from './scored-windows';
import type { Stretch } from './stretches';

/** Of all recordings, the highest first; windows that overlap one already chosen are left out. */
export function highestStretches(along: readonly ScoredWindows[], count: number): Stretch[] {
  const found: Stretch[] = [];
  const all = along.flatMap(({ scores }, recording) =>
    Array.from(scores, (score, at) => ({ recording, at, score })).filter(({ score }) => !Number.isNaN(score)),
  );
  for (const { recording, at, score } of all.sort((a, b) => b.score - a.score)) {
    if (found.length >= count) break;
    const { starts, uses, length } = along[recording]!;
    const from = starts[at]!;
    const to = from + length;
    if (found.some((one) => one.recording === recording && from < one.to && one.from < to)) continue;
    const use = windowUses[uses[at] ?? 0] ?? 'training';
    found.push({ recording, from, to, score, peak: from, windows: 1, use });
  }
  return found;
}

/** Interquartile ranges above the upper quartile, of logarithms, from which a score is far above the others. */
const farRanges = 3;
/** And so many times the upper quartile at least. */
const farTimes = 4;
/** Of fewer scores nothing can be said. */
const fewest = 8;

/**
 * The scores without those that stand so far above the others that they are none of them: a fault in what is held out, which lifts
 * a threshold that is taken from there. Null where there are none such.
 */
export function withoutFarAbove(scores: Float32Array): Float32Array | null {
  const sorted = scores.filter((score) => score > 0).sort();
  if (sorted.length < fewest || sorted.length < scores.length) return null;
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const [low, high] = [at(0.25), at(0.75)];
  const highest = high * Math.max(farTimes, (high / low) ** farRanges);
  return at(1) > highest ? scores.filter((score) => score <= highest) : null;
}
