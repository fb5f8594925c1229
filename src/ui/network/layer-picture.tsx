// One layer of the network for one sample. A unit can be pointed at, walked to with the arrow keys, and opened.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, Ref } from 'react';
import { unitValues } from '../../core/units/layer-units';
import { shownUnits } from '../../core/units/thinning';
import { useElementSize } from '../element-size';
import { useThemeAttributes } from '../theme/theme-attributes';
import { furthestFromZero } from '../units/paint/paint-units';
import { unitCanvas } from '../units/unit-canvas';
import { boxAt, layerGrid, placeUnder, type CellBox } from './layer-grid';
import styles from './layer-picture.module.css';
import { paintLayer } from './paint-layer';

/** Where the units of a layer stand in the picture of the network. */
export interface LayerLayout {
  /** In the box that the layers stand in; null for a unit that is not shown. */
  readonly boxOf: (unit: number) => CellBox | null;
  readonly shown: readonly number[];
}

export interface LayerPictureProps {
  /** Accessible name: which layer it is. */
  label: string;
  units: number;
  /** Of the map of one unit; 1 by 1 for a node. */
  rows: number;
  columns: number;
  /** Of the layer, unit last. Give a new array when they change. */
  values: Float32Array;
  threshold: number;
  /** The unit of this layer that is pointed at. */
  unit: number | null;
  /** What is said of it. */
  unitText: string;
  onPoint: (unit: number) => void;
  onOpen: (unit: number) => void;
  /** To the layer before or after. @param place share of the way through this one */
  onLeave: (side: -1 | 1, place: number) => void;
  /** Told whenever the places change. */
  onLayout: (layout: LayerLayout) => void;
  /** Another object when the layer may have moved. */
  arrangement: object;
  ref?: Ref<HTMLDivElement>;
}

const pointer = { fine: 11, coarse: 24 };
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

export function LayerPicture(props: LayerPictureProps) {
  const { label, units, rows, columns, values, threshold, unit, unitText } = props;
  const { onPoint, onOpen, onLeave, onLayout, arrangement, ref } = props;
  const id = useId();
  const [measure, size] = useElementSize({ width: 110, height: 320 });
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  const least = matchMedia('(pointer: coarse)').matches ? pointer.coarse : pointer.fine;
  const grid = useMemo(
    () => layerGrid({ units, rows, columns }, size, least),
    [units, rows, columns, size, least],
  );
  const perUnit = useMemo(() => unitValues(values, units), [values, units]);
  const [before, setBefore] = useState<readonly number[]>([]);
  const shown = useMemo(() => shownUnits(perUnit, grid.room, before), [perUnit, grid.room, before]);
  if (shown.join() !== before.join()) setBefore(shown);

  useEffect(() => {
    const given = unitCanvas(canvas.current, size);
    if (!given) return;
    const { context, colours, ratio } = given;
    const largest = furthestFromZero(perUnit);
    paintLayer(context, grid, { shown, values, perUnit, rows, columns, threshold, largest }, colours, ratio);
  }, [grid, shown, values, perUnit, rows, columns, threshold, size, theme]);

  useEffect(() => {
    const { offsetLeft = 0, offsetTop = 0 } = box.current ?? {};
    onLayout({
      shown: before,
      boxOf(one) {
        const place = before.indexOf(one);
        if (place < 0) return null;
        const cell = boxAt(grid, place);
        return { ...cell, x: cell.x + offsetLeft, y: cell.y + offsetTop };
      },
    });
  }, [grid, before, onLayout, arrangement]);

  const place = unit === null ? -1 : shown.indexOf(unit);
  const mark = place < 0 ? null : boxAt(grid, place);

  function unitUnder({ clientX, clientY, currentTarget }: PointerEvent | React.MouseEvent) {
    const { left, top } = currentTarget.getBoundingClientRect();
    const at = placeUnder(grid, clientX - left, clientY - top);
    return at === null ? undefined : shown[at];
  }

  function onPointerMove(event: PointerEvent) {
    const under = unitUnder(event);
    if (under !== undefined && under !== unit) onPoint(under);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.min(shown.length - 1, Math.max(0, Math.max(0, place) + step));
      onPoint(shown[next] ?? 0);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      onLeave(event.key === 'ArrowLeft' ? -1 : 1, Math.max(0, place) / Math.max(1, shown.length - 1));
    } else if (event.key === 'Enter' && unit !== null) onOpen(unit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={(element) => {
        box.current = element;
        return measure(element);
      }}
      className={styles.layer}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
      {mark && (
        <svg className={styles.marks} width={size.width} height={size.height} aria-hidden="true">
          <rect
            x={mark.x - 2}
            y={mark.y - 2}
            width={mark.width + 4}
            height={mark.height + 4}
            rx={grid.look === 'cells' ? 4 : 3}
          />
        </svg>
      )}
      <div
        ref={ref}
        className={styles.surface}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={place < 0 ? undefined : `${id}-unit`}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (unit === null && shown[0] !== undefined) onPoint(shown[0]);
        }}
        onPointerMove={(event) => event.pointerType !== 'touch' && onPointerMove(event)}
        // A finger points with the first tap, and opens with the second.
        onClick={(event) => {
          const under = unitUnder(event);
          if (under === undefined) return;
          if (under === unit) onOpen(under);
          else onPoint(under);
        }}
      >
        {place >= 0 && (
          <span
            id={`${id}-unit`}
            role="option"
            aria-selected="true"
            aria-posinset={place + 1}
            aria-setsize={shown.length}
            className="visually-hidden"
          >
            {unitText}
          </span>
        )}
      </div>
    </div>
  );
}
