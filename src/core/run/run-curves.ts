// The curves of a run: each metric over the steps at which it was measured.
import { emptySeries, truncateAfter, type MetricSeries } from './metric-series';
import type { TermId } from './objective-terms';

export interface RunCurves {
  /** Objective of every training batch. */
  readonly train: MetricSeries;
  /** Objective on the fixed subset of the test set. */
  readonly testSubset: MetricSeries;
  /** Objective on the whole test set. */
  readonly testAll: MetricSeries;
  /** Objective on held-out samples of the training set. */
  readonly validation: MetricSeries;
  /** Mean squared error per pixel on the test set or its subset, whichever was measured: in one unit whatever the loss. */
  readonly testMse: MetricSeries;
  /**
   * The terms of the objective on the subset: `sparsity` as it counted at the time, penalty times weight, in the unit of
   * the loss; `kl` without its weight, in nats. A term that was never on is empty.
   */
  readonly testTerms: Readonly<Record<TermId, MetricSeries>>;
}

export const emptyCurves: RunCurves = {
  train: emptySeries,
  testSubset: emptySeries,
  testAll: emptySeries,
  validation: emptySeries,
  testMse: emptySeries,
  testTerms: { reconstruction: emptySeries, sparsity: emptySeries, kl: emptySeries },
};

/** The curves without what was measured after `step`. */
export function truncateCurves(curves: RunCurves, step: number): RunCurves {
  const { reconstruction, sparsity, kl } = curves.testTerms;
  return {
    train: truncateAfter(curves.train, step),
    testSubset: truncateAfter(curves.testSubset, step),
    testAll: truncateAfter(curves.testAll, step),
    validation: truncateAfter(curves.validation, step),
    testMse: truncateAfter(curves.testMse, step),
    testTerms: {
      reconstruction: truncateAfter(reconstruction, step),
      sparsity: truncateAfter(sparsity, step),
      kl: truncateAfter(kl, step),
    },
  };
}
