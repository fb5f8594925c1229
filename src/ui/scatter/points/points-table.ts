// The points of a map as a table.
import { exactNumber } from '../../../core/formats/array-text';
import type { Table } from '../../../core/table';
import { useExport } from '../../export/offers';

/** Where the points have names: the name of each category, and the category of each point, `[n]`. */
export interface PointNames {
  readonly names: readonly string[];
  readonly categories: ArrayLike<number>;
}

/** A row for each point: its index, its place in the map's own units, its class where they have names. @param points `[2 n]` */
function pointsTable(points: Float32Array, named: PointNames | undefined): Table {
  return {
    columns: ['index', 'x', 'y', ...(named ? ['class'] : [])],
    rows: Array.from({ length: points.length / 2 }, (_, index) => {
      const place = [index, exactNumber(points, 2 * index), exactNumber(points, 2 * index + 1)];
      return named ? [...place, named.names[named.categories[index] ?? -1] ?? null] : place;
    }),
  };
}

/** Offers the points in the menu of the card around. */
export function usePointsExport(name: string, points: Float32Array, named: PointNames | undefined): void {
  useExport(() => ({ name, table: () => pointsTable(points, named) }));
}
