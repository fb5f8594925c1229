// A line that is drawn over time, `[length, channels]`. It has one value at each point, so going over a point again overwrites it,
// forward and back. Points that nobody has drawn are NaN, and are read from their neighbours.
import type { SampleShape } from '../../../core/samples/samples';

/** The place of a pen: a point in time, not rounded, and a value. */
export interface LinePlace {
  readonly point: number;
  readonly value: number;
}

export function emptyLine([length = 1, channels = 1]: SampleShape): Float32Array {
  return new Float32Array(length * channels).fill(NaN);
}

/** The line after the pen went straight from one place to another: every point that it passed has the value there. */
export function drawnOver(
  line: Float32Array,
  channels: number,
  channel: number,
  from: LinePlace,
  to: LinePlace,
): Float32Array {
  const [left, right] = from.point <= to.point ? [from, to] : [to, from];
  const next = line.slice();
  const last = line.length / channels - 1;
  const span = right.point - left.point;
  const [first, final] = [Math.max(0, Math.round(left.point)), Math.min(last, Math.round(right.point))];
  for (let point = first; point <= final; point++) {
    const share = span === 0 ? 1 : Math.min(1, Math.max(0, (point - left.point) / span));
    // Where the pen stands, its own value counts.
    const isEnd = point === Math.round(to.point);
    next[point * channels + channel] = isEnd ? to.value : left.value + share * (right.value - left.value);
  }
  return next;
}

/**
 * The line with a value at every point: on straight lines between what is drawn, level beyond its ends. A channel in which nothing
 * is drawn stays in the middle.
 */
export function filledLine(line: Float32Array, channels: number): Float32Array {
  const filled = line.slice();
  const length = line.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    const at = (point: number) => line[point * channels + channel] ?? NaN;
    let before = -1;
    for (let point = 0; point <= length; point++) {
      if (point < length && Number.isNaN(at(point))) continue;
      for (let gap = before + 1; gap < point; gap++) {
        const [left, right] = [before < 0 ? NaN : at(before), point === length ? NaN : at(point)];
        const share = (gap - before) / (point - before);
        const between = (1 - share) * left + share * right;
        const level = Number.isNaN(left) ? (Number.isNaN(right) ? 0.5 : right) : left;
        filled[gap * channels + channel] = Number.isNaN(between) ? level : between;
      }
      before = point;
    }
  }
  return filled;
}

/** Whether nothing is drawn. */
export function isEmptyLine(line: Float32Array): boolean {
  return line.every(Number.isNaN);
}
