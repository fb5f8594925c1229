// One bar per unit, largest first; the units that hardly count are grey.
import { useMemo } from 'react';
import { barPaths } from './charts/bar-path';
import { useElementSize } from '../element-size';
import styles from './unit-charts.module.css';

interface UnitBarsProps {
  /** Accessible name. */
  label: string;
  /** `[count]`, not negative. */
  values: ArrayLike<number>;
  /** Units, largest first, `[count]`. */
  order: ArrayLike<number>;
  /** Bars below this are grey. */
  limit: number;
  /** What the largest bar stands for: `2.1 nats`. */
  largestText: string;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

const top = 12;

export function UnitBars({ label, values, order, limit, largestText, unit, onUnit }: UnitBarsProps) {
  const [ref, size] = useElementSize({ width: 520, height: 76 });
  const count = order.length;
  const pitch = size.width / Math.max(1, count);
  const floor = Math.max(1, size.height - 2);
  const paths = useMemo(() => {
    const sorted = Array.from(order, (index) => values[index] ?? 0);
    const largest = sorted.reduce((a, b) => Math.max(a, b), 0);
    const box = { width: size.width, zero: floor, unit: largest > 0 ? (floor - top) / largest : 0 };
    // A value that is not drawn in one of the two colours is not a number there.
    const part = (isShown: (value: number) => boolean) =>
      barPaths(
        sorted.map((value) => (isShown(value) ? value : NaN)),
        box,
      ).positive;
    return { counting: part((value) => value >= limit), rest: part((value) => value < limit) };
  }, [values, order, limit, size.width, floor]);
  const place = unit === null ? -1 : Array.prototype.indexOf.call(order, unit);
  return (
    <div
      ref={ref}
      className={styles.chart}
      role="img"
      aria-label={label}
      onPointerMove={({ clientX, currentTarget }) => {
        const at = Math.floor((clientX - currentTarget.getBoundingClientRect().left) / pitch);
        onUnit(order[at] ?? null);
      }}
      onPointerLeave={() => onUnit(null)}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        {place >= 0 && <rect className={styles.column} x={place * pitch} width={pitch} height={floor} />}
        <path className={styles.bin} d={paths.counting} />
        <path className={styles.rest} d={paths.rest} />
        <line className={styles.floor} x1={0} x2={size.width} y1={floor} y2={floor} />
        <text className={styles.tickEnd} x={size.width} y={9}>
          {largestText}
        </text>
      </svg>
    </div>
  );
}
