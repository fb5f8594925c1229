// The bands of a comparison of signals as a table: a row for each point, with mean and edges of either side.
import { t } from '@lingui/core/macro';
import type { Table } from '../../../core/table';
import type { Band } from './band-paths';
import { manyTexts } from './words';

/** @param pointsPerSecond null: the points are counted */
export function bandTable(
  bands: { readonly real: Band; readonly generated: Band },
  pointsPerSecond: number | null,
): Table {
  const parts = { mean: manyTexts.mean, low: t`mean − 1 SD`, high: t`mean + 1 SD` } as const;
  const sides = ['real', 'generated'] as const;
  const edges = ['mean', 'low', 'high'] as const;
  const places = bands.real.mean.map((_, place) => place);
  return {
    columns: [
      pointsPerSecond === null ? t`point` : t({ message: 'seconds', comment: 'Head of a column of a table' }),
      ...sides.flatMap((side) => edges.map((edge) => `${manyTexts[side]}: ${parts[edge]}`)),
    ],
    rows: places.map((place) => [
      pointsPerSecond === null ? place : place / pointsPerSecond,
      ...sides.flatMap((side) => edges.map((edge) => bands[side][edge][place] ?? null)),
    ]),
  };
}
