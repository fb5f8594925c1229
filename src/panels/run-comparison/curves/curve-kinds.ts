// The curves that can be compared, what they are plotted over, and what has to be said about it. Pure.
import { t } from '@lingui/core/macro';
import type { MetricSeries } from '../../../core/run/metric-series';
import { epochsOf, secondsAt } from '../../../core/run/run-clock';
import type { RunCurves } from '../../../core/run/run-curves';
import {
  differ,
  haveSameData,
  noiseOf,
  objectiveOf,
  reconstructionOf,
} from '../../../session/run-comparison/comparable';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';

export type CurveId =
  'testMse' | 'train' | 'testSubset' | 'testAll' | 'validation' | 'reconstruction' | 'sparsity' | 'kl';
export type Over = 'step' | 'epoch' | 'seconds';

interface CurveKind {
  readonly label: string;
  readonly seriesOf: (curves: RunCurves) => MetricSeries;
  /** What has to be the same for its values to compare; null where they always do. */
  readonly unitOf:
    ((run: Pick<ComparedRun, 'experiment' | 'facts' | 'testAll' | 'testSubset'>) => unknown) | null;
}

export const curveKinds: Readonly<Record<CurveId, CurveKind>> = {
  testMse: { label: t`Test MSE`, seriesOf: ({ testMse }) => testMse, unitOf: null },
  train: { label: t`Train loss`, seriesOf: ({ train }) => train, unitOf: objectiveOf },
  testSubset: { label: t`Test loss`, seriesOf: ({ testSubset }) => testSubset, unitOf: objectiveOf },
  testAll: { label: t`Test loss, whole test set`, seriesOf: ({ testAll }) => testAll, unitOf: objectiveOf },
  validation: { label: t`Validation loss`, seriesOf: ({ validation }) => validation, unitOf: objectiveOf },
  reconstruction: {
    label: t`Reconstruction`,
    seriesOf: ({ testTerms }) => testTerms.reconstruction,
    unitOf: reconstructionOf,
  },
  sparsity: {
    label: t`λ × sparsity`,
    seriesOf: ({ testTerms }) => testTerms.sparsity,
    unitOf: ({ experiment }) => experiment.sparsity,
  },
  kl: { label: t`KL, nats`, seriesOf: ({ testTerms }) => testTerms.kl, unitOf: null },
};

/** The curves of which at least one run has a point. */
export function curvesOf(runs: readonly Pick<ComparedRun, 'curves'>[]): CurveId[] {
  return (Object.keys(curveKinds) as CurveId[]).filter((id) =>
    runs.some(({ curves }) => curveKinds[id].seriesOf(curves).steps.length > 0),
  );
}

type Timed = Pick<ComparedRun, 'clock' | 'step' | 'epoch' | 'marks'>;

/** Steps to places on the axis; null for a run of which that is not known. */
export function placesOf(run: Timed, over: Over): ((step: number) => number) | null {
  if (over === 'step') return (step) => step;
  if (over === 'epoch') return epochsOf(run);
  const { clock } = run;
  return clock && ((step) => secondsAt(clock, step));
}

export interface CurvePoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const noPoints: CurvePoints = { x: [], y: [] };

export function pointsOf(run: Timed & Pick<ComparedRun, 'curves'>, curve: CurveId, over: Over): CurvePoints {
  const placeOf = placesOf(run, over);
  if (placeOf === null) return noPoints;
  const { steps, means } = curveKinds[curve].seriesOf(run.curves);
  return { x: steps.map(placeOf), y: means };
}

/**
 * An exponential moving average, y[i] = weight * y[i - 1] + (1 - weight) * x[i], started without a bias towards 0 (Kingma & Ba 2015,
 * section 3). Over the points as they are, which a long run has fewer of for each step.
 * @param weight of what came before, in [0, 1)
 */
export function smoothed(values: readonly number[], weight: number): number[] {
  let sum = 0;
  let total = 0;
  return values.map((value) => {
    sum = weight * sum + (1 - weight) * value;
    total = weight * total + (1 - weight);
    return sum / total;
  });
}

/** What keeps the lines from being compared point by point. */
export type CurveRemark = 'data' | 'noise' | 'unit' | 'backends' | 'no-seconds' | 'no-epochs';

export function remarksOn(runs: readonly ComparedRun[], curve: CurveId, over: Over): CurveRemark[] {
  const { unitOf } = curveKinds[curve];
  return [
    ...(!haveSameData(runs) ? (['data'] as const) : differ(runs, noiseOf) ? (['noise'] as const) : []),
    ...(unitOf !== null && differ(runs, unitOf) ? (['unit'] as const) : []),
    ...(over === 'seconds' && differ(runs, ({ backend, threads }) => [backend, threads])
      ? (['backends'] as const)
      : []),
    ...(over === 'seconds' && runs.some((run) => placesOf(run, over) === null)
      ? (['no-seconds'] as const)
      : []),
    ...(over === 'epoch' && runs.some((run) => placesOf(run, over) === null) ? (['no-epochs'] as const) : []),
  ];
}
