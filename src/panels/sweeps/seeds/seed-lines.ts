// Repeated experiments as chart lines: the mean over the seeds in the range of all of them, linear methods beside it. Pure.
import { plural, t } from '@lingui/core/macro';
import { bandOf } from '../../../core/sweep/seeds';
import { linearErrors, type SweepPoint } from '../../../core/sweep/sweep';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import type { SweepLine } from '../../../ui/chart/sweep/sweep-chart';

/** Test MSE over steps. @param colour of the line and of its band */
export function seedLine({ id, name, points }: SweepRecord, colour: string): SweepLine {
  const { steps, mean, low, high } = bandOf(points.flatMap(({ course }) => course ?? []));
  const seeds = plural({ count: points.length }, { one: '# seed', other: '# seeds' });
  return {
    id,
    label: `${name} (${seeds})`,
    colour,
    points: steps.map((x, i) => ({ x, y: mean[i] ?? 0 })),
    ...(points.length > 1 && { band: { low, high } }),
  };
}

/** What linear methods make of the test images, as level lines over the steps: with noise, the mean over the seeds. */
export function levelLines(
  records: readonly SweepRecord[],
  colours: { pca: string; denoiser: string },
): SweepLine[] {
  const levels = records.flatMap(({ points, plan }) => {
    const { pca, denoiser } = meanLinearErrors(points);
    const steps = points.flatMap(({ course }) => course?.steps[0] ?? []);
    const from = steps.length === 0 ? plan.steps : Math.min(...steps);
    const level = (label: string, colour: string, y: number | null): SweepLine[] =>
      y === null || y <= 0
        ? []
        : [
            {
              id: `${label} at ${y}`,
              label,
              colour,
              isReference: true,
              points: [from, plan.steps].map((x) => ({ x, y })),
            },
          ];
    return [...level('PCA', colours.pca, pca), ...level(t`Linear denoiser`, colours.denoiser, denoiser)];
  });
  return [...new Map(levels.map((line) => [line.id, line])).values()];
}

/** Null where not all points have theirs yet. */
export function meanLinearErrors(points: readonly SweepPoint[]): {
  pca: number | null;
  denoiser: number | null;
} {
  const all = points.map((point) => linearErrors(point));
  const mean = (of: 'pca' | 'denoiser') => {
    const errors = all.map((errors) => errors[of]).filter((error) => error !== null);
    if (errors.length === 0 || errors.length < all.length) return null;
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  return { pca: mean('pca'), denoiser: mean('denoiser') };
}
