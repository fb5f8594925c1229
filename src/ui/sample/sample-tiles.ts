// Samples as the tiles of a map: each as large as its part of the map.
import type { SampleShape } from '../../core/samples/samples';
import { sampleLook } from './looks';
import { paintSamples, type SampleGrid } from './paint-samples';
import type { SampleLook, SampleValues } from './sample-look';
import { screenDensity } from '../screen-density';

/** Side of a tile in a map that one looks into closely: the canvas would outgrow its memory. */
const mostPixels = 256;

/** Between two lines, of the width of one. */
const lineGap = 0.14;

/** Positions of the tiles' edges along an axis, at even distances or not; one more than there are tiles. */
type Edges = Float32Array;

/**
 * Draws tiles `[rows * columns, ...shape]`, row by row. Where the edges are even, every tile is drawn at its own resolution;
 * otherwise the tiles are drawn to scale.
 */
export function drawTiles(
  canvas: HTMLCanvasElement,
  values: SampleValues,
  shape: SampleShape,
  edges: { readonly x: Edges; readonly y: Edges },
): void {
  const columns = edges.x.length - 1;
  const rows = edges.y.length - 1;
  const look = lookOnScreen(sampleLook(shape), canvas, { columns, rows });
  // Lines beside each other would read as one.
  const gap = look.isPixelated ? 0 : Math.round(look.width * lineGap);
  const { height } = look;
  const width = look.width + gap;
  canvas.width = columns * width;
  canvas.height = rows * height;
  // Keeps the canvas off the GPU, which the engine may be using.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const picture = context.createImageData(canvas.width, canvas.height);
  paintSamples(picture.data, { look, shape, values, grid: { columns, rows }, tone: 'ink', gap });
  context.putImageData(picture, 0, 0);
  const places = { x: edgesIn(edges.x, canvas.width), y: edgesIn(edges.y, canvas.height) };
  if (isEven(places.x) && isEven(places.y)) return;
  const tiles = document.createElement('canvas');
  tiles.width = canvas.width;
  tiles.height = canvas.height;
  tiles.getContext('2d')?.drawImage(canvas, 0, 0);
  context.imageSmoothingEnabled = !look.isPixelated;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x = 0, nextX = 0] = places.x.slice(column, column + 2);
      const [y = 0, nextY = 0] = places.y.slice(row, row + 2);
      context.drawImage(tiles, column * width, row * height, width, height, x, y, nextX - x, nextY - y);
    }
  }
}

/** At the resolution of the screen, where the look leaves it open and the canvas has a place on it. */
function lookOnScreen(
  look: SampleLook,
  canvas: HTMLCanvasElement,
  { columns, rows }: SampleGrid,
): SampleLook {
  const { clientWidth, clientHeight } = canvas;
  if (!look.fitted || clientWidth === 0 || clientHeight === 0) return look;
  const density = screenDensity();
  const pixels = (length: number, count: number) =>
    Math.min(mostPixels, Math.max(1, Math.round((length * density) / count)));
  return look.fitted(
    { width: Math.round(pixels(clientWidth, columns) / (1 + lineGap)), height: pixels(clientHeight, rows) },
    density,
  );
}

/** Edges as whole pixels of a canvas of the given length. */
function edgesIn(edges: Edges, length: number): number[] {
  const first = edges[0] ?? 0;
  const span = (edges[edges.length - 1] ?? 0) - first;
  return Array.from(edges, (edge) => Math.round((length * (edge - first)) / span));
}

function isEven(edges: readonly number[]): boolean {
  const step = (edges[1] ?? 0) - (edges[0] ?? 0);
  return edges.every((edge, i) => edge === (edges[0] ?? 0) + i * step);
}
