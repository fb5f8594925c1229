// The rows of the table as they are shown: what the main run is, what was trained here, what is missing.
import type { DatasetId } from '../../../core/experiment/dataset-id';
import type { Experiment } from '../../../core/experiment/experiment';
import type { Failure } from '../../../core/failure';
import type { Table } from '../../../core/table';
import { isCurrent, type LimitsCell, type LimitsRow } from '../../../core/limits/limits-table';
import type { LimitsTableState } from '../../../session/limits/limits-table';

export interface ShownRow {
  readonly dataset: DatasetId;
  /** Null where there is nothing yet. */
  readonly row: LimitsRow | null;
  /** It is the network of the main run. */
  readonly isLive: boolean;
  /** It was trained with other settings than those that are chosen now. */
  readonly isOutdated: boolean;
  /** Why it could not be trained. */
  readonly failure: Failure | null;
}

/** One row for each data set. The main run is the row of its own, once it has been trained. */
export function shownRows(
  { rows, live, failures }: Pick<LimitsTableState, 'rows' | 'live' | 'failures'>,
  main: { readonly experiment: Experiment; readonly step: number },
  datasets: readonly DatasetId[],
): ShownRow[] {
  return datasets.map((dataset) => {
    const isLive = dataset === main.experiment.dataset && main.step > 0;
    const own = live?.dataset === dataset && isCurrent(live, main.experiment) ? live : null;
    const row = isLive ? own : (rows[dataset] ?? null);
    return {
      dataset,
      row,
      isLive,
      isOutdated: row !== null && !isLive && !isCurrent(row, main.experiment),
      failure: row === null || !isLive ? (failures[dataset] ?? null) : null,
    };
  });
}

/** A pair of data sets. */
export interface Place {
  readonly row: DatasetId;
  readonly column: DatasetId;
}

export interface PlacedCell extends Place {
  readonly of: LimitsRow;
  readonly cell: LimitsCell;
}

/** The cell that was picked, or another that tells most: one that was tested on what it was not trained on. */
export function cellToShow(rows: readonly ShownRow[], picked: Place | null): PlacedCell | null {
  const all: PlacedCell[] = rows.flatMap(({ dataset, row }) =>
    Object.entries(row?.cells ?? {}).flatMap(([column, cell]) =>
      row && cell ? [{ row: dataset, column: column as DatasetId, of: row, cell }] : [],
    ),
  );
  const isPicked = ({ row, column }: Place) => row === picked?.row && column === picked.column;
  return all.find(isPicked) ?? all.find(({ row, column }) => row !== column) ?? all[0] ?? null;
}

/** A row for each pair that has been tested, at full precision. Errors are mean squared errors per value. */
export function cellsTable(rows: readonly ShownRow[], name: (id: DatasetId) => string): Table {
  return {
    columns: ['trained_on', 'tested_on', 'steps', 'code_size', 'mse', 'pca_mse', 'mean_mse'],
    rows: rows.flatMap(({ dataset, row }) =>
      Object.entries(row?.cells ?? {}).flatMap(([column, cell]) => {
        if (row === null || cell === undefined || 'failure' in cell) return [];
        const { mse, pcaMse, meanMse } = cell;
        return [[name(dataset), name(column as DatasetId), row.steps, row.codeSize, mse, pcaMse, meanMse]];
      }),
    ),
  };
}
