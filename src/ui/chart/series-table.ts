// The curves of a chart as a table: one column for the places, one for each curve.
import { t } from '@lingui/core/macro';
import type { Table } from '../../core/table';
import { exactNumber } from '../../core/formats/array-text';
import type { ChartSeries, ReferenceValue } from './series';

/**
 * A row for each place where any curve has a point, ascending; empty where a curve has none there, or no number. Of several points
 * of one curve at one place the last counts. A band is two columns after its curve. References are columns of one value.
 */
export function seriesTable(
  xName: string,
  series: readonly Pick<ChartSeries, 'label' | 'x' | 'y' | 'band'>[],
  references: readonly ReferenceValue[],
): Table {
  const lines = series.flatMap(({ label, x, y, band }) => [
    { label, x, y },
    ...(band
      ? [
          { label: t`${label}, low`, x, y: band.low },
          { label: t`${label}, high`, x, y: band.high },
        ]
      : []),
  ]);
  const curves = lines.map(({ x, y }) => {
    const values = new Map<number, number>();
    for (let i = 0; i < x.length; i++) values.set(numberAt(x, i), numberAt(y, i));
    return values;
  });
  const places = [...new Set(curves.flatMap((curve) => [...curve.keys()]))].sort((a, b) => a - b);
  return {
    columns: [xName, ...lines.map(({ label }) => label), ...references.map(({ label }) => label)],
    rows: places.map((place) => [
      place,
      ...curves.map((curve) => finite(curve.get(place))),
      ...references.map(({ y }) => y),
    ]),
  };
}

function numberAt(values: ArrayLike<number>, index: number): number {
  return values instanceof Float32Array ? exactNumber(values, index) : (values[index] ?? NaN);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
