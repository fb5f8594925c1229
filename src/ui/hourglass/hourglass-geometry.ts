// Where everything stands in the hourglass picture, in CSS pixels. Heights are to scale: a layer is as high as the side of
// a square with that many nodes, so the area of such a square, not the height, stands for the number of nodes. Feature
// maps laid out as a square mosaic have just that side.

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

/** What is between two layers of a network: `[nodes]`, or `[height, width, maps]`. */
export type LayerShape = readonly number[];

const smallestHandleDistance = 12;
const handleRadius = 7;
/** Columns take at most this share of the width, so that the hull can be seen between them. */
const widestShare = 0.66;

/** How many nodes a layer has. */
export function nodesOf(shape: LayerShape): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Whether a layer is a set of feature maps. */
export function hasMaps(shape: LayerShape): boolean {
  return shape.length === 3;
}

/** Whether they are those of a signal, `[length, 1, filters]`: rows of numbers over time. */
export function hasBands([length = 1, width, filters]: LayerShape): boolean {
  return filters !== undefined && width === 1 && length > 1;
}

/** Height in CSS pixels of a band that one can tell from the next. */
const thinnestBand = 3;

/** How many filters are drawn in a column of this height. */
export function bandsOf([, , filters = 1]: LayerShape, height: number): number {
  return Math.min(filters, Math.max(1, Math.floor(height / thinnestBand)));
}

/** `256`, `14×14×16` for sixteen feature maps, or `64×16` for sixteen over time. */
export function shapeText(shape: LayerShape): string {
  return (hasBands(shape) ? [shape[0], shape[2]] : shape).join('×');
}

/** How far a handle can move: from `smallestHandleDistance` to inside the top and the bottom of the largest layer. */
function handleReach(box: DiagramBox): number {
  return Math.max(1, box.height / 2 - handleRadius - smallestHandleDistance);
}

/**
 * Columns of the layers, left to right with even gaps, centred on the middle of the box. Feature maps get a square, or as
 * much of its width as there is.
 */
export function layoutColumns(shapes: readonly LayerShape[], box: DiagramBox): Column[] {
  const largest = Math.sqrt(Math.max(1, ...shapes.map(nodesOf)));
  const heights = shapes.map((shape) => Math.max(2, (Math.sqrt(nodesOf(shape)) / largest) * box.height));
  const narrow = Math.max(7, Math.min(18, box.width / (shapes.length * 3.2)));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const wish = shapes.map((shape, index) =>
    hasMaps(shape) ? Math.max(narrow, heights[index] ?? 0) : narrow,
  );
  const shrink = Math.min(1, (widestShare * box.width) / sum(wish));
  const widths = wish.map((width) => Math.max(Math.min(width, narrow), width * shrink));
  const gap = shapes.length > 1 ? (box.width - sum(widths)) / (shapes.length - 1) : 0;
  const middle = box.top + box.height / 2;
  let x = shapes.length > 1 ? 0 : (box.width - sum(widths)) / 2;
  return shapes.map((_, index) => {
    const [width, height] = [widths[index] ?? 0, heights[index] ?? 0];
    const column = { x, y: middle - height / 2, width, height };
    x += width + gap;
    return column;
  });
}

/** How `count` maps, each `height` x `width`, lie in a box so that they are as large as can be. */
export function packMaps(
  count: number,
  map: { height: number; width: number },
  box: { height: number; width: number },
): { columns: number; rows: number; scale: number } {
  let best = { columns: 1, rows: count, scale: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const scale = Math.min(box.width / (columns * map.width), box.height / (rows * map.height));
    if (scale > best.scale) best = { columns, rows, scale };
  }
  return best;
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
 * is as fine as can be; the waist itself stays to scale.
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
