// What a layer holds as a picture: a vector as cells, feature maps as a mosaic, filters over time as bands below each other.
// Positive values have one colour and negative ones another, the stronger the further from 0.
import { hasBands, hasMaps, packMaps, type LayerShape } from '../../hourglass/hourglass-geometry';
import { furthestFromZero, paintUnits, unitStrength, type UnitColours } from './paint-units';
import { squareLines, type Size } from '../unit-lines';

/** The cells of maps or bands at their own resolution: `tall` x `wide`, with what stands where. */
export interface Mosaic {
  readonly wide: number;
  readonly tall: number;
  /** Index of the value at each cell, `[tall * wide]`; -1 between maps. */
  readonly places: Int32Array;
}

/** @param box that the mosaic is to fill as well as it can */
export function mosaicOf(shape: LayerShape, box: Size): Mosaic {
  const [height = 1, width = 1, maps = 1] = shape;
  if (hasBands(shape)) {
    const places = Int32Array.from({ length: maps * height }, (_, at) => {
      const [band, time] = [Math.floor(at / height), at % height];
      return time * maps + band;
    });
    return { wide: height, tall: maps, places };
  }
  const { columns, rows } = packMaps(maps, { height: height + 1, width: width + 1 }, box);
  const [wide, tall] = [columns * (width + 1) - 1, rows * (height + 1) - 1];
  const places = new Int32Array(wide * tall).fill(-1);
  for (let map = 0; map < maps; map++) {
    const [left, top] = [(map % columns) * (width + 1), Math.floor(map / columns) * (height + 1)];
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        places[(top + row) * wide + left + column] = (row * width + column) * maps + map;
      }
    }
  }
  return { wide, tall, places };
}

/** Draws the values `shape`, flat, into `box` CSS pixels of a cleared canvas; `ratio` is device pixels per CSS pixel. */
export function paintLayer(
  context: CanvasRenderingContext2D,
  box: Size,
  shape: LayerShape,
  values: Float32Array,
  colours: UnitColours,
  ratio: number,
): void {
  const largest = furthestFromZero(values);
  if (!hasMaps(shape)) {
    const grid = squareLines(values.length, box);
    paintUnits(context, grid, { x: 0, y: 0 }, { values, order: null, threshold: 0, largest }, colours, ratio);
    return;
  }
  const { wide, tall, places } = mosaicOf(shape, box);
  const scale = hasBands(shape)
    ? { x: (box.width / wide) * ratio, y: (box.height / tall) * ratio }
    : square(Math.min(box.width / wide, box.height / tall) * ratio);
  context.imageSmoothingEnabled = false;
  for (const sign of [1, -1] as const) {
    const cells = tinted(sign > 0 ? colours.positive : colours.negative, { wide, tall }, (place) => {
      const value = values[places[place] ?? -1] ?? 0;
      return value * sign > 0 ? unitStrength(value, 0, largest) : 0;
    });
    if (cells) context.drawImage(cells, 0, 0, wide * scale.x, tall * scale.y);
  }
}

const square = (side: number) => ({ x: side, y: side });

/** A small canvas in one colour, as opaque at each cell as `strength` says. */
function tinted(
  colour: string,
  { wide, tall }: Pick<Mosaic, 'wide' | 'tall'>,
  strength: (place: number) => number,
): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  canvas.width = wide;
  canvas.height = tall;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const image = context.createImageData(wide, tall);
  for (let place = 0; place < wide * tall; place++) image.data[4 * place + 3] = 255 * strength(place);
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, wide, tall);
  return canvas;
}
