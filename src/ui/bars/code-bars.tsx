// The code as signed bars around zero: full accent above, paler below. A Gaussian code has a whisker of one standard
// deviation to each side. Codes too long for bars are cells. Drawn several times a second.
import { memo, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import { useElementSize } from '../element-size';
import { useExport } from '../export/offers';
import { barPaths, codeScale, whiskerPath } from '../units/charts/bar-path';
import styles from './code-bars.module.css';
import { CodeGrid } from './code-grid';
import { codeSummary, numberInFull, type Code } from './words';

interface CodeBarsProps extends Code {
  /** Accessible name; the extremes follow it. */
  label: string;
  /** Cells of units not further from 0 than this stay blank. */
  threshold?: number | undefined;
  className?: string | undefined;
}

const numbersHeight = 18;
/** With less room a bar is no longer a bar. */
const narrowestPitch = 2.5;

export const CodeBars = memo(function CodeBars(props: CodeBarsProps) {
  const { values, deviations = null, label, threshold = 0, className } = props;
  const [ref, size] = useElementSize({ width: 420, height: 96 });
  const [hovered, setHovered] = useState<number | null>(null);
  useExport(() => ({
    name: label,
    table: async () => (await import('./code-table')).codeTable({ values, deviations }),
  }));
  const count = values.length;
  const pitch = size.width / Math.max(1, count);
  const isLong = pitch < narrowestPitch && count > 1;
  const code: Code = { values, deviations };
  const hoveredValue = hovered === null ? undefined : values[hovered];

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (isLong) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.floor(x / pitch);
    setHovered(index >= 0 && index < count ? index : null);
  }

  return (
    <div
      ref={ref}
      className={classNames(styles.bars, className)}
      role="img"
      aria-label={codeSummary(label, code)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(null)}
    >
      {isLong ? (
        <CodeGrid values={values} size={size} threshold={threshold} hovered={hovered} onHover={setHovered} />
      ) : (
        <Bars code={code} size={size} hovered={hovered} />
      )}
      {hovered !== null && hoveredValue !== undefined && (
        <div
          className={styles.tip}
          style={{ left: isLong ? '50%' : `clamp(40px, ${((hovered + 0.5) / count) * 100}%, 100% - 40px)` }}
        >
          <span>{`${hovered + 1}: `}</span>
          <b>{numberInFull(code, hovered)}</b>
        </div>
      )}
    </div>
  );
});

interface BarsProps {
  code: Code;
  size: { width: number; height: number };
  hovered: number | null;
}

function Bars({ code: { values, deviations }, size, hovered }: BarsProps) {
  const count = values.length;
  const pitch = size.width / Math.max(1, count);
  const hasNumbers = count <= 32 && pitch >= 13;
  // Two digits want some air: where bars are narrow every second one is numbered.
  const numbered = Array.from({ length: count }, (_, index) => index).filter(
    (index) => pitch >= 18 || index % 2 === 0,
  );
  const height = Math.max(1, size.height - (hasNumbers ? numbersHeight : 0));
  const box = { width: size.width, ...codeScale(values, deviations ?? null, height) };
  const paths = barPaths(values, box);
  return (
    <svg width={size.width} height={size.height} aria-hidden="true">
      {hovered !== null && (
        <rect className={styles.hover} x={hovered * pitch} width={pitch} height={height} rx={3} />
      )}
      <line className={styles.zero} x1={0} x2={size.width} y1={box.zero} y2={box.zero} />
      <path className={styles.positive} d={paths.positive} />
      <path className={styles.negative} d={paths.negative} />
      {deviations && <path className={styles.whisker} d={whiskerPath(values, deviations, box)} />}
      {hasNumbers &&
        numbered.map((index) => (
          <text key={index} className={styles.number} x={(index + 0.5) * pitch} y={size.height - 4}>
            {index + 1}
          </text>
        ))}
    </svg>
  );
}
