// The core of every product: multiplies a packed block of A with a packed block of B tile by tile. Also block arithmetic.
import { multiplySparseTile, multiplyTile, rowStripBytes, TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { multiplySparseWideTile, multiplyWideTile, WIDE_COLUMNS } from './gemm-wide-tile';
import { packStrips } from './gemm-pack';
import { usesWideTile } from './job-context';

// Each thread's scratch memory begins with an edge tile of 96 floats, then zeros.
/** Bytes of a row of the edge tile. */
export const EDGE_STRIDE: usize = WIDE_COLUMNS * 4;
/** Offset of the zeros: a row of the widest tile. */
export const ZEROS_OFFSET: usize = TILE_ROWS * EDGE_STRIDE;
/** Bytes of edge tile and zeros. */
export const EDGE_BYTES: usize = ZEROS_OFFSET + EDGE_STRIDE;

/** Columns of the tile for a product of so many columns: the wide tile's where it is in use and not half empty. */
export function tileColumnsFor(columns: usize): usize {
  const rest = columns % WIDE_COLUMNS;
  const isFull = rest == 0 || rest > TILE_COLUMNS || columns > 4 * WIDE_COLUMNS;
  return usesWideTile() && isFull ? WIDE_COLUMNS : TILE_COLUMNS;
}

/** Packs rows of A into strips of a tile's height; see `packStrips`. */
export function packRowStrips(
  from: usize,
  stride: usize,
  vectorsAreRows: bool,
  count: usize,
  depth: usize,
  to: usize,
): void {
  packStrips(TILE_ROWS, TILE_ROWS, from, stride, vectorsAreRows, count, depth, to);
}

/** Packs columns of B into strips of a tile's width; see `packStrips`. */
export function packColumnStrips(
  tileColumns: usize,
  from: usize,
  stride: usize,
  vectorsAreRows: bool,
  count: usize,
  depth: usize,
  to: usize,
): void {
  packStrips(TILE_COLUMNS, tileColumns, from, stride, vectorsAreRows, count, depth, to);
}

/**
 * Multiplies a packed block of A with a packed block of B, tile by tile.
 * The number at (i, j) starts from `start + i * startStride + j * 4`, or `start + i * startStride` if `sameStart`.
 *
 * @param tileColumns columns of a tile, as B is packed: 8 or 16
 * @param sparse whether A is packed in sparse strips (sparse-strips.ts)
 */
export function multiplyBlock(
  tileColumns: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  packedA: usize,
  packedB: usize,
  start: usize,
  startStride: usize,
  sameStart: bool,
  c: usize,
  cStride: usize,
  edge: usize,
  sparse: bool = false,
): void {
  const aStripBytes = rowStripBytes(sparse, depth);
  const bStripBytes = tileColumns * depth * 4;
  for (let j: usize = 0; j < columns; j += tileColumns) {
    const width = min(tileColumns, columns - j);
    let aStrip = packedA;
    for (let i: usize = 0; i < rows; i += TILE_ROWS) {
      const height = min(TILE_ROWS, rows - i);
      const from = start + i * startStride;
      const to = c + i * cStride + j * 4;
      if (height == TILE_ROWS && width == tileColumns) {
        multiplyAnyTile(sparse, tileColumns, depth, aStrip, packedB, from, startStride, to, cStride);
      } else {
        copyTile(height, width, from, startStride, edge, EDGE_STRIDE);
        multiplyAnyTile(sparse, tileColumns, depth, aStrip, packedB, edge, EDGE_STRIDE, edge, EDGE_STRIDE);
        copyTile(height, width, edge, EDGE_STRIDE, to, cStride);
      }
      aStrip += aStripBytes;
    }
    packedB += bStripBytes;
    if (!sameStart) start += tileColumns * 4;
  }
}

/**
 * Multiplies zeros, for the engine to time both tiles: four times 24 x 32 numbers, 256 deep.
 * @param scratch 64 kB that no job uses now, as `gemmScratchBytes` are between jobs
 */
export function tryTile(wide: bool, scratch: usize): void {
  const packedB = scratch + 24 * 256 * 4;
  const c = packedB + 32 * 256 * 4;
  memory.fill(scratch, 0, c - scratch + 24 * 32 * 4);
  for (let times = 0; times < 4; times++) {
    multiplyBlock(wide ? WIDE_COLUMNS : TILE_COLUMNS, 24, 32, 256, scratch, packedB, c, 32 * 4, false, c, 32 * 4, c);
  }
}

// @ts-ignore: decorator
@inline
function multiplyAnyTile(
  sparse: bool,
  tileColumns: usize,
  depth: usize,
  a: usize,
  b: usize,
  start: usize,
  startStride: usize,
  c: usize,
  cStride: usize,
): void {
  const isWide = tileColumns == WIDE_COLUMNS;
  if (sparse && isWide) multiplySparseWideTile(a, b, start, startStride, c, cStride);
  else if (sparse) multiplySparseTile(a, b, start, startStride, c, cStride);
  else if (isWide) multiplyWideTile(depth, a, b, start, startStride, c, cStride);
  else multiplyTile(depth, a, b, start, startStride, c, cStride);
}

/** Copies the part of a tile that lies inside the matrix. */
export function copyTile(
  height: usize,
  width: usize,
  from: usize,
  fromStride: usize,
  to: usize,
  toStride: usize,
): void {
  for (let i: usize = 0; i < height; i++, from += fromStride, to += toStride) {
    let read = from;
    let write = to;
    const vectorEnd = read + (width & ~3) * 4;
    const end = read + width * 4;
    for (; read < vectorEnd; read += 16, write += 16) v128.store(write, v128.load(read));
    for (; read < end; read += 4, write += 4) store<f32>(write, load<f32>(read));
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
