// Which units each image lights: one row per image, one column per unit, so that a column tells what a unit stands for.
// Long codes take several lines in each row. One unit at a time can be pointed at, or walked to with the arrow keys.
import { t } from '@lingui/core/macro';
import { useEffect, useMemo, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { classNames } from '../class-names';
import { useElementSize } from '../element-size';
import { useThemeAttributes } from '../theme/theme-attributes';
import { furthestFromZero, paintUnits } from './paint/paint-units';
import { unitCanvas } from './unit-canvas';
import { cellBox, fewestLines, placeAt } from './unit-lines';
import styles from './unit-raster.module.css';

export interface RasterRow {
  readonly key: string;
  /** The image, left of its row. */
  readonly picture: ReactNode;
  /** The image's code, `[count]`. */
  readonly code: Float32Array;
  /** A few characters right of the row. */
  readonly note: string;
  /** Whether this is the image shown elsewhere. */
  readonly picked: boolean;
}

interface UnitRasterProps {
  /** Accessible name of the picture; should say what is in it. */
  label: string;
  rows: readonly RasterRow[];
  /** Which unit stands in which column, `[count]`. */
  order: Uint32Array;
  /** Units not further from 0 than this are inactive. */
  threshold: number;
  unit: number | null;
  /** Text for that unit. */
  unitText: string;
  /** @param row the row pointed at; null for the keyboard */
  onUnit: (unit: number | null, row: number | null) => void;
  onPickRow: (row: number) => void;
}

const narrowestCell = 1.5;
const rowGap = 2;

export function UnitRaster(props: UnitRasterProps) {
  const { label, rows, order, threshold, unit, unitText, onUnit, onPickRow } = props;
  const [ref, size] = useElementSize({ width: 480, height: 130 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  const rowHeight = size.height / Math.max(1, rows.length);
  const grid = useMemo(
    () => fewestLines(order.length, { width: size.width, height: rowHeight - rowGap }, narrowestCell),
    [order.length, size.width, rowHeight],
  );
  const place = unit === null ? -1 : order.indexOf(unit);

  useEffect(() => {
    const given = unitCanvas(canvas.current, size);
    if (!given) return;
    const largest = Math.max(0, ...rows.map(({ code }) => furthestFromZero(code)));
    rows.forEach(({ code }, row) => {
      const at = { x: 0, y: row * rowHeight + rowGap / 2 };
      paintUnits(
        given.context,
        grid,
        at,
        { values: code, order, threshold, largest },
        given.colours,
        given.ratio,
      );
    });
  }, [rows, order, threshold, grid, rowHeight, size, theme]);

  function cellUnder({ clientX, clientY, currentTarget }: MouseEvent<HTMLDivElement>) {
    const box = currentTarget.getBoundingClientRect();
    const row = Math.floor((clientY - box.top) / rowHeight);
    // Between two rows the pointer is still on the upper one.
    const y = clientY - box.top - row * rowHeight - rowGap / 2;
    const at = placeAt(grid, clientX - box.left, Math.min(rowHeight - rowGap - 0.5, Math.max(0, y)));
    return { row, unit: at === null ? null : (order[at] ?? null) };
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = placeAfter(event.key, place, order.length);
    if (next === null) return;
    event.preventDefault();
    onUnit(order[next] ?? null, null);
  }

  return (
    <div className={styles.raster} style={{ '--rows': rows.length } as CSSProperties}>
      <div className={styles.pictures} aria-hidden="true">
        {rows.map(({ key, picture, picked }) => (
          <div key={key} className={classNames(styles.picture, picked && styles.picked)}>
            {picture}
          </div>
        ))}
      </div>
      <div ref={ref} className={styles.cells}>
        <canvas ref={canvas} role="img" aria-label={label} />
        {place >= 0 && (
          <svg className={styles.marks} width={size.width} height={size.height} aria-hidden="true">
            {rows.map(({ key }, row) => {
              const cell = cellBox(grid, place);
              const y = row * rowHeight + rowGap / 2 + cell.y;
              return <rect key={key} x={cell.x - 0.5} y={y - 0.5} width={cell.width} height={cell.height} />;
            })}
          </svg>
        )}
        <div
          className={styles.surface}
          role="slider"
          tabIndex={0}
          aria-label={t`Code unit`}
          aria-valuemin={1}
          aria-valuemax={order.length}
          aria-valuenow={Math.max(0, place) + 1}
          aria-valuetext={unitText}
          onKeyDown={onKeyDown}
          onFocus={({ currentTarget }) => {
            if (currentTarget.matches(':focus-visible')) onUnit(order[0] ?? null, null);
          }}
          onBlur={() => onUnit(null, null)}
          onPointerMove={(event) => {
            const under = cellUnder(event);
            onUnit(under.unit, under.row);
          }}
          onPointerLeave={() => onUnit(null, null)}
          onClick={(event) => onPickRow(cellUnder(event).row)}
        />
      </div>
      <div className={styles.notes} aria-hidden="true">
        {rows.map(({ key, note }) => (
          <span key={key}>{note}</span>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads from a column (-1 for none), or null for a key that leads nowhere. */
function placeAfter(key: string, place: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, place + step));
}
