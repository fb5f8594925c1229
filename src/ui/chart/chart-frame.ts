// The geometry of a chart: where the plot lies and how data maps to pixels. recharts draws inside exactly this frame, so
// what is laid over the chart (cross-hair, marks, labels) lands on the same pixels.
import { scaleLinear, scaleLog } from 'd3-scale';
import type { ElementSize } from '../element-size';
import type { Axis } from './axis-ticks';

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface ChartFrame {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly size: ElementSize;
  readonly margins: Margins;
  toPixelX: (x: number) => number;
  toPixelY: (y: number) => number;
  /** The x value under a pixel of the chart. */
  toX: (pixelX: number) => number;
}

/** Width and height of the plot inside the margins, at least one pixel each. */
export function plotSize({ width, height }: ElementSize, margins: Margins): ElementSize {
  return {
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - margins.top - margins.bottom),
  };
}

export function chartFrame(xAxis: Axis, yAxis: Axis, size: ElementSize, margins: Margins): ChartFrame {
  const plot = plotSize(size, margins);
  const x = pixelScale(xAxis, [margins.left, margins.left + plot.width]);
  const y = pixelScale(yAxis, [margins.top + plot.height, margins.top]);
  return {
    xAxis,
    yAxis,
    size,
    margins,
    toPixelX: (value) => x(value),
    toPixelY: (value) => y(value),
    toX: (pixelX) => x.invert(pixelX),
  };
}

function pixelScale({ scale, domain }: Axis, range: readonly [number, number]) {
  return (scale === 'log' ? scaleLog : scaleLinear)(domain, range);
}
