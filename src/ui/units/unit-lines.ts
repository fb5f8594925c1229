// Many units as cells in a box: in one line as long as a cell stays wide enough to be seen, else wrapped like text.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface UnitLines {
  readonly count: number;
  readonly lines: number;
  /** Cells in a full line. */
  readonly perLine: number;
  /** Of one cell. */
  readonly pitch: number;
  readonly lineHeight: number;
}

/** Lower than this a line cannot be told from the next, in CSS pixels. */
const lowestLine = 3;

/** `count` cells in the fewest lines whose cells are at least `leastPitch` wide. */
export function fewestLines(count: number, box: Size, leastPitch: number): UnitLines {
  const wanted = Math.ceil((count * leastPitch) / Math.max(1, box.width));
  return wrapped(count, box, Math.min(wanted, Math.floor(box.height / lowestLine)));
}

/** `count` cells that are as square as can be. */
export function squareLines(count: number, box: Size): UnitLines {
  return wrapped(count, box, Math.round(Math.sqrt((count * box.height) / Math.max(1, box.width))));
}

function wrapped(count: number, box: Size, wanted: number): UnitLines {
  const perLine = Math.max(1, Math.ceil(count / Math.max(1, wanted)));
  const lines = Math.max(1, Math.ceil(count / perLine));
  return { count, lines, perLine, pitch: box.width / perLine, lineHeight: box.height / lines };
}

/** Which cell lies at a point of the box, counted from 0, or null. */
export function placeAt(grid: UnitLines, x: number, y: number): number | null {
  const column = Math.floor(x / grid.pitch);
  const line = Math.floor(y / grid.lineHeight);
  if (column < 0 || column >= grid.perLine || line < 0 || line >= grid.lines) return null;
  const place = line * grid.perLine + column;
  return place < grid.count ? place : null;
}

/** Where a cell lies in the box. */
export function cellBox(grid: UnitLines, place: number): Size & { x: number; y: number } {
  const line = Math.floor(place / grid.perLine);
  return {
    x: (place - line * grid.perLine) * grid.pitch,
    y: line * grid.lineHeight,
    width: grid.pitch,
    height: grid.lineHeight,
  };
}
