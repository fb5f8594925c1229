// The numbers of a sweep as a table.
import type { Table } from '../table';
import { linearErrors, type SweepPlan, type SweepPoint } from './sweep';

/**
 * One row for each point, by rising value, with the terms of a Gaussian code where they are known. Errors of linear methods are empty until they are
 * computed.
 */
export function sweepTable({
  name,
  plan,
  points,
}: {
  name: string;
  plan: SweepPlan;
  points: readonly SweepPoint[];
}): Table {
  const hasTerms = points.some(({ terms }) => terms !== undefined);
  const rows = points
    .toSorted((a, b) => a.value - b.value)
    .map((point) => {
      const { value, codeSize, steps, testMse, linear, terms } = point;
      const { pca, denoiser } = linearErrors(point);
      const ratio = pca === null ? null : testMse / pca;
      return [
        name,
        plan.setting,
        value,
        codeSize,
        steps,
        testMse,
        pca,
        ratio,
        denoiser,
        linear?.size ?? null,
        ...(hasTerms ? [terms?.reconstruction ?? null, terms?.kl ?? null] : []),
      ];
    });
  return {
    columns: [
      ...['sweep', 'setting', 'value', 'code size', 'steps', 'test MSE', 'PCA test MSE', 'ratio to PCA'],
      ...['linear denoiser test MSE', 'narrowest layer'],
      ...(hasTerms ? ['reconstruction error (nats)', 'KL divergence (nats)'] : []),
    ],
    rows,
  };
}
