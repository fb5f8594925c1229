// How many units have which value, with a line at the value they ought to have.
import { plural } from '@lingui/core/macro';
import { significantText } from '../../core/number-text';
import { useMemo } from 'react';
import { useElementSize } from '../element-size';
import { binValues } from './charts/bin-values';
import styles from './unit-charts.module.css';

interface UnitHistogramProps {
  /** Accessible name. */
  label: string;
  /** `[count]`. */
  values: ArrayLike<number>;
  /** The value that is aimed at. */
  target: { value: number; text: string } | null;
  /** The value of the unit that is pointed at. */
  pointed: number | null;
}

const binCount = 40;
const axisHeight = 15;
const top = 12;

export function UnitHistogram({ label, values, target, pointed }: UnitHistogramProps) {
  const [ref, size] = useElementSize({ width: 520, height: 76 });
  const aim = target?.value ?? 0;
  const { from, to, counts } = useMemo(() => binValues(values, binCount, 1.2 * aim), [values, aim]);
  const most = Math.max(1, ...counts);
  const floor = Math.max(1, size.height - axisHeight);
  const x = (value: number) => ((value - from) / (to - from)) * size.width;
  const edge = (bin: number) => significantText(from + (bin * (to - from)) / binCount, 3);
  const pitch = size.width / binCount;
  return (
    <div ref={ref} className={styles.chart} role="img" aria-label={label}>
      <svg width={size.width} height={size.height} aria-hidden="true">
        {counts.map((count, bin) => {
          const height = count === 0 ? 0 : Math.max(1, (count / most) * (floor - top));
          return (
            <g key={bin}>
              <rect
                className={styles.bin}
                x={bin * pitch}
                y={floor - height}
                width={Math.max(1, pitch - 1)}
                height={height}
              />
              <rect className={styles.hit} x={bin * pitch} y={0} width={pitch} height={floor}>
                <title>{binText(count, edge(bin), edge(bin + 1))}</title>
              </rect>
            </g>
          );
        })}
        <line className={styles.floor} x1={0} x2={size.width} y1={floor} y2={floor} />
        {target && <TargetLine x={x(target.value)} text={target.text} floor={floor} width={size.width} />}
        {pointed !== null && <path className={styles.pointer} d={`M${x(pointed)} ${floor - 6}l-4 8h8z`} />}
        <text className={styles.tick} x={0} y={size.height - 3}>
          {edge(0)}
        </text>
        <text className={styles.tickEnd} x={size.width} y={size.height - 3}>
          {edge(binCount)}
        </text>
        <text className={styles.tickEnd} x={size.width} y={9}>
          {plural(most, { one: 'up to # unit', other: 'up to # units' })}
        </text>
      </svg>
    </div>
  );
}

function binText(count: number, from: string, to: string): string {
  return plural(count, { one: `# unit from ${from} to ${to}`, other: `# units from ${from} to ${to}` });
}

function TargetLine({ x, text, floor, width }: { x: number; text: string; floor: number; width: number }) {
  const isRight = x > width - 160;
  return (
    <>
      <line className={styles.target} x1={x} x2={x} y1={0} y2={floor} />
      <text className={isRight ? styles.targetTextEnd : styles.targetText} x={isRight ? x - 5 : x + 5} y={9}>
        {text}
      </text>
    </>
  );
}
