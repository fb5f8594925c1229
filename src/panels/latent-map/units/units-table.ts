// What was measured of the code's units, as a table. Apart from `unit-facts`, which the first page loads.
import type { CodeStatistics } from '../../../core/engine-api/looking';
import { exactNumber } from '../../../core/formats/array-text';
import type { Table } from '../../../core/table';

/** What was measured of each unit, counted from 1. */
export function unitsTable({ meanActivation, variance, activeShare, kl }: CodeStatistics): Table {
  const measures = [meanActivation, variance, activeShare, ...(kl === null ? [] : [kl])];
  return {
    columns: ['unit', 'mean_activation', 'variance', 'active_share', ...(kl === null ? [] : ['kl_nats'])],
    rows: Array.from(meanActivation, (_, unit) => [
      unit + 1,
      ...measures.map((values) => exactNumber(values, unit)),
    ]),
  };
}
