// Where the units of a layer stand in its box, in CSS pixels: nodes as cells, feature maps as small pictures, filters over time as
// bands. Where there is no room for all at a size that one can see and point at, fewer stand there.
import { packMaps } from '../hourglass/hourglass-geometry';

export interface GridBox {
  readonly width: number;
  readonly height: number;
}

export interface CellBox extends GridBox {
  readonly x: number;
  readonly y: number;
}

export interface LayerGrid {
  readonly look: 'cells' | 'maps' | 'bands';
  /** How many units there is room for, at most as many as there are. */
  readonly room: number;
  readonly columns: number;
  readonly rows: number;
  /** From one unit to the next. */
  readonly pitch: GridBox;
  /** Of one unit, inside its pitch. */
  readonly cell: GridBox;
  /** Top left of all of them. */
  readonly left: number;
  readonly top: number;
}

interface Shape {
  readonly units: number;
  /** Of the map of one unit; 1 by 1 for a node. */
  readonly rows: number;
  readonly columns: number;
}

/** Larger than this a cell looks like a picture. */
const mostCell = 26;
const mostMap = 96;
const mostBand = 34;

/**
 * @param least side of the smallest unit that one can point at: 24 under a finger
 */
export function layerGrid({ units, rows, columns }: Shape, box: GridBox, least: number): LayerGrid {
  if (rows * columns === 1) return cells(units, box, least);
  return columns === 1
    ? bands(units, box, Math.max(8, least * 0.75))
    : maps(units, { rows, columns }, box, Math.max(20, least));
}

function cells(units: number, box: GridBox, least: number): LayerGrid {
  const fits = (length: number) => Math.max(1, Math.floor(length / least));
  const room = Math.min(units, fits(box.width) * fits(box.height));
  const packed = packMaps(room, { height: 1, width: 1 }, box);
  const side = Math.min(mostCell, packed.scale);
  return placed('cells', room, packed, { width: side, height: side }, Math.max(1, side * 0.14), box);
}

function maps(
  units: number,
  { rows, columns }: Omit<Shape, 'units'>,
  box: GridBox,
  least: number,
): LayerGrid {
  const longest = Math.max(rows, columns);
  const one = { height: rows / longest, width: columns / longest };
  const fits = (length: number, side: number) => Math.max(1, Math.floor(length / (side * least)));
  const room = Math.min(units, fits(box.width, one.width) * fits(box.height, one.height));
  const packed = packMaps(room, one, box);
  const scale = Math.min(mostMap, packed.scale);
  return placed('maps', room, packed, { width: one.width * scale, height: one.height * scale }, 3, box);
}

function bands(units: number, box: GridBox, least: number): LayerGrid {
  const room = Math.min(units, Math.max(1, Math.floor(box.height / least)));
  const height = Math.min(mostBand, box.height / room);
  return placed('bands', room, { columns: 1, rows: room }, { width: box.width, height }, 3, box);
}

function placed(
  look: LayerGrid['look'],
  room: number,
  { columns, rows }: { columns: number; rows: number },
  pitch: GridBox,
  gap: number,
  box: GridBox,
): LayerGrid {
  const cell = { width: pitch.width - (look === 'bands' ? 0 : gap), height: pitch.height - gap };
  const left = Math.max(0, (box.width - columns * pitch.width) / 2);
  const top = Math.max(0, (box.height - rows * pitch.height) / 2);
  return { look, room, columns, rows, pitch, cell, left, top };
}

/** Where the unit at `place`, counted from 0, stands. */
export function boxAt({ columns, pitch, cell, left, top }: LayerGrid, place: number): CellBox {
  const [x, y] = [place % columns, Math.floor(place / columns)];
  return { x: left + x * pitch.width, y: top + y * pitch.height, ...cell };
}

/** Which place lies under a point of the box, counted from 0; null beside all of them. */
export function placeUnder(
  { room, columns, pitch, left, top }: LayerGrid,
  x: number,
  y: number,
): number | null {
  const [column, row] = [Math.floor((x - left) / pitch.width), Math.floor((y - top) / pitch.height)];
  if (column < 0 || row < 0 || column >= columns) return null;
  const place = row * columns + column;
  return place < room ? place : null;
}
