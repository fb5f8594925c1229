// Where a linear method is ahead of a sweep's networks, and why where the sweep itself shows it. Pure.
import { t } from '@lingui/core/macro';
import type { SampleWords } from '../../../core/samples/words/sample-words';
import type { Penalty } from '../../../core/experiment/rules';
import { countText, lossText, percentText, significantText, valueText } from '../../../core/number-text';
import { isNoBetterThanMeanImage } from '../../../core/pca/squared-error';
import type { SweepPoint, SweptSetting } from '../../../core/sweep/sweep';
import { settingWords } from '../words';

/** A point and what stands beside it; null where not known. */
export type BesideLinear = Pick<SweepPoint, 'value' | 'codeSize' | 'steps' | 'testMse' | 'epoch'> & {
  readonly pca: number | null;
  readonly denoiser: number | null;
  /** Numbers in the code of both: the narrowest layer. */
  readonly size: number | null;
  readonly meanImageMse: number | null;
  /** Share of the test images' variance that PCA keeps, in [0, 1]. */
  readonly keptByPca: number | null;
  readonly penalty: Penalty | null;
};

/** Where the best linear method is ahead; null if nowhere. @param points sorted by ascending value */
export function linearAheadText(
  setting: SweptSetting,
  points: readonly BesideLinear[],
  words: SampleWords,
): string | null {
  const behind = points.filter((point) => isBehind(point));
  const [first] = behind;
  if (first === undefined) return null;
  const rival = points.some(({ denoiser }) => denoiser !== null) ? t`The linear denoiser` : 'PCA';
  const where = behind.map(({ value }) => valueText(value)).join(', ');
  const best = bestLinear(first);
  const { inSentence } = settingWords[setting];
  const ahead =
    behind.length === 1 && best !== null
      ? t`${rival} is better at ${inSentence} ${where} (${{ best: lossText(best) }} against ${{ error: lossText(first.testMse) }}).`
      : t`${rival} is better at ${inSentence} ${where}.`;
  const why = reason(setting, points, behind, words);
  return why === null ? ahead : `${ahead} ${why}`;
}

/** The network's error divided by that of a linear method: `0.46`. */
export function ratioText(testMse: number, linearMse: number | null): string {
  return linearMse === null || linearMse === 0 ? '—' : significantText(testMse / linearMse);
}

function bestLinear({ pca, denoiser }: BesideLinear): number | null {
  return denoiser ?? pca;
}

function isBehind(point: BesideLinear): boolean {
  const best = bestLinear(point);
  return best !== null && best < point.testMse;
}

function reason(
  setting: SweptSetting,
  points: readonly BesideLinear[],
  behind: readonly BesideLinear[],
  words: SampleWords,
): string | null {
  const [first] = behind;
  if (first === undefined) return null;
  const ahead = points.filter((point) => bestLinear(point) !== null && !isBehind(point));
  const isShort = behind.every(({ epoch }) => epoch !== undefined && epoch < 1);
  const steps = countText(first.steps);
  if (setting === 'codeSize') {
    const kept = first.keptByPca ?? 0;
    const isLong = kept > 0.5 && ahead.some(({ value }) => behind.every((other) => value < other.value));
    const size = countText(first.size ?? first.codeSize);
    const share = percentText(kept);
    if (isLong)
      return isShort
        ? t`With ${size} numbers PCA already keeps ${share} of the variance, and the network had ${steps} steps, less than one epoch.`
        : t`With ${size} numbers PCA already keeps ${share} of the variance.`;
  } else if (ahead.length > 0) {
    // The steps cannot be the reason: as many were enough at another value.
    const enough = ahead.map(({ value }) => valueText(value)).join(', ');
    return t`The same ${steps} steps were enough to be ahead at ${enough}.`;
  }
  if (!isShort && behind.every((point) => isNoBetterThanMean(point)))
    return t`There the network is no better than the mean ${{ one: words.one }}.`;
  if (isShort) return t`The network had ${steps} steps, less than one epoch; more may change that.`;
  if (behind.every(({ penalty }) => penalty !== null)) {
    return first.penalty === 'kl'
      ? t`The network also minimises its KL term; the linear method minimises only the error.`
      : t`The network also minimises its sparsity penalty; the linear method minimises only the error.`;
  }
  return null;
}

function isNoBetterThanMean({ testMse, meanImageMse }: BesideLinear): boolean {
  return meanImageMse !== null && isNoBetterThanMeanImage(testMse, meanImageMse);
}
