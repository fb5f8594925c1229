// A long code as cells, unit after unit in lines like text: the way to see which of a thousand units are lit.
import { useEffect, useMemo, useRef } from 'react';
import { useThemeAttributes } from '../theme/theme-attributes';
import { furthestFromZero, paintUnits } from '../units/paint/paint-units';
import { unitCanvas } from '../units/unit-canvas';
import { cellBox, placeAt, squareLines } from '../units/unit-lines';
import styles from './code-bars.module.css';

interface CodeGridProps {
  values: ArrayLike<number>;
  size: { width: number; height: number };
  threshold: number;
  hovered: number | null;
  onHover: (index: number | null) => void;
}

export function CodeGrid({ values, size, threshold, hovered, onHover }: CodeGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  const grid = useMemo(() => squareLines(values.length, size), [values.length, size]);
  useEffect(() => {
    const given = unitCanvas(canvas.current, size);
    if (!given) return;
    const largest = furthestFromZero(values);
    const units = { values, order: null, threshold, largest };
    paintUnits(given.context, grid, { x: 0, y: 0 }, units, given.colours, given.ratio);
  }, [values, threshold, grid, size, theme]);
  const cell = hovered === null || hovered >= values.length ? null : cellBox(grid, hovered);
  return (
    <div
      className={styles.grid}
      onPointerMove={({ clientX, clientY, currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        onHover(placeAt(grid, clientX - box.left, clientY - box.top));
      }}
    >
      <canvas ref={canvas} />
      {cell && (
        <div
          className={styles.cell}
          style={{ left: cell.x - 1, top: cell.y - 1, width: cell.width + 1, height: cell.height + 1 }}
        />
      )}
    </div>
  );
}
