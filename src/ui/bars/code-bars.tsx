// The code as signed bars around zero: full accent above, paler below. Up to 128 values, several times a second.
import { memo, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import { useElementSize } from '../element-size';
import { barPaths } from './bar-path';
import styles from './code-bars.module.css';

interface CodeBarsProps {
  /** The code, 1 to 128 numbers. */
  values: ArrayLike<number>;
  /** Accessible name; the extremes follow it. */
  label: string;
  className?: string | undefined;
}

const numbersHeight = 18;

/** The scale must not jump with every small change: the next 1, 2 or 5 x 10^k that holds the largest value. */
function roundUp(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 1.5, 2, 3, 5, 7].find((factor) => factor * power >= largest) ?? 10) * power;
}

function summarise(label: string, values: ArrayLike<number>): string {
  const list = Array.from(values);
  if (list.length === 0) return label;
  return `${label}: ${list.length} numbers from ${Math.min(...list).toFixed(2)} to ${Math.max(...list).toFixed(2)}`;
}

export const CodeBars = memo(function CodeBars({ values, label, className }: CodeBarsProps) {
  const [ref, size] = useElementSize({ width: 420, height: 96 });
  const [hovered, setHovered] = useState<number | null>(null);
  const count = values.length;
  const hasNumbers = count <= 32 && size.width / Math.max(1, count) >= 13;
  const height = Math.max(1, size.height - (hasNumbers ? numbersHeight : 0));

  let above = 0;
  let below = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    if (Number.isFinite(value)) above = Math.max(above, value);
    if (Number.isFinite(value)) below = Math.max(below, -value);
  }
  const top = above > 0 || below === 0 ? roundUp(above) : 0;
  const bottom = below > 0 ? roundUp(below) : 0;
  const unit = (height - 2) / (top + bottom);
  const zero = 1 + top * unit;
  const pitch = size.width / Math.max(1, count);
  const paths = barPaths(values, { width: size.width, zero, unit });
  const hoveredValue = hovered === null ? undefined : values[hovered];

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.floor(x / pitch);
    setHovered(index >= 0 && index < count ? index : null);
  }

  return (
    <div
      ref={ref}
      className={classNames(styles.bars, className)}
      role="img"
      aria-label={summarise(label, values)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(null)}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        {hovered !== null && (
          <rect className={styles.hover} x={hovered * pitch} width={pitch} height={height} rx={3} />
        )}
        <line className={styles.zero} x1={0} x2={size.width} y1={zero} y2={zero} />
        <path className={styles.positive} d={paths.positive} />
        <path className={styles.negative} d={paths.negative} />
        {hasNumbers &&
          Array.from({ length: count }, (_, index) => (
            <text key={index} className={styles.number} x={(index + 0.5) * pitch} y={size.height - 4}>
              {index + 1}
            </text>
          ))}
      </svg>
      {hovered !== null && hoveredValue !== undefined && (
        <div className={styles.tip} style={{ left: `${((hovered + 0.5) / count) * 100}%` }}>
          {hovered + 1}: <b>{hoveredValue.toFixed(3)}</b>
        </div>
      )}
    </div>
  );
});
