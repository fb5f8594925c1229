// The frame of a sweep chart: errors on a log axis, or rates up to 1, over the values that were measured.
import type { ElementSize } from '../../element-size';
import { linearAxis, logAxis } from '../axis-ticks';
import type { Axis, AxisScale } from '../axis-ticks';
import { chartFrame, plotSize } from '../chart-frame';
import type { ChartFrame } from '../chart-frame';
import { isDrawable } from '../series';
import type { ChartSeries } from '../series';

const margins = { top: 12, right: 18, bottom: 48, left: 62 };

/** Room for the words of one tick, in pixels. */
const tickRoom = 34;

export function sweepFrame(
  series: readonly ChartSeries[],
  scale: { readonly x: AxisScale; readonly y: AxisScale },
  size: ElementSize,
): ChartFrame {
  const measured = series.filter(({ style }) => style === 'points').flatMap(({ x }) => Array.from(x));
  const values = [...new Set(measured)].sort((a, b) => a - b);
  const drawn = series.flatMap(({ y, band }) => [y, ...(band ? [band.low, band.high] : [])]);
  const errors = drawn.flatMap((values) => Array.from(values)).filter((y) => isDrawable(y, scale.y));
  const yAxis = scale.y === 'log' ? errorAxis(errors) : rateAxis(errors);
  return chartFrame(valueAxis(values, scale.x, plotSize(size, margins).width), yAxis, size, margins);
}

function errorAxis(errors: readonly number[]): Axis {
  return errors.length === 0
    ? { scale: 'log', domain: [0.01, 0.1], ticks: [0.01, 0.1] }
    : logAxis(Math.min(...errors), Math.max(...errors), 6);
}

/** Up to 1, and down to a round number below the lowest rate. */
function rateAxis(rates: readonly number[]): Axis {
  const low = Math.max(0, Math.floor(10 * Math.min(0.9, ...rates)) / 10);
  const ticks = linearAxis(0, 1, 11).ticks.filter((tick) => tick >= low - 1e-9);
  return {
    scale: 'linear',
    domain: [low, 1],
    ticks: ticks.length > 7 ? ticks.filter((_, i) => i % 2 === 0) : ticks,
  };
}

/** Ticks at the measured values, as far as their words have room; at round numbers when there are many values. */
function valueAxis(values: readonly number[], wanted: AxisScale, width: number): Axis {
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return { scale: wanted, domain: [0.1, 1], ticks: [0.1, 1] };
  const scale = low > 0 ? wanted : 'linear';
  const isLog = scale === 'log';
  const place = isLog ? Math.log : (value: number) => value;
  const span = place(high) - place(low);
  const pad = span === 0 ? (isLog ? 0.5 : Math.abs(low) * 0.5 || 0.5) : span * 0.04;
  const domain = isLog
    ? ([low * Math.exp(-pad), high * Math.exp(pad)] as const)
    : ([low - pad, high + pad] as const);
  if (values.length > 12) return { scale, domain, ticks: (isLog ? logAxis : linearAxis)(low, high, 8).ticks };
  let last = -Infinity;
  const ticks = values.filter((value) => {
    const at = span === 0 ? 0 : ((place(value) - place(low)) / span) * width;
    if (at - last < tickRoom) return false;
    last = at;
    return true;
  });
  return { scale, domain, ticks };
}
