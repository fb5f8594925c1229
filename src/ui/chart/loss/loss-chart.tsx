// The loss chart: losses over training steps. Data arrives thinned (some 600 points a series), up to four times a second.
import { t } from '@lingui/core/macro';
import { countText, fixedText, tickText } from '../../../core/number-text';
import { useCallback, useMemo } from 'react';
import type { ElementSize } from '../../element-size';
import type { AxisScale } from '../axis-ticks';
import { CrossHairChart } from '../chart';
import type { AxisLook } from '../curves';
import type { PlaceWords } from '../overlay/cross-hair';
import type { ChartMark, ChartSeries, ReferenceValue } from '../series';
import { lossFrame, stepUnit } from './loss-frame';

export interface LossChartProps {
  /** Keep a series' object the same while its data is the same: that is what spares the drawing. */
  series: readonly ChartSeries[];
  /** Steps where the experiment was changed, ascending. */
  marks: readonly ChartMark[];
  scale: AxisScale;
  /** Steps in one epoch; the axis shows epochs once more than one has passed. */
  epochLength?: number | undefined;
  /** Losses that simpler methods reach. */
  referenceLines: readonly ReferenceValue[];
  /** Stands where nothing can be drawn. */
  emptyText?: string | undefined;
  /** First words of the text alternative. */
  label?: string | undefined;
}

const initialSize = { width: 480, height: 220 };
const valueLook: AxisLook = { tickText };

export function LossChart(props: LossChartProps) {
  const { series, marks, scale, epochLength, referenceLines, label = t`Loss curves` } = props;
  const unit = stepUnit(series, epochLength);
  const frameFor = useCallback(
    (size: ElementSize) => lossFrame(series, referenceLines, { scale, size, unit, epochLength }),
    [series, referenceLines, scale, unit, epochLength],
  );
  const stepLook = useMemo(
    () => ({ name: 'step', tickText: (step: number) => stepTick(step, unit) }),
    [unit],
  );
  return (
    <CrossHairChart
      {...{ label, series, marks, frameFor, initialSize }}
      references={referenceLines}
      xLook={stepLook}
      yLook={valueLook}
      placeWords={stepWords(unit)}
      emptyText={props.emptyText ?? t`Press Train to draw the curves`}
    />
  );
}

/** The first tick names the unit: `epoch 0`, `5`, `10`. */
function stepTick(step: number, unit: number): string {
  const count = tickText(step / unit);
  if (step !== 0) return count;
  return unit > 1 ? t`epoch ${count}` : t`step ${count}`;
}

function stepWords(unit: number): PlaceWords {
  return {
    head: (step) =>
      unit > 1
        ? t`step ${{ step: countText(step) }} · epoch ${{ epoch: fixedText(step / unit, 2) }}`
        : t`step ${{ step: countText(step) }}`,
    short: countText,
    described: (step) => t`step ${{ step: Math.round(step) }}`,
  };
}
