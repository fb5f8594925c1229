// The table itself: a button in every cell that was measured.
import { t } from '@lingui/core/macro';
import type { CSSProperties } from 'react';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { relativeError, type LimitsCell, type LimitsRow } from '../../../core/limits/limits-table';
import { countText } from '../../../core/number-text';
import { failureText } from '../../../session/engine/notices/words';
import type { RowProgress } from '../../../session/limits/row-training';
import { classNames } from '../../../ui/class-names';
import { numbersText, texts } from '../words';
import { relativeText } from './cell-words';
import type { Place, PlacedCell, ShownRow } from './table-rows';
import styles from './table.module.css';

interface LimitsTableProps {
  rows: readonly ShownRow[];
  columns: readonly DatasetId[];
  name: (id: DatasetId) => string;
  /** Whose pictures are shown. */
  placed: PlacedCell | null;
  training: RowProgress | null;
  onPick: (place: Place) => void;
  /** Null when nothing is pointed at any more. */
  onPoint: (place: Place | null) => void;
}

export function LimitsTable({ rows, columns, name, placed, training, onPick, onPoint }: LimitsTableProps) {
  return (
    <div className={styles.scroll}>
      <table data-export="omit" className={styles.table} onPointerLeave={() => onPoint(null)}>
        <caption className="visually-hidden">{texts.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {name(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((shown) => (
            <tr key={shown.dataset} className={classNames(shown.isOutdated && styles.outdated)}>
              <th scope="row">
                <span className={styles.rowName}>{name(shown.dataset)}</span>
                <span className={styles.rowNote}>{rowNote(shown, training)}</span>
              </th>
              {columns.map((column) => (
                <td key={column}>
                  <Cell
                    row={shown.row}
                    cell={shown.row?.cells[column]}
                    isPicked={placed?.row === shown.dataset && placed.column === column}
                    label={t`${{ row: name(shown.dataset) }} on ${{ column: name(column) }}`}
                    onPick={() => onPick({ row: shown.dataset, column })}
                    onPoint={() => onPoint({ row: shown.dataset, column })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowNote(
  { dataset, row, isLive, isOutdated, failure }: ShownRow,
  training: RowProgress | null,
): string {
  if (training?.dataset === dataset) {
    return training.testedOn === null
      ? t`step ${{ step: countText(training.step) }} of ${{ steps: countText(training.steps) }}`
      : texts.beingTested;
  }
  if (isLive)
    return row === null
      ? t`the network above, being tested`
      : t`the network above, step ${{ steps: countText(row.steps) }}`;
  if (failure !== null) return failureText(failure);
  if (row === null) return texts.notTrained;
  const how = t`${{ steps: countText(row.steps) }} steps, ${{ codeSize: numbersText(row.codeSize) }}`;
  return isOutdated ? `${how}; ${t`settings have changed since`}` : how;
}

interface CellProps {
  row: LimitsRow | null;
  cell: LimitsCell | undefined;
  isPicked: boolean;
  label: string;
  onPick: () => void;
  onPoint: () => void;
}

function Cell({ row, cell, isPicked, label, onPick, onPoint }: CellProps) {
  if (row === null || cell === undefined) return <span className={styles.noCell}>—</span>;
  if ('failure' in cell) return <span className={styles.failed}>{failureText(cell.failure)}</span>;
  const relative = relativeError(cell.mse, cell);
  const [network, pca] = [relativeText(cell.mse, cell), relativeText(cell.pcaMse, cell)];
  return (
    <button
      type="button"
      className={classNames(styles.cell, isPicked && styles.picked, (relative ?? 0) > 1 && styles.worse)}
      style={{ '--left': Math.min(1, relative ?? 1) } as CSSProperties}
      aria-label={t`${label}: ${network}, PCA ${pca}`}
      aria-pressed={isPicked}
      data-value={relative ?? undefined}
      onClick={onPick}
      onFocus={onPoint}
      onPointerEnter={onPoint}
    >
      <b>{network}</b>
      <span>{`PCA ${pca}`}</span>
    </button>
  );
}
