// The curves of several runs over one axis: steps, epochs or seconds.
import { useCallback, useMemo } from 'react';
import { countText, significantText, tickText } from '../../../core/number-text';
import type { ElementSize } from '../../element-size';
import { CrossHairChart } from '../chart';
import type { AxisLook } from '../curves';
import type { PlaceWords } from '../overlay/cross-hair';
import type { ChartSeries } from '../series';
import { runsFrame, type RunsScales } from './runs-frame';

interface RunsChartProps {
  /** First words of the text alternative. */
  label: string;
  /** Keep a series' object the same while its data is the same. */
  series: readonly ChartSeries[];
  /** Keep the object the same, too. */
  scales: RunsScales;
  /** `step`, `epoch`, `seconds`. */
  xTitle: string;
  yTitle: string;
  emptyText: string;
}

const initialSize = { width: 800, height: 340 };
const none: readonly never[] = [];

export function RunsChart({ label, series, scales, xTitle, yTitle, emptyText }: RunsChartProps) {
  const frameFor = useCallback((size: ElementSize) => runsFrame(series, scales, size), [series, scales]);
  const xLook = useMemo((): AxisLook => ({ title: xTitle, tickText }), [xTitle]);
  const yLook = useMemo((): AxisLook => ({ title: yTitle, tickText }), [yTitle]);
  const placeWords = useMemo((): PlaceWords => {
    const text = (x: number) => (scales.isCount ? countText(x) : significantText(x, 3));
    return {
      head: (x) => `${xTitle} ${text(x)}`,
      short: text,
      described: (x) => `${xTitle} ${text(x)}`,
    };
  }, [xTitle, scales.isCount]);
  return (
    <CrossHairChart
      {...{ label, series, frameFor, xLook, yLook, initialSize, placeWords, emptyText }}
      marks={none}
      references={none}
    />
  );
}
