// Which words stand under the columns, and where: none may run into another. The waist comes first, then the two ends,
// then the others from the outside in.
import { hasBands, hasMaps, shapeText } from './hourglass-geometry';
import type { Column, LayerShape } from './hourglass-geometry';

/** About the width of a digit, in CSS pixels. */
const characterWidth = 6.6;
const leastGap = 4;
/** How far the words of the ends may stand out of the picture. */
const overhang = 12;

/** One line, or two where a layer of maps has no room for `14×14×16`; a single map is as good as its size. */
export function labelLines(shape: LayerShape, pitch: number): string[] {
  const [height, width, maps] = shape;
  const size = `${height}×${width}`;
  if (!hasMaps(shape)) return [shapeText(shape)];
  if (hasBands(shape)) return [maps === 1 ? String(height) : shapeText(shape)];
  if (maps === 1) return [size];
  const text = shapeText(shape);
  return text.length * characterWidth <= pitch ? [text] : [size, `×${maps}`];
}

export interface Label {
  readonly lines: readonly string[];
  /** Its middle. */
  readonly x: number;
}

/**
 * The label of each column, or null where there is no room for it.
 * @param width of the picture
 * @param type how large the type is over its usual size, and the width of what stands beside the waist's number, on both
 * sides of it
 */
export function placeLabels(
  columns: readonly Column[],
  shapes: readonly LayerShape[],
  bottleneck: number,
  width: number,
  type: { scale: number; waistExtra: number },
): (Label | null)[] {
  const last = columns.length - 1;
  const pitch = width / Math.max(1, last);
  const inward = columns
    .map((_, index) => index)
    .sort((a, b) => Math.min(a, last - a) - Math.min(b, last - b));
  const labels: (Label | null)[] = columns.map(() => null);
  const taken: { from: number; to: number }[] = [];
  for (const index of [bottleneck, ...inward.filter((one) => one !== bottleneck)]) {
    const column = columns[index];
    if (!column) continue;
    const lines = labelLines(shapes[index] ?? [], pitch / type.scale);
    const half =
      (Math.max(...lines.map(({ length }) => length)) * characterWidth * type.scale) / 2 +
      (index === bottleneck ? type.waistExtra : 0);
    const middle = column.x + column.width / 2;
    const x = Math.min(width + overhang - half, Math.max(half - overhang, middle));
    const [from, to] = [x - half, x + half];
    if (taken.some((other) => from < other.to + leastGap && to > other.from - leastGap)) continue;
    taken.push({ from, to });
    labels[index] = { lines, x };
  }
  return labels;
}
