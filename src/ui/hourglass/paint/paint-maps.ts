// Feature maps as a mosaic, the first map at the top left. The strength of a node is the opacity of its square, written
// straight into the pixels: some ten thousand nodes, ten times a second.
import { packMaps } from '../hourglass-geometry';
import type { Column, LayerShape } from '../hourglass-geometry';

/** Opacity of a node that does nothing, so that the map itself can be seen. */
export const faintest = 0.1;

/** Largest |activation| of a layer; 0 when it is silent. */
export function largestOf(activations: Float32Array): number {
  let largest = 0;
  for (const value of activations) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/**
 * Strength of each device pixel of one map, `[side.height, side.width]` in [0, 1]: |activation| of the node it lies on, or
 * the mean of those it covers, divided by `largest`.
 * @param activations `[height, width, maps]`
 */
export function mapStrengths(
  activations: Float32Array,
  [height = 1, width = 1, maps = 1]: LayerShape,
  map: number,
  side: { height: number; width: number },
  largest: number,
): Float32Array {
  const strengths = new Float32Array(side.height * side.width);
  for (let y = 0; y < side.height; y++) {
    const top = Math.floor((y * height) / side.height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / side.height));
    for (let x = 0; x < side.width; x++) {
      const left = Math.floor((x * width) / side.width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / side.width));
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          sum += Math.abs(activations[(row * width + column) * maps + map] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      strengths[y * side.width + x] = largest > 0 && Number.isFinite(mean) ? mean / largest : 0;
    }
  }
  return strengths;
}

/**
 * Draws the maps of one layer into its column in the colour `rgb`; `ratio` is device pixels per CSS pixel. Without
 * activations every map has an even tint.
 */
export function paintMaps(
  context: CanvasRenderingContext2D,
  column: Column,
  shape: LayerShape,
  activations: Float32Array | null,
  rgb: readonly [number, number, number],
  ratio: number,
): void {
  const [height = 1, width = 1, maps = 1] = shape;
  const box = { height: column.height * ratio, width: column.width * ratio };
  const { columns, rows, scale } = packMaps(maps, { height, width }, box);
  // Whole device pixels for each map, and one between two of them where there is room.
  const pitch = { height: Math.max(1, scale * height), width: Math.max(1, scale * width) };
  const gap = maps > 1 && Math.min(pitch.height, pitch.width) >= 6 ? Math.max(1, Math.round(ratio)) : 0;
  const side = {
    height: Math.max(1, Math.floor(pitch.height) - gap),
    width: Math.max(1, Math.floor(pitch.width) - gap),
  };
  const left = column.x * ratio + (box.width - columns * pitch.width) / 2;
  const top = column.y * ratio + (box.height - rows * pitch.height) / 2;
  const largest = activations ? largestOf(activations) : 0;
  const image = context.createImageData(side.width, side.height);
  for (let pixel = 0; pixel < image.data.length; pixel += 4) image.data.set(rgb, pixel);
  for (let map = 0; map < maps; map++) {
    const strengths = activations ? mapStrengths(activations, shape, map, side, largest) : null;
    for (let pixel = 0; pixel < side.width * side.height; pixel++)
      image.data[4 * pixel + 3] = 255 * (faintest + (1 - faintest) * (strengths?.[pixel] ?? 0));
    const x = Math.round(left + (map % columns) * pitch.width);
    const y = Math.round(top + Math.floor(map / columns) * pitch.height);
    context.putImageData(image, x, y);
  }
}
