// What may be said of the numbers: every claim of the guide is true of those that are on the page.
import type { GuideState } from '../../../session/guide/guide-state';

/** Steps until the views of a network that was changed are worth words. */
const settlingSteps = 60;
/** A network that has trained so many epochs is no longer called new. */
const longEpochs = 4;
/**
 * Two errors of all test samples that differ by less than this share are about the same. Of the subset's 500 the mean is uncertain by some
 * 3 %, so a comparison with an error of all of them takes more.
 */
const margins = { whole: 0.01, subset: 0.07 };

export type Verdict = 'better' | 'worse-so-far' | 'worse' | 'same';

/** The network's error against that of a method without a network; null while one of them is not known. */
export function verdictOn(
  { measured, epoch, resized }: GuideState,
  rival: number | null,
): { verdict: Verdict; mse: number; rival: number } | null {
  if (measured === null || rival === null || rival <= 0) return null;
  const { mse, isWhole } = measured;
  const ratio = mse / rival;
  const margin = isWhole ? margins.whole : margins.subset;
  const isNew = epoch < longEpochs || (resized !== null && resized.stepsSince < 1000);
  const behind: Verdict = isNew ? 'worse-so-far' : 'worse';
  const verdict = ratio < 1 - margin ? 'better' : ratio > 1 + margin ? behind : 'same';
  return { verdict, mse, rival };
}

/** How much of the mean sample's error is left; null while nothing is measured. */
export function shareOfMean({ measured, meanMse }: GuideState): number | null {
  return measured === null || meanMse === null || meanMse <= 0 ? null : measured.mse / meanMse;
}

export const isPlain = ({ family }: GuideState): boolean => family === 'undercomplete';

/** Where handwritten digits can be read, and samples of other kinds are more than their mean. */
export const recognisable = 0.6;

/** The network has something to show: a next step is worth trying. */
export function hasLearned(state: GuideState): boolean {
  const share = shareOfMean(state);
  return (share !== null && share < recognisable) || (state.measured !== null && state.step >= 300);
}

/** The network was given another code size, and has hardly trained or not been measured with it. */
export function isAdapting({ resized, measured, step }: GuideState): boolean {
  if (resized === null) return false;
  const changedAt = step - resized.stepsSince;
  return measured === null || measured.step < changedAt + settlingSteps;
}

/** A Gaussian code that carries next to nothing. */
export function hasCollapsed({ kl, step, family }: GuideState): boolean {
  return family === 'variational' && kl !== null && kl < 0.5 && step >= 300;
}
