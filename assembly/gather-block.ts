// The core of a convolution: multiplies a matrix that is read from framed images with a matrix B, tile by tile (gather-tile.ts).
import { copyTile, EDGE_STRIDE, tileColumnsFor } from './gemm-block';
import { gatherTiles, LEAST_ROWS, MOST_ROWS } from './gather-tile';
import { TILE_COLUMNS } from './gemm-tile';
import { WIDE_COLUMNS } from './gemm-wide-tile';

/**
 * C = max(start + A B, least) with a[i, k] = frame[rowTable[i] + stepTable[k]]. Each number of C is a sum in the order of the steps,
 * whatever the tile: six rows of 4, 8 or 16, or three rows of 8.
 *
 * @param rowTable `rows` offsets of 32 bits, followed by five more that may be read
 * @param count steps
 * @param b address of B; columns `j` to `j + 7` are at `j / 8 * stripBytes`, all eight even if C is narrower
 * @param bStride bytes from one row of B to the next
 * @param start as for `multiplyBlock`
 * @param c `rows` rows of `columns` floats, `cStride` bytes apart
 * @param edge room for a tile
 * @param least 0 for ReLU, minus infinity for none
 */
export function gatherBlock(
  rows: usize,
  columns: usize,
  count: usize,
  frame: usize,
  rowTable: usize,
  stepTable: usize,
  b: usize,
  stripBytes: usize,
  bStride: usize,
  start: usize,
  startStride: usize,
  sameStart: bool,
  c: usize,
  cStride: usize,
  edge: usize,
  least: f32,
): void {
  const floor = f32x4.splat(least);
  const wide = tileColumnsFor(columns) == WIDE_COLUMNS;
  for (let j: usize = 0; j < columns; ) {
    const left = columns - j;
    const width: usize = wide && left >= WIDE_COLUMNS ? WIDE_COLUMNS : left > 4 ? TILE_COLUMNS : 4;
    const inside = min(width, left);
    const fewest = width == TILE_COLUMNS ? LEAST_ROWS : MOST_ROWS;
    for (let i: usize = 0; i < rows; ) {
      const rest = rows - i;
      const height = min(rest, MOST_ROWS);
      // Anything but a whole tile is computed in the edge tile.
      const isWhole = inside == width && (height == MOST_ROWS || height == fewest);
      const tiles = isWhole ? max(rest / MOST_ROWS, 1) : 1;
      const at = rowTable + i * 4;
      const tile = c + i * cStride + j * 4;
      let from = start + i * startStride;
      let fromStride = startStride;
      let to = tile;
      let toStride = cStride;
      if (!isWhole) {
        copyTile(height, inside, from, startStride, edge, EDGE_STRIDE);
        from = to = edge;
        fromStride = toStride = EDGE_STRIDE;
      }
      if (width == WIDE_COLUMNS) {
        gatherTiles(6, 16, tiles, count, frame, at, stepTable, b, bStride, stripBytes, from, fromStride, to, toStride, floor);
      } else if (width == 4) {
        gatherTiles(6, 4, tiles, count, frame, at, stepTable, b, bStride, stripBytes, from, fromStride, to, toStride, floor);
      } else if (height > fewest) {
        gatherTiles(6, 8, tiles, count, frame, at, stepTable, b, bStride, stripBytes, from, fromStride, to, toStride, floor);
      } else {
        gatherTiles(3, 8, tiles, count, frame, at, stepTable, b, bStride, stripBytes, from, fromStride, to, toStride, floor);
      }
      if (!isWhole) copyTile(height, inside, edge, EDGE_STRIDE, tile, cStride);
      i += tiles * height;
    }
    j += width;
    b += (width / TILE_COLUMNS) * stripBytes;
    if (!sameStart) start += width * 4;
  }
}
