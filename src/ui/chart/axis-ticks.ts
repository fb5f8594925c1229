// Round numbers for the axes of a chart, linear and logarithmic, and how they read.

export type AxisScale = 'linear' | 'log';

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** The step 1, 2, 2.5 or 5 x 10^k that cuts `span` into at most `count` parts. */
function roundStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Multiples of a round step inside [low, high], free of the dust of floating point. */
function multiples(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
    ticks.push(Number((k * step).toPrecision(12)));
  }
  return ticks;
}

/** Ticks at whole steps (or epochs) from 0 to `high`; the domain ends at the data, not at a tick. */
export function countAxis(high: number, count: number): Axis {
  const top = Math.max(high, 1e-9);
  const step = Math.max(roundStep(top, count), 1);
  return { domain: [0, top], ticks: multiples(0, top, Number.isInteger(step) ? step : Math.ceil(step)) };
}

/** A linear axis that holds [low, high] and, for values that are all positive, zero. */
export function linearAxis(low: number, high: number, count: number): Axis {
  const floor = low >= 0 ? 0 : low;
  const span = high - floor || Math.abs(high) || 1;
  const step = roundStep(span * 1.02, count);
  const bottom = Math.floor(floor / step + 1e-9) * step;
  const top = Math.ceil((high <= floor ? floor + span : high) / step - 1e-9) * step;
  return {
    domain: [Number(bottom.toPrecision(12)), Number(top.toPrecision(12))],
    ticks: multiples(bottom, top, step),
  };
}

const mantissas = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 4, 6, 8], [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9]];

function decadeTicks(low: number, high: number, set: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
    for (const mantissa of set) {
      const tick = Number((mantissa * 10 ** decade).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/**
 * A logarithmic axis around [low, high], both above 0: the finest of 1, 1-3, 1-2-5, ... per decade that gives no more than
 * `count` ticks. An end reaches out to the next tick where that costs at most 16 % of the height; else it is padded by 4 %.
 */
export function logAxis(low: number, high: number, count: number): Axis {
  const span = Math.max(high / low, 1.1);
  const pad = span ** 0.04;
  const reach = span ** 0.16;
  let chosen = mantissas[0] ?? [1];
  for (const set of mantissas) if (decadeTicks(low / pad, high * pad, set).length <= count) chosen = set;
  let bottom = decadeTicks(low / reach, low, chosen).at(-1) ?? low / pad;
  let top = decadeTicks(high, high * reach, chosen)[0] ?? high * pad;
  if (bottom === top) [bottom, top] = [low / pad, high * pad]; // one value, and it is a tick
  let ticks = decadeTicks(bottom, top, chosen);
  // Less than a third of an octave: no such number fits, so cut the span evenly.
  if (ticks.length < 2) ticks = multiples(bottom, top, roundStep(top - bottom, count));
  while (ticks.length > count + 2) ticks = ticks.filter((_, index) => index % 2 === 0);
  return { domain: [bottom, top], ticks };
}

/** A tick in few characters: `0.02`, `150`, `1.2k`, `1e-5`. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size >= 1e9) return value.toExponential(0).replace('e+', 'e');
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  if (size < 1e-3) return value.toExponential(size.toExponential().includes('.') ? 1 : 0).replace('e-', 'e-');
  return String(Number(value.toPrecision(3)));
}

/** A measured value to five significant digits, for reading off. */
export function formatReading(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(3);
  return value.toPrecision(5);
}
