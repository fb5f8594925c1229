// The bands of the chart as paths.
import type { Moments } from '../../../core/latent/two-sample/moments';
import type { ValueRange } from '../../../core/samples/value-units';

export interface Band {
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Placing {
  readonly x: (point: number) => number;
  readonly y: (value: number) => number;
}

/** One channel in the units of the data. @param range what 0 and 1 stand for at a place */
export function inUnits(
  { mean, deviation }: Moments,
  range: (place: number) => ValueRange,
  channel: number,
  channels: number,
): Band {
  const at = (of: (place: number) => number) =>
    Array.from({ length: mean.length / channels }, (_, point) => {
      const place = point * channels + channel;
      const [least, greatest] = range(place);
      return least + of(place) * (greatest - least);
    });
  return {
    mean: at((place) => mean[place] ?? 0),
    low: at((place) => (mean[place] ?? 0) - (deviation[place] ?? 0)),
    high: at((place) => (mean[place] ?? 0) + (deviation[place] ?? 0)),
  };
}

export function linePath(values: readonly number[], { x, y }: Placing): string {
  return values.map((value, point) => `${point === 0 ? 'M' : 'L'}${spot(x(point), y(value))}`).join('');
}

/** Along the upper edge and back along the lower one. */
export function bandPath({ low, high }: Band, placing: Placing): string {
  const { x, y } = placing;
  const back = low.map((value, point) => `L${spot(x(point), y(value))}`).reverse();
  return `${linePath(high, placing)}${back.join('')}Z`;
}

const spot = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
