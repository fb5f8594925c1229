// Weights in two dimensions, such as the kernels of a filter: a small picture for each source, above 0 in the accent, below in grey.
import { useEffect, useMemo, useRef } from 'react';
import { shownUnits } from '../../core/units/thinning';
import { useElementSize } from '../element-size';
import { useExport } from '../export/offers';
import { useThemeAttributes } from '../theme/theme-attributes';
import { furthestFromZero } from '../units/paint/paint-units';
import { unitCanvas } from '../units/unit-canvas';
import { layerGrid } from './layer-grid';
import styles from './layer-picture.module.css';
import { paintLayer } from './paint-layer';

interface SignedMapsProps {
  /** Accessible name. */
  label: string;
  /** `[maps, rows * columns]`. Give a new array when they change. */
  values: Float32Array;
  maps: number;
  rows: number;
  columns: number;
  /** Told how many are drawn: the largest, where there is no room for all. */
  onShown?: (shown: number) => void;
}

export function SignedMaps({ label, values, maps, rows, columns, onShown }: SignedMapsProps) {
  const [ref, size] = useElementSize({ width: 120, height: 120 });
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeAttributes();
  const grid = useMemo(
    () => layerGrid({ units: maps, rows, columns }, size, 14),
    [maps, rows, columns, size],
  );
  const layer = useMemo(() => {
    const places = rows * columns;
    const unitLast = new Float32Array(values.length);
    const perUnit = new Float32Array(maps);
    for (let map = 0; map < maps; map++) {
      perUnit[map] = furthestFromZero(values.subarray(map * places, (map + 1) * places));
      for (let place = 0; place < places; place++)
        unitLast[place * maps + map] = values[map * places + place] ?? 0;
    }
    return { values: unitLast, perUnit, shown: shownUnits(perUnit, grid.room) };
  }, [values, maps, rows, columns, grid.room]);

  useExport(() => ({
    name: label,
    array: () => ({ shape: [maps, rows, columns], values, valueName: 'weight' }),
  }));
  useEffect(() => onShown?.(layer.shown.length), [layer, onShown]);
  useEffect(() => {
    const given = unitCanvas(canvas.current, size);
    if (!given) return;
    const largest = furthestFromZero(layer.perUnit);
    const painted = { ...layer, rows, columns, threshold: 0, largest };
    paintLayer(given.context, grid, painted, given.colours, given.ratio);
  }, [grid, layer, rows, columns, size, theme]);

  return (
    <div ref={ref} className={styles.layer}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
    </div>
  );
}
