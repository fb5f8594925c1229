// What the decoder makes of a grid, behind the points it was asked about: one canvas with every tile at its own resolution,
// which moves with the map while newer pictures are on their way.
import { useEffect, useRef } from 'react';
import type { PlaneGrid, PlaneRegion } from '../../core/code-plane';
import { writePixels } from '../../ui/pixel-image/write-pixels';
import styles from './explore-map.module.css';

export interface ManifoldPicture {
  readonly grid: PlaneGrid;
  /** One for each point of the grid, `[n, D]`, pixels in [0, 1]. */
  readonly images: Float32Array;
}

interface TileSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

interface ManifoldProps {
  picture: ManifoldPicture;
  tile: TileSize;
  /** What the map shows, in its coordinates. */
  region: PlaneRegion;
}

export function Manifold({ picture, tile, region }: ManifoldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { grid } = picture;
  const columns = grid.x.length - 1;
  const rows = grid.y.length - 1;
  useEffect(() => {
    if (canvas.current) paint(canvas.current, picture, tile);
  }, [picture, tile]);

  const across = (x: number) => (100 * (x - region.left)) / (region.right - region.left);
  const down = (y: number) => (100 * (region.top - y)) / (region.top - region.bottom);
  const [left, right] = [across(grid.x[0] ?? 0), across(grid.x[columns] ?? 0)];
  const [top, bottom] = [down(grid.y[0] ?? 0), down(grid.y[rows] ?? 0)];
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label="Manifold"
      data-columns={columns}
      data-rows={rows}
      className={styles.manifold}
      style={{ left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` }}
    />
  );
}

/** Tiles of unlike size are drawn to scale; those of one size as they are. */
function paint(canvas: HTMLCanvasElement, { grid, images }: ManifoldPicture, tile: TileSize): void {
  const { height, width } = tile;
  const columns = grid.x.length - 1;
  const rows = grid.y.length - 1;
  canvas.width = columns * width;
  canvas.height = rows * height;
  // Kept off the GPU, which the engine may be using.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const band = columns * height * width * tile.channels;
  const places = { x: edgesIn(grid.x, canvas.width), y: edgesIn(grid.y, canvas.height) };
  for (let row = 0; row < rows; row++) {
    const strip = context.createImageData(columns * width, height);
    writePixels(strip.data, images.subarray(row * band, (row + 1) * band), { ...tile, columns }, 'ink');
    context.putImageData(strip, 0, row * height);
  }
  if (isEven(places.x) && isEven(places.y)) return;
  const tiles = new OffscreenCanvas(canvas.width, canvas.height);
  tiles.getContext('2d')?.drawImage(canvas, 0, 0);
  context.imageSmoothingEnabled = false;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x = 0, nextX = 0] = places.x.slice(column, column + 2);
      const [y = 0, nextY = 0] = places.y.slice(row, row + 2);
      context.drawImage(tiles, column * width, row * height, width, height, x, y, nextX - x, nextY - y);
    }
  }
}

/** Edges of a grid as whole pixels of a canvas that is so long. */
function edgesIn(edges: Float32Array, length: number): number[] {
  const first = edges[0] ?? 0;
  const span = (edges[edges.length - 1] ?? 0) - first;
  return Array.from(edges, (edge) => Math.round((length * (edge - first)) / span));
}

function isEven(edges: readonly number[]): boolean {
  const step = (edges[1] ?? 0) - (edges[0] ?? 0);
  return edges.every((edge, i) => edge === (edges[0] ?? 0) + i * step);
}
