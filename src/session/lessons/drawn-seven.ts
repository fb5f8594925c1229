// A seven as a person might draw it, for the pad.
import type { Ink } from '../../core/samples/drawing';

const size = 280;
/** Half the width of the pen. */
const pen = 11;
/** Corners of the stroke, in pixels. */
const corners = [
  [80, 75],
  [205, 75],
  [130, 215],
] as const;

export function drawnSeven(): Ink {
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
