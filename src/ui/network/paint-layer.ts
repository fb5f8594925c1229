// The units of a layer on a canvas. What is active is full and the stronger the further it is from 0: a node as a square above 0 and
// as a disc below, so that the sign is not told by colour alone; an inactive node is a small ring, an inactive map an empty frame.
import { channelsOf } from '../canvas-channels';
import { unitStrength } from '../units/paint/paint-units';
import type { UnitColours } from '../units/paint/paint-units';
import { boxAt, type CellBox, type LayerGrid } from './layer-grid';

export interface PaintedLayer {
  /** The units that are shown, by their places in the grid. */
  readonly shown: readonly number[];
  /** Of the layer, unit last. */
  readonly values: Float32Array;
  /** One number for each unit, which says whether it is active. */
  readonly perUnit: Float32Array;
  /** Size of the map of one unit. */
  readonly rows: number;
  readonly columns: number;
  /** Units not further from 0 than this are inactive. */
  readonly threshold: number;
  /** The distance from 0 that is drawn at full strength. */
  readonly largest: number;
}

/** @param ratio device pixels per CSS pixel */
export function paintLayer(
  context: CanvasRenderingContext2D,
  grid: LayerGrid,
  layer: PaintedLayer,
  colours: UnitColours,
  ratio: number,
): void {
  const { shown, perUnit, threshold, largest } = layer;
  const painted = grid.look === 'cells' ? null : mapPainter(context, colours, layer);
  shown.forEach((unit, place) => {
    const box = scaled(boxAt(grid, place), ratio);
    const strength = unitStrength(perUnit[unit] ?? 0, threshold, largest);
    if (painted) paintMap(context, box, strength > 0 ? painted(unit) : null, colours, ratio);
    else paintNode(context, box, perUnit[unit] ?? 0, strength, colours, ratio);
  });
  context.globalAlpha = 1;
}

function scaled({ x, y, width, height }: CellBox, ratio: number): CellBox {
  const [left, top] = [Math.round(x * ratio), Math.round(y * ratio)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.round((x + width) * ratio) - left),
    height: Math.max(1, Math.round((y + height) * ratio) - top),
  };
}

function paintNode(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: CellBox,
  value: number,
  strength: number,
  { positive, negative }: UnitColours,
  ratio: number,
): void {
  const [middleX, middleY, half] = [x + width / 2, y + height / 2, width / 2];
  context.beginPath();
  if (strength === 0) {
    context.globalAlpha = 0.75;
    context.strokeStyle = negative;
    context.lineWidth = Math.max(1, ratio * 0.9);
    context.arc(middleX, middleY, Math.max(1, Math.min(half * 0.42, 4 * ratio)), 0, 2 * Math.PI);
    context.stroke();
    return;
  }
  context.globalAlpha = strength;
  context.fillStyle = value > 0 ? positive : negative;
  if (value > 0) context.roundRect(x, y, width, height, width * 0.2);
  else context.arc(middleX, middleY, half * 0.94, 0, 2 * Math.PI);
  context.fill();
  // The edge keeps a weak one visible.
  context.globalAlpha = 0.4 + 0.6 * strength;
  context.strokeStyle = value > 0 ? positive : negative;
  context.lineWidth = Math.max(1, ratio * 0.75);
  context.stroke();
}

function paintMap(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: CellBox,
  picture: HTMLCanvasElement | null,
  { negative }: UnitColours,
  ratio: number,
): void {
  const line = Math.max(1, Math.round(ratio));
  if (picture) {
    context.globalAlpha = 1;
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, x, y, width, height);
  }
  context.globalAlpha = picture ? 0.35 : 0.6;
  context.strokeStyle = negative;
  context.lineWidth = line;
  context.strokeRect(x + line / 2, y + line / 2, width - line, height - line);
  if (picture) return;
  // Off: a frame that is crossed out.
  context.beginPath();
  context.moveTo(x + line, y + height - line);
  context.lineTo(x + width - line, y + line);
  context.stroke();
}

/** Paints the map of a unit at its own resolution; the canvas is used again for the next. */
function mapPainter(
  { canvas }: CanvasRenderingContext2D,
  { positive, negative }: UnitColours,
  { values, rows, columns, perUnit, largest }: PaintedLayer,
): (unit: number) => HTMLCanvasElement | null {
  const scratch = canvas.ownerDocument.createElement('canvas');
  // A band is one row: time runs along it.
  const isBand = columns === 1;
  scratch.width = isBand ? rows : columns;
  scratch.height = isBand ? 1 : rows;
  const context = scratch.getContext('2d', { willReadFrequently: true });
  const units = perUnit.length;
  if (!context) return () => null;
  const colourOf = (css: string) => {
    context.fillStyle = css;
    return channelsOf(context);
  };
  const [above, below] = [colourOf(positive), colourOf(negative)];
  const image = context.createImageData(scratch.width, scratch.height);
  return (unit) => {
    for (let place = 0; place < rows * columns; place++) {
      const value = values[place * units + unit] ?? 0;
      const strength = largest > 0 && Number.isFinite(value) ? Math.min(1, Math.abs(value) / largest) : 0;
      image.data.set(value < 0 ? below : above, 4 * place);
      image.data[4 * place + 3] = 255 * (0.06 + 0.94 * strength);
    }
    context.putImageData(image, 0, 0);
    return scratch;
  };
}
