// Axes of a chart, linear and logarithmic: d3 finds the round numbers, this file keeps them few and ends the axis at one.
import { nice, ticks as roundNumbers } from 'd3-array';
import { scaleLog } from 'd3-scale';

export type AxisScale = 'linear' | 'log';

export interface Axis {
  readonly scale: AxisScale;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** Multiples of 1, 2 or 5 x 10^k inside [low, high], at most `count` + 1 of them; d3 takes a count as a hint only. */
function fewTicks(low: number, high: number, count: number): number[] {
  for (let asked = Math.max(1, Math.floor(count)); asked > 1; asked--) {
    const ticks = roundNumbers(low, high, asked);
    if (ticks.length <= count + 1) return ticks;
  }
  return roundNumbers(low, high, 1);
}

/** An axis of whole counts (steps, epochs) from 0 to `high`; the domain ends at the data, not at a tick. */
export function countAxis(high: number, count: number): Axis {
  const top = Math.max(high, 1e-9);
  return { scale: 'linear', domain: [0, top], ticks: fewTicks(0, top, count).filter(Number.isInteger) };
}

/** A linear axis that ends at ticks and holds [low, high] and, for values that are all positive, zero. */
export function linearAxis(low: number, high: number, count: number): Axis {
  const floor = Math.min(low, 0);
  const top = high > floor ? high : floor + (Math.abs(high) || 1);
  for (let asked = Math.max(1, Math.floor(count)); ; asked--) {
    const domain = nice(floor, top, asked);
    const ticks = roundNumbers(...domain, asked);
    if (ticks.length <= count + 1 || asked === 1) return { scale: 'linear', domain, ticks };
  }
}

/** Which multiples of each power of ten are labelled, coarsest first. */
const mantissaSets = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 4, 6, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9]];

/** How far below its power of ten a tick may lie by rounding: `Math.log10(1000)` is 2.9999999999999996. */
const dust = 1e-9;

function mantissaOf(tick: number): number {
  return Math.round(tick / 10 ** Math.floor(Math.log10(tick) + dust));
}

/** Candidates for the ticks in [low, high], coarsest first; the coarse ones may be empty. */
function logTicks(low: number, high: number, count: number): number[][] {
  const decades = Math.log10(high / low);
  // Asked for more ticks than there are decades, d3 gives every multiple of every power of ten.
  const all = scaleLog([low, high], [0, 1]).ticks(Math.ceil(decades) + 2);
  const powers = all.filter((tick) => mantissaOf(tick) === 1);
  const every = Math.ceil(powers.length / count);
  return [
    powers.filter((power) => Math.round(Math.log10(power)) % every === 0),
    ...mantissaSets.map((set) => all.filter((tick) => set.includes(mantissaOf(tick)))),
  ];
}

/**
 * A logarithmic axis around [low, high], both above 0: the finest of 1, 1-3, 1-2-5, ... per decade that gives no more than
 * `count` ticks along the data. An end extends to the next tick where that takes at most 16 % of the height; else it is padded by 4 %.
 */
export function logAxis(low: number, high: number, count: number): Axis {
  const span = Math.max(high / low, 1.1);
  const pad = span ** 0.04;
  const reach = span ** 0.16;
  const axes = logTicks(low / reach, high * reach, count).map((candidates): Axis => {
    const below = candidates.findLast((tick) => tick <= low) ?? low / pad;
    const above = candidates.find((tick) => tick >= high) ?? high * pad;
    // A single value that is a tick needs room on both sides.
    const [bottom, top] = below < above ? [below, above] : [low / pad, high * pad];
    const ticks = candidates.filter((tick) => tick >= bottom && tick <= top);
    return { scale: 'log', domain: [bottom, top], ticks };
  });
  const alongData = (tick: number) => tick >= low / pad && tick <= high * pad;
  const chosen = axes.findLast(({ ticks }) => ticks.length >= 2 && ticks.filter(alongData).length <= count);
  if (chosen) return chosen;
  // Too narrow for two multiples of a power of ten: linear ticks are round numbers there.
  const domain = [low / pad, high * pad] as const;
  return { scale: 'log', domain, ticks: fewTicks(...domain, count) };
}
