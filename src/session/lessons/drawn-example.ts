// Something on the pad, as a person might draw it: a seven, or a curve with one beat where the data are signals.
import type { Ink } from '../../core/samples/drawing';
import { sampleKind } from '../../core/samples/sample-kind';
import type { Session } from '../session';

export function drawExample({ drawing, run }: Pick<Session, 'drawing' | 'run'>): void {
  const shape = run.store.getState().facts?.dataset.shape;
  if (shape === undefined) return;
  if (sampleKind(shape) === 'signal') drawing.startFrom(drawnBeat(shape[0] ?? 1, shape[1] ?? 1));
  else drawing.draw(drawnSeven());
}

/** A curve that rises once in its middle, `[length, channels]`, in the data's own range of [0, 1]. */
function drawnBeat(length: number, channels: number): Float32Array {
  return Float32Array.from({ length: length * channels }, (_, at) => {
    const place = Math.floor(at / channels) / length;
    return 0.3 + 0.6 * Math.exp(-(((place - 0.5) / 0.04) ** 2));
  });
}

const size = 280;
/** Half the width of the pen. */
const pen = 11;
/** Corners of the stroke, in pixels. */
const corners = [
  [80, 75],
  [205, 75],
  [130, 215],
] as const;

function drawnSeven(): Ink {
  const alpha = new Uint8ClampedArray(size * size);
  for (let corner = 1; corner < corners.length; corner++) {
    const [fromX, fromY] = corners[corner - 1] ?? corners[0];
    const [toX, toY] = corners[corner] ?? corners[0];
    for (let part = 0; part <= size; part++) {
      const share = part / size;
      dab(alpha, fromX + share * (toX - fromX), fromY + share * (toY - fromY));
    }
  }
  return { width: size, height: size, alpha };
}

function dab(alpha: Uint8ClampedArray, x: number, y: number): void {
  for (let row = Math.ceil(y - pen); row <= y + pen; row++) {
    for (let column = Math.ceil(x - pen); column <= x + pen; column++) {
      if (Math.hypot(column - x, row - y) <= pen) alpha[row * size + column] = 255;
    }
  }
}
