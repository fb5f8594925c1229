// The base of every chart of lines: curves by recharts, everything that follows the pointer on top. What a chart declares is
// its series, its axes and how it is read: by a cross-hair over all series, or point by point. Nothing is animated.
import { t } from '@lingui/core/macro';
import { readingText } from '../../core/number-text';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useElementSize } from '../element-size';
import type { ElementSize } from '../element-size';
import { classNames } from '../class-names';
import { useExport } from '../export/offers';
import type { ChartFrame } from './chart-frame';
import styles from './chart.module.css';
import { Curves } from './curves';
import type { AxisLook, PointWords } from './curves';
import { Marks, ReferenceNames } from './overlay/annotations';
import { EndNames } from './overlay/end-names';
import { CrossHair } from './overlay/cross-hair';
import type { PlaceWords } from './overlay/cross-hair';
import { PointNames, type PointName } from './overlay/point-names';
import { PointReadOut } from './overlay/readable-point';
import type { ShownPoint } from './overlay/readable-point';
import { useCrossHair } from './overlay/use-cross-hair';
import type { ChartMark, ChartSeries, ReferenceValue } from './series';
import { seriesTable } from './series-table';

interface ChartProps {
  /** Accessible name, or its first words where a cross-hair reads the chart. */
  label: string;
  /** Keep a series' object the same while its data is the same: that is what spares the drawing. */
  series: readonly ChartSeries[];
  /** Where the axes lie in a chart of this size; null while there is nothing to draw. Keep the function the same, too. */
  frameFor: (size: ElementSize) => ChartFrame | null;
  xLook: AxisLook;
  yLook: AxisLook;
  /** Size that is drawn before the first measurement. */
  initialSize: ElementSize;
}

interface CrossHairChartProps extends ChartProps {
  marks: readonly ChartMark[];
  references: readonly ReferenceValue[];
  placeWords: PlaceWords;
  /** Stands where nothing can be drawn. */
  emptyText: string;
}

/** A chart with a cross-hair that follows the pointer or the arrow keys and reads every series. */
export function CrossHairChart(props: CrossHairChartProps) {
  const { label, series, frameFor, xLook, yLook, initialSize, marks, references, placeWords } = props;
  const [ref, size] = useElementSize(initialSize);
  const drawn = useMemo(() => series.filter(({ x }) => x.length > 0), [series]);
  const frame = useMemo(() => frameFor(size), [frameFor, size]);
  const read = useMemo(() => drawn.filter(({ isBackdrop }) => isBackdrop !== true), [drawn]);
  const { x, handlers } = useCrossHair(read, frame);
  useCurvesExport(read, xLook, references);
  return (
    <div
      ref={ref}
      className={classNames(styles.chart, styles.clipped)}
      role="img"
      aria-label={describeChart(label, read, references, placeWords)}
      data-picture-note={yLook.title === undefined ? label : undefined}
      {...handlers}
    >
      {frame ? (
        <>
          <div aria-hidden="true">
            <Curves series={drawn} {...{ references, frame, xLook, yLook }} />
          </div>
          <Marks marks={marks} frame={frame} />
          <ReferenceNames references={references} frame={frame} />
          <EndNames series={read} frame={frame} />
          {x !== null && <CrossHair series={read} {...{ marks, frame, x }} words={placeWords} />}
        </>
      ) : (
        <p className={styles.empty}>{props.emptyText}</p>
      )}
    </div>
  );
}

const noReferences: readonly never[] = [];

interface PointChartProps extends ChartProps {
  pointWords: PointWords;
  /** Words beside points. */
  names?: readonly PointName[] | undefined;
}

const noNames: readonly never[] = [];

/** A chart whose points are hovered or focused one by one; series of style `points` have them. */
export function PointChart(props: PointChartProps): ReactNode {
  const { label, series, frameFor, xLook, yLook, initialSize, pointWords, names = noNames } = props;
  const [ref, size] = useElementSize(initialSize);
  const [shown, setShown] = useState<ShownPoint | null>(null);
  const frame = useMemo(() => frameFor(size), [frameFor, size]);
  useCurvesExport(series, xLook, noReferences);
  return (
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.measured}>
        {frame && (
          <Curves
            {...{ series, frame, xLook, yLook, pointWords }}
            references={noReferences}
            onPoint={setShown}
          />
        )}
        {frame && <PointNames names={names} frame={frame} />}
      </div>
      {shown && <PointReadOut point={shown} size={size} />}
    </div>
  );
}

function useCurvesExport(
  series: readonly ChartSeries[],
  { title, name }: AxisLook,
  references: readonly ReferenceValue[],
): void {
  useExport(() => {
    if (series.length === 0) return null;
    return { name: t`Curves`, table: () => seriesTable(title ?? name ?? 'x', series, references) };
  });
}

/** One sentence for people who cannot see the curves. */
function describeChart(
  label: string,
  series: readonly ChartSeries[],
  references: readonly ReferenceValue[],
  { described }: PlaceWords,
): string {
  const curves = series.flatMap(({ label: name, x, y }) => {
    const first = y[0];
    const last = y[y.length - 1];
    if (first === undefined || last === undefined) return [];
    const end = described(x[x.length - 1] ?? 0);
    return [t`${name} ${{ first: readingText(first) }} at first, ${{ last: readingText(last) }} at ${end}`];
  });
  if (curves.length === 0) return t`${label}: nothing to show yet`;
  const levels = references.map((reference) => `${reference.label} ${readingText(reference.y)}`);
  return `${label}: ${[...curves, ...levels].join('; ')}`;
}
