// A histogram of scores by group, with a threshold that can be dragged. Each group is drawn as shares of its own size, so that a
// small one is seen beside a large one. The plot's sides have the insets of a slider's track: a slider under it that is as wide has its
// thumb under the line.
import { t } from '@lingui/core/macro';
import { scaleLinear } from 'd3-scale';
import { useId, useMemo } from 'react';
import type { CSSProperties } from 'react';
import { tickText } from '../../../core/number-text';
import { useTrackDrag } from '../../controls/slider/use-track-drag';
import { useElementSize } from '../../element-size';
import { useExport } from '../../export/offers';
import { histogramTable } from './histogram-table';
import styles from './score-histogram.module.css';

export interface ScoreGroup {
  readonly id: string;
  readonly label: string;
  /** Any CSS colour. */
  readonly colour: string;
  /** A second cue beside the colour. `line` is an outline alone. */
  readonly look: 'solid' | 'hatched' | 'line';
  /** Scores in each bin, as many bins for every group. */
  readonly counts: ArrayLike<number>;
}

/** A score of its own on the axis, such as that of a drawing. */
export interface ScoreMark {
  readonly label: string;
  readonly value: number;
}

interface ScoreHistogramProps {
  /** Accessible name: what is shown, in a sentence. */
  label: string;
  groups: readonly ScoreGroup[];
  /** The lower edge of the first bin and the upper one of the last; what lies beyond is drawn at the edge. */
  from: number;
  to: number;
  mark: ScoreMark | null;
  /** Null: there is no line. */
  threshold: number | null;
  /** The threshold at a place of the plot, 0 (left) to 1 (right). */
  thresholdAt: (place: number) => number;
  onThreshold: (value: number) => void;
}

const inset = 8;
const top = 20;
const axisHeight = 18;

export function ScoreHistogram(props: ScoreHistogramProps) {
  const { label, groups, from, to, mark, threshold, thresholdAt, onThreshold } = props;
  const id = useId();
  const [ref, size] = useElementSize({ width: 560, height: 200 });
  useExport(() => ({ name: t`Histogram`, table: () => histogramTable(groups, from, to) }));
  const shares = useMemo(() => groups.map(({ counts }) => sharesOf(counts)), [groups]);
  const most = Math.max(1e-9, ...shares.flat());
  const floor = Math.max(top + 1, size.height - axisHeight);
  const width = Math.max(1, size.width - 2 * inset);
  const x = (value: number) => inset + Math.min(1, Math.max(0, (value - from) / (to - from || 1))) * width;
  const outline = (of: readonly number[]) => {
    const pitch = width / of.length;
    const steps = of.map((share, bin) => {
      const y = floor - (share / most) * (floor - top);
      return `L${inset + bin * pitch} ${y}H${inset + (bin + 1) * pitch}`;
    });
    return `M${inset} ${floor}${steps.join('')}V${floor}`;
  };
  const ticks = scaleLinear([from, to], [0, 1]).ticks(Math.max(2, Math.floor(width / 90)));
  const drag = useTrackDrag({
    value: threshold ?? to,
    disabled: threshold === null,
    valueAt: thresholdAt,
    onStart: () => undefined,
    onChange: onThreshold,
    onCommit: undefined,
  });
  return (
    <div ref={ref} className={styles.histogram} data-fixed={threshold === null} {...drag.track}>
      <svg width={size.width} height={size.height} role="img" aria-label={label}>
        <defs>
          <pattern
            id={`${id}-hatch`}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={2} height={5} className={styles.hatch} />
          </pattern>
          <mask id={`${id}-hatched`}>
            <rect width={size.width} height={size.height} fill={`url(#${id}-hatch)`} />
          </mask>
        </defs>
        {threshold !== null && (
          <rect
            className={styles.flagged}
            x={x(threshold)}
            y={top - 4}
            width={Math.max(0, inset + width - x(threshold))}
            height={floor - top + 4}
          />
        )}
        {groups.map(({ id: group, colour, look }, place) => {
          const path = outline(shares[place] ?? []);
          return (
            <g
              key={group}
              data-group={group}
              className={styles[look]}
              style={{ '--group': colour } as CSSProperties}
            >
              {look !== 'line' && (
                <path
                  className={styles.area}
                  d={`${path}Z`}
                  mask={look === 'hatched' ? `url(#${id}-hatched)` : undefined}
                />
              )}
              <path className={styles.outline} d={path} />
            </g>
          );
        })}
        <line className={styles.floor} x1={inset} x2={inset + width} y1={floor} y2={floor} />
        {ticks.map((tick) => (
          <text key={tick} className={styles.tick} x={x(tick)} y={size.height - 4}>
            {tickText(tick)}
          </text>
        ))}
        {mark && <Mark x={x(mark.value)} width={size.width} floor={floor} label={mark.label} />}
        {threshold !== null && (
          <g className={styles.threshold}>
            <line x1={x(threshold)} x2={x(threshold)} y1={top - 8} y2={floor} />
            <circle cx={x(threshold)} cy={top - 8} r={4} />
          </g>
        )}
      </svg>
    </div>
  );
}

/** Of nothing, nothing. */
function sharesOf(counts: ArrayLike<number>): number[] {
  const all = Array.from(counts);
  const sum = all.reduce((a, b) => a + b, 0);
  return all.map((count) => (sum === 0 ? 0 : count / sum));
}

interface MarkProps {
  x: number;
  /** Of the whole histogram. */
  width: number;
  floor: number;
  label: string;
}

function Mark({ x, width, floor, label }: MarkProps) {
  const isRight = x > width / 2;
  return (
    <g className={styles.mark}>
      <line x1={x} x2={x} y1={top + 10} y2={floor} />
      <path d={`M${x} ${floor}l-5 -8h10z`} />
      <text x={isRight ? x - 6 : x + 6} y={top + 18} textAnchor={isRight ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}
