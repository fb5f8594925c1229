// What keys do to a line: a cursor goes along time and up and down; whatever point it raises or lowers is drawn, and with the pen
// down every point that it goes over.
import { drawnOver, filledLine, type LinePlace } from './drawn-line';

export interface LineCursor extends LinePlace {
  /** Whether the line follows the cursor along time too. */
  readonly isDown: boolean;
}

/** Of the range of values, with an arrow key; with Shift, and of points along time, ten times as many. */
const valueStep = 0.02;
const manySteps = 10;

/** Further out there is nothing to see of a value. */
const [lowest, highest] = [-0.08, 1.08];

interface Drawable {
  readonly line: Float32Array;
  readonly channels: number;
  readonly channel: number;
}

interface Moved {
  readonly cursor: LineCursor;
  /** Another one where something was drawn. */
  readonly line: Float32Array;
}

/** Where the keys begin: in the middle of time, on the line. */
export function firstCursor(drawable: Drawable): LineCursor {
  const point = Math.floor((pointsOf(drawable) - 1) / 2);
  return { point, value: valueAt(drawable, point), isDown: false };
}

/** After a key; null for keys that do nothing here. */
export function cursorAfter(
  drawable: Drawable,
  cursor: LineCursor,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): Moved | null {
  const { line, channels, channel } = drawable;
  const steps = shiftKey ? manySteps : 1;
  const last = pointsOf(drawable) - 1;
  if (key === ' ') {
    const isDown = !cursor.isDown;
    return {
      cursor: { ...cursor, isDown },
      line: isDown ? drawnOver(line, channels, channel, cursor, cursor) : line,
    };
  }
  const up = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (up !== undefined) {
    const value = Math.min(highest, Math.max(lowest, cursor.value + up * steps * valueStep));
    const to = { ...cursor, value };
    return { cursor: to, line: drawnOver(line, channels, channel, to, to) };
  }
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: cursor.point - steps,
    ArrowRight: cursor.point + steps,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  if (target === undefined) return null;
  const point = Math.min(last, Math.max(0, target));
  if (!cursor.isDown) return { cursor: { ...cursor, point, value: valueAt(drawable, point) }, line };
  const to = { ...cursor, point };
  return { cursor: to, line: drawnOver(line, channels, channel, cursor, to) };
}

function pointsOf({ line, channels }: Drawable): number {
  return line.length / channels;
}

function valueAt({ line, channels, channel }: Drawable, point: number): number {
  return filledLine(line, channels)[point * channels + channel] ?? 0.5;
}
