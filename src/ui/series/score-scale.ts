// The scale of scores along a series: linear from 0, or logarithmic where the highest would leave nothing of the others. Pure.
import { scaleLinear, scaleLog } from 'd3-scale';

export interface ScoreScale {
  readonly isLog: boolean;
  /** 0 at the bottom, 1 at the top; what lies beyond is drawn at the edge. */
  readonly share: (score: number) => number;
  readonly ticks: readonly number[];
}

interface Scored {
  readonly low: number;
  readonly top: number;
  readonly isUneven: boolean;
}

const inside = (share: number) => Math.min(1, Math.max(0, share));

/** Both the scores and the threshold are in it. @param isLog whether another curve has decided on it */
export function scoreScale(
  scored: Scored | undefined,
  threshold: number | null,
  isLog = scored?.isUneven ?? false,
): ScoreScale {
  const { low, top } = scored ?? { low: 0, top: 1 };
  const highest = Math.max(top, threshold ?? 0);
  if (isLog && low > 0 && highest > low) {
    const lowest = Math.min(low, threshold !== null && threshold > 0 ? threshold : low);
    const log = scaleLog([lowest / 1.2, highest * 1.2], [0, 1]);
    const ticks = log
      .ticks(3)
      .filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-6);
    return {
      isLog,
      share: (score) => (score > 0 ? inside(log(score)) : Number.isNaN(score) ? NaN : 0),
      ticks,
    };
  }
  // Some scores are below 0, such as log-likelihoods.
  const linear = scaleLinear([Math.min(0, low, threshold ?? 0), highest * 1.05 || 1], [0, 1]);
  return { isLog: false, share: (score) => inside(linear(score)), ticks: linear.ticks(3) };
}
