// The core of every product: multiplies a packed block of A with a packed block of B tile by tile. Also block arithmetic.
import { multiplyTile, TILE_COLUMNS, TILE_ROWS } from './gemm-tile';

// Each thread's scratch memory begins with an edge tile of 48 floats, then zeros.
/** Bytes of a row of the edge tile. */
export const EDGE_STRIDE: usize = TILE_COLUMNS * 4;
/** Offset of the zeros: at least 8 floats. */
export const ZEROS_OFFSET: usize = TILE_ROWS * EDGE_STRIDE;

/**
 * Multiplies a packed block of A with a packed block of B, tile by tile.
 * Tile (i, j) starts from `start + i * startStride + (j / 8) * startStep`.
 */
export function multiplyBlock(
  rows: usize,
  columns: usize,
  depth: usize,
  packedA: usize,
  packedB: usize,
  start: usize,
  startStride: usize,
  startStep: usize,
  c: usize,
  cStride: usize,
  edge: usize,
): void {
  const aStripBytes = TILE_ROWS * depth * 4;
  const bStripBytes = TILE_COLUMNS * depth * 4;
  for (let j: usize = 0; j < columns; j += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, columns - j);
    let aStrip = packedA;
    for (let i: usize = 0; i < rows; i += TILE_ROWS) {
      const height = min(TILE_ROWS, rows - i);
      const from = start + i * startStride;
      const tile = c + i * cStride + j * 4;
      if (height == TILE_ROWS && width == TILE_COLUMNS) {
        multiplyTile(depth, aStrip, packedB, from, startStride, tile, cStride);
      } else {
        copyTile(height, width, from, startStride, edge, EDGE_STRIDE);
        multiplyTile(depth, aStrip, packedB, edge, EDGE_STRIDE, edge, EDGE_STRIDE);
        copyTile(height, width, edge, EDGE_STRIDE, tile, cStride);
      }
      aStrip += aStripBytes;
    }
    packedB += bStripBytes;
    start += startStep;
  }
}

/** Copies the part of a tile that lies inside the matrix. */
function copyTile(height: usize, width: usize, from: usize, fromStride: usize, to: usize, toStride: usize): void {
  for (let i: usize = 0; i < height; i++) {
    for (let j: usize = 0; j < width; j++) {
      store<f32>(to + i * toStride + j * 4, load<f32>(from + i * fromStride + j * 4));
    }
  }
}

/** A block size of at most `largest` that splits `size` into equal parts, rounded up to a multiple of `unit`. */
export function evenBlock(size: usize, largest: usize, unit: usize): usize {
  const parts = (size + largest - 1) / largest;
  const part = (size + parts - 1) / parts;
  return roundUp(part, unit);
}

/** `count` rounded up to a multiple of `unit`. */
export function roundUp(count: usize, unit: usize): usize {
  return ((count + unit - 1) / unit) * unit;
}
