// Where everything stands in the hourglass picture, in CSS pixels. Heights are to scale: a layer is as high as the side of
// a square with that many nodes, so the area of such a square, not the height, stands for the number of nodes.

export interface Column {
  /** Left edge, top edge and size of the layer's column. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DiagramBox {
  readonly width: number;
  /** Height from the top of the largest layer to its bottom. */
  readonly height: number;
  /** Space above it, for the words. */
  readonly top: number;
}

const smallestHandleDistance = 12;
const handleRadius = 7;

/** How far a handle can move: from `smallestHandleDistance` to inside the top and the bottom of the largest layer. */
function handleReach(box: DiagramBox): number {
  return Math.max(1, box.height / 2 - handleRadius - smallestHandleDistance);
}

/** Columns of the layers, left to right, centred on the middle of the box. */
export function layoutColumns(widths: readonly number[], box: DiagramBox): Column[] {
  const largest = Math.sqrt(Math.max(1, ...widths));
  const columnWidth = Math.max(7, Math.min(18, box.width / (widths.length * 3.2)));
  const span = box.width - columnWidth;
  const middle = box.top + box.height / 2;
  return widths.map((width, index) => {
    const height = Math.max(2, (Math.sqrt(width) / largest) * box.height);
    const x = widths.length > 1 ? (index / (widths.length - 1)) * span : span / 2;
    return { x, y: middle - height / 2, width: columnWidth, height };
  });
}

/** SVG path of the hull: along the tops of the columns and back along their bottoms. */
export function hullPath(columns: readonly Column[]): string {
  const tops = columns.flatMap(({ x, y, width }) => [
    `${x.toFixed(1)} ${y.toFixed(1)}`,
    `${(x + width).toFixed(1)} ${y.toFixed(1)}`,
  ]);
  const bottoms = columns.flatMap(({ x, y, width, height }) => [
    `${x.toFixed(1)} ${(y + height).toFixed(1)}`,
    `${(x + width).toFixed(1)} ${(y + height).toFixed(1)}`,
  ]);
  return columns.length === 0 ? '' : `M${[...tops, ...bottoms.reverse()].join('L')}Z`;
}

export interface CodeRange {
  readonly min: number;
  readonly max: number;
}

/**
 * How far the two handles stand from the middle for a code size. They use the whole height of the picture, so that a drag
 * can tell 16 from 17; the waist itself stays to scale.
 */
export function handleDistance(codeSize: number, range: CodeRange, box: DiagramBox): number {
  const low = Math.sqrt(range.min);
  const high = Math.sqrt(range.max);
  const share = high > low ? (Math.sqrt(codeSize) - low) / (high - low) : 0;
  return smallestHandleDistance + Math.min(1, Math.max(0, share)) * handleReach(box);
}

/** The whole code size whose handles stand this far from the middle: the inverse of `handleDistance`. */
export function codeSizeAt(distance: number, range: CodeRange, box: DiagramBox): number {
  const low = Math.sqrt(range.min);
  const high = Math.sqrt(range.max);
  const share = Math.min(1, Math.max(0, (distance - smallestHandleDistance) / handleReach(box)));
  const side = low + share * (high - low);
  return Math.min(range.max, Math.max(range.min, Math.round(side * side)));
}
