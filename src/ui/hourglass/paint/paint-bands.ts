// Feature maps of a signal as bands: a strip for each filter, time along it from left to right. Where there are more filters than
// strips that one can see, some are left out, evenly.
import { bandsOf } from '../hourglass-geometry';
import type { Column, LayerShape } from '../hourglass-geometry';
import { faintest, largestOf, mapStrengths } from './paint-maps';

/**
 * Draws the filters of one layer into its column in the colour `rgb`; `ratio` is device pixels per CSS pixel. Without activations
 * every strip has an even tint.
 */
export function paintBands(
  context: CanvasRenderingContext2D,
  column: Column,
  shape: LayerShape,
  activations: Float32Array | null,
  rgb: readonly [number, number, number],
  ratio: number,
): void {
  const [length = 1, , filters = 1] = shape;
  const shown = bandsOf(shape, column.height);
  const left = Math.round(column.x * ratio);
  const width = Math.max(1, Math.round((column.x + column.width) * ratio) - left);
  const top = Math.round(column.y * ratio);
  const height = Math.max(shown, Math.round(column.height * ratio));
  const gap = height / shown >= 4 * ratio ? Math.max(1, Math.round(ratio)) : 0;
  const largest = activations ? largestOf(activations) : 0;
  for (let band = 0; band < shown; band++) {
    const from = Math.round((band * height) / shown);
    const side = { width, height: Math.max(1, Math.round(((band + 1) * height) / shown) - from - gap) };
    const filter = Math.floor(((band + 0.5) * filters) / shown);
    const strengths =
      activations && mapStrengths(activations, [1, length, filters], filter, { ...side, height: 1 }, largest);
    const image = context.createImageData(side.width, side.height);
    for (let pixel = 0; pixel < side.width * side.height; pixel++) {
      image.data.set(rgb, 4 * pixel);
      image.data[4 * pixel + 3] = 255 * (faintest + (1 - faintest) * (strengths?.[pixel % side.width] ?? 0));
    }
    context.putImageData(image, left, top + from);
  }
}
