// Lines and filled bands, a column of pixels at a time, into the memory of a canvas. The lines have round pens, and a pixel that
// is covered in part gets that share of the colour.
import type { PixelArea } from '../sample-look';

export type Colour = readonly [red: number, green: number, blue: number];

/** How far up and down something reaches in each column, in pixels from the upper edge; NaN where there is nothing. */
export type Extents = readonly (readonly [upper: number, lower: number])[];

/** What a round pen of this width covers as it follows a line. */
export function strokeExtents(line: Extents, width: number): Extents {
  const radius = width / 2;
  const reach = Math.max(0, Math.floor(radius - 0.5));
  return line.map((_, x) => {
    let [upper, lower] = [Infinity, -Infinity];
    for (let beside = -reach; beside <= reach; beside++) {
      const [top = NaN, bottom = NaN] = line[x + beside] ?? [];
      if (Number.isNaN(top)) continue;
      const more = Math.sqrt(radius * radius - beside * beside);
      upper = Math.min(upper, top - more);
      lower = Math.max(lower, bottom + more);
    }
    return [upper, lower];
  });
}

/** Between two lines, both included. */
export function bandExtents(one: Extents, other: Extents): Extents {
  return one.map(([upper, lower], x) => {
    const [otherUpper = NaN, otherLower = NaN] = other[x] ?? [];
    return [Math.min(upper, otherUpper), Math.max(lower, otherLower)];
  });
}

export function fillArea(
  { rgba, canvasWidth, left, top }: PixelArea,
  width: number,
  height: number,
  [red, green, blue]: Colour,
): void {
  for (let y = top; y < top + height; y++) {
    const from = (y * canvasWidth + left) * 4;
    for (let at = from; at < from + 4 * width; at += 4) {
      rgba[at] = red;
      rgba[at + 1] = green;
      rgba[at + 2] = blue;
      rgba[at + 3] = 255;
    }
  }
}

/** @param height of the area, beyond which nothing is painted */
export function fillExtents(area: PixelArea, extents: Extents, height: number, colour: Colour): void {
  extents.forEach(([upper, lower], x) => blendColumn(area, x, upper, lower, height, colour));
}

function blendColumn(
  { rgba, canvasWidth, left, top }: PixelArea,
  x: number,
  upper: number,
  lower: number,
  height: number,
  [red, green, blue]: Colour,
): void {
  if (!(upper < lower)) return;
  for (let y = Math.max(0, Math.floor(upper)); y < Math.min(height, lower); y++) {
    const share = Math.min(y + 1, lower) - Math.max(y, upper);
    const at = ((top + y) * canvasWidth + left + x) * 4;
    rgba[at] = (1 - share) * (rgba[at] ?? 0) + share * red;
    rgba[at + 1] = (1 - share) * (rgba[at + 1] ?? 0) + share * green;
    rgba[at + 2] = (1 - share) * (rgba[at + 2] ?? 0) + share * blue;
  }
}
