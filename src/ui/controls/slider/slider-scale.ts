// Where a value stands on a slider's track. The native range always holds the value itself; only the place of the thumb
// and the size of a step follow the scale, so that people who drag get even perception and tests get true numbers.

export type SliderScale = 'linear' | 'log' | 'sqrt';

export interface Track {
  readonly min: number;
  readonly max: number;
  readonly scale: SliderScale;
  /** On a log track whose `min` is 0: the smallest value above it. 0 has the left end of the track to itself. */
  readonly smallest?: number | undefined;
  /** The only values allowed, ascending; they stand at even distances. */
  readonly stops?: readonly number[] | undefined;
  /** Grid of the values, counted from `min`; undefined for two significant digits. */
  readonly step?: number | undefined;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? stop) - value)) best = index;
  });
  return best;
}

/** Share of a log track from 0 that 0 has to itself. */
const zeroShare = 0.06;

/** Of a log track that begins at 0, the part above 0. */
function partAboveZero({ scale, min, max, smallest, step }: Track): Track | null {
  return scale === 'log' && min === 0 && smallest !== undefined ? { scale, min: smallest, max, step } : null;
}

function warp(scale: SliderScale, value: number): number {
  if (scale === 'log') return Math.log(value);
  return scale === 'sqrt' ? Math.sqrt(value) : value;
}

function unwarp(scale: SliderScale, warped: number): number {
  if (scale === 'log') return Math.exp(warped);
  return scale === 'sqrt' ? warped * warped : warped;
}

/** The nearest value the slider can hold: a stop, a multiple of `step`, or two significant digits; inside [min, max]. */
export function settle(track: Track, value: number): number {
  const { min, max, stops, step } = track;
  if (stops && stops.length > 0) return stops[nearestStop(stops, value)] ?? value;
  const above = partAboveZero(track);
  if (above) return value < above.min / 2 ? 0 : settle(above, value);
  const inside = clamp(value, min, max);
  if (step === undefined) return clamp(Number(inside.toPrecision(2)), min, max);
  return clamp(Number((min + Math.round((inside - min) / step) * step).toFixed(decimalsOf(step))), min, max);
}

/** `0.05` has two, `1e-7` has seven. */
function decimalsOf(step: number): number {
  const [digits = '', exponent = '0'] = String(step).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

/** Place of a value on the track, 0 (left) to 1 (right). A log track needs `min > 0`, or a `smallest`. */
export function positionOf(track: Track, value: number): number {
  const { min, max, scale, stops } = track;
  if (stops && stops.length > 1) return nearestStop(stops, value) / (stops.length - 1);
  const above = partAboveZero(track);
  if (above) return value > 0 ? zeroShare + (1 - zeroShare) * positionOf(above, value) : 0;
  const low = warp(scale, min);
  const high = warp(scale, max);
  return high > low ? clamp((warp(scale, clamp(value, min, max)) - low) / (high - low), 0, 1) : 0;
}

/** The settled value at a place on the track, 0 to 1. */
export function valueAt(track: Track, position: number): number {
  const { min, max, scale, stops } = track;
  const place = clamp(position, 0, 1);
  if (stops && stops.length > 0) return stops[Math.round(place * (stops.length - 1))] ?? min;
  const above = partAboveZero(track);
  if (above) return place < zeroShare / 2 ? 0 : valueAt(above, (place - zeroShare) / (1 - zeroShare));
  const low = warp(scale, min);
  const high = warp(scale, max);
  return settle(track, unwarp(scale, low + place * (high - low)));
}

/**
 * The value after a key press: `direction` -1 or +1, `large` for PageUp and PageDown. A log track without a grid is walked in 1, 2, 5, 10
 * (large: in powers of ten). Any other moves by one step or stop, or by a hundredth of the track (large: three stops, a tenth of
 * the track), and always by at least one step.
 */
export function nudge(track: Track, value: number, direction: -1 | 1, large: boolean): number {
  const { min, max, scale, stops, step } = track;
  if (stops && stops.length > 0) {
    const index = nearestStop(stops, value) + direction * (large ? 3 : 1);
    return stops[clamp(index, 0, stops.length - 1)] ?? value;
  }
  const above = partAboveZero(track);
  if (above && direction < 0 && value <= above.min) return 0;
  if (above && value < above.min) return above.min;
  if (above) return nudge(above, value, direction, large);
  if (scale === 'log' && step === undefined)
    return clamp(nextRound(value, direction, large ? [1] : [1, 2, 5]), min, max);
  const moved = valueAt(track, positionOf(track, value) + direction * (large ? 0.1 : 0.01));
  const least = step ?? 10 ** (Math.floor(Math.log10(Math.max(Math.abs(value), 1e-12))) - 1);
  if (step !== undefined && !large) return settle(track, value + direction * least);
  return moved === value || (moved - value) * direction < 0
    ? clamp(settle(track, value + direction * least), min, max)
    : moved;
}

/** The next number above or below a positive one among `digits` (ascending, from 1) times a power of ten. */
function nextRound(value: number, direction: -1 | 1, digits: readonly number[]): number {
  const exponent = Math.floor(Math.log10(value));
  const candidates = [exponent - 1, exponent, exponent + 1].flatMap((power) =>
    digits.map((digit) => Number(`${digit}e${power}`)),
  );
  const beyond = candidates.filter((candidate) => (candidate - value) * direction > 1e-9 * value);
  return (direction > 0 ? beyond[0] : beyond.at(-1)) ?? value;
}
