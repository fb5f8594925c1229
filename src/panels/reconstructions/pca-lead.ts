// Why PCA is ahead of the network, where the run itself shows it. Every reason is checked; without one there is none. Pure.
import { penaltyOf, type Penalty } from '../../core/experiment/rules';
import { isNoBetterThanMeanImage } from '../../core/pca/squared-error';
import type { Run } from '../../session/runs/run';

export type PcaLead =
  /** Training diverged, or a layer died, and the run was set back. */
  | { code: 'diverged'; step: number; isDead: boolean }
  /** After at least one epoch the network is no better than the mean image. */
  | { code: 'mean-image'; meanImageMse: number }
  /** The error was clearly lower before, with the same settings. */
  | { code: 'rose'; best: number; step: number }
  /** Less than one epoch. @param share of the training images seen, in [0, 1) */
  | { code: 'short'; share: number }
  /** The network minimises another term as well. */
  | { code: 'penalty'; penalty: Penalty };

/** An error this much above the lowest one, and by this share of the mean image's, is no ripple of training. */
const rise = 1.15;
const riseShare = 0.001;

/**
 * Whether the network and PCA have changed places since the whole test set was measured, as far as the newer measurement on the subset
 * tells: then who was ahead is no longer news.
 */
export function hasOvertaken({ testAll, testSubset }: Pick<Run, 'testAll' | 'testSubset'>, pcaMse: number) {
  if (testAll === null || testSubset === null || testSubset.outdated) return false;
  const [all, subset] = [testAll.evaluation, testSubset.evaluation];
  return subset.step > all.step && all.mse > pcaMse !== subset.mse > pcaMse;
}

interface Best {
  mse: number;
  step: number;
}

type Shown = Pick<Run, 'experiment' | 'epoch' | 'curves' | 'curvesFrom' | 'marks' | 'testAll' | 'diverged'>;

export function whyPcaLeads(run: Shown): PcaLead | null {
  const { testAll, epoch, diverged } = run;
  if (testAll === null) return null;
  if (diverged) return { code: 'diverged', step: diverged.step, isDead: diverged.cause.startsWith('dead-') };
  const { mse, meanImageMse } = testAll.evaluation;
  if (epoch >= 1 && isNoBetterThanMeanImage(mse, meanImageMse)) return { code: 'mean-image', meanImageMse };
  const best = bestSinceChange(run);
  const isHigher = best !== null && mse > rise * best.mse && mse - best.mse > riseShare * meanImageMse;
  if (isHigher) return { code: 'rose', best: best.mse, step: best.step };
  if (epoch < 1) return { code: 'short', share: epoch };
  const penalty = penaltyOf(run.experiment);
  return penalty && { code: 'penalty', penalty };
}

/** The lowest test error under the settings of now, up to the step of what is compared; null before the first. */
function bestSinceChange({ curves, curvesFrom, marks, testAll }: Shown): Best | null {
  const from = Math.max(curvesFrom, ...marks.map(({ step }) => step));
  const until = testAll?.evaluation.step ?? Infinity;
  let best: Best | null = null;
  curves.testMse.steps.forEach((step, place) => {
    const mse = curves.testMse.means[place] ?? Infinity;
    if (step > from && step <= until && (best === null || mse < best.mse)) best = { mse, step };
  });
  return best;
}
