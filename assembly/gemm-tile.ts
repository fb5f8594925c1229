// The inner kernel of the matrix product: one 6 x 8 tile of C, held in twelve registers for the whole depth. 6 x 8 is the
// largest tile that fits: twelve accumulators, two vectors of B and one broadcast of A are the fifteen registers that V8 uses
// on x86-64 (it reserves the sixteenth).
import { multiplyAdd } from './multiply-add';

/** Rows of a tile: width of a packed strip of A, in floats. */
export const TILE_ROWS: usize = 6;
/** Columns of a tile: width of a packed strip of B, in floats. */
export const TILE_COLUMNS: usize = 8;
/** Bytes of a depth of a sparse strip of A (sparse-strips.ts): the offset of that depth in the strip of B (u32), then six numbers. */
export const SPARSE_BYTES: usize = 4 + TILE_ROWS * 4;
/** Bytes before the first: where the strip ends, as a number of bytes from its start. */
export const SPARSE_HEAD: usize = 4;

/** Bytes of a sparse strip that leaves no depth out. */
export function sparseStripBytes(depth: usize): usize {
  return SPARSE_HEAD + depth * SPARSE_BYTES;
}

/** Bytes of a strip of A. */
export function rowStripBytes(sparse: bool, depth: usize): usize {
  return sparse ? sparseStripBytes(depth) : TILE_ROWS * depth * 4;
}

/**
 * C = start + A B for one tile.
 *
 * @param depth columns of A = rows of B in this block, at least 1
 * @param a packed strip `[depth, 6]`
 * @param b packed strip `[depth, 8]`
 * @param start initial value of the sum: 6 rows of 8 floats, `startStride` bytes apart. C itself to add to it, a row of the
 *   bias (stride 0), or a row of zeros (stride 0)
 * @param c the tile: 6 rows of 8 floats, `cStride` bytes apart
 */
export function multiplyTile(
  depth: usize,
  a: usize,
  b: usize,
  start: usize,
  startStride: usize,
  c: usize,
  cStride: usize,
): void {
  multiply(false, a, a + depth * 24, b, start, startStride, c, cStride);
}

/** The same with a sparse strip of A (sparse-strips.ts), which names the depths of B. */
export function multiplySparseTile(
  strip: usize,
  b: usize,
  start: usize,
  startStride: usize,
  c: usize,
  cStride: usize,
): void {
  multiply(true, strip + SPARSE_HEAD, strip + load<u32>(strip), b, start, startStride, c, cStride);
}

// Inlined with a constant, so that each strip has its own loop.
// @ts-ignore: decorator
@inline
function multiply(
  sparse: bool,
  a: usize,
  end: usize,
  b: usize,
  start: usize,
  startStride: usize,
  c: usize,
  cStride: usize,
): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startStride;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startStride;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startStride;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  start += startStride;
  let c40 = v128.load(start), c41 = v128.load(start, 16);
  start += startStride;
  let c50 = v128.load(start), c51 = v128.load(start, 16);

  for (; a < end; a += sparse ? SPARSE_BYTES : 24) {
    const at = sparse ? b + load<u32>(a) : b;
    const row = sparse ? a + 4 : a;
    const b0 = v128.load(at);
    const b1 = v128.load(at, 16);
    let x = v128.load32_splat(row);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load32_splat(row, 4);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load32_splat(row, 8);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load32_splat(row, 12);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    x = v128.load32_splat(row, 16);
    c40 = multiplyAdd(x, b0, c40);
    c41 = multiplyAdd(x, b1, c41);
    x = v128.load32_splat(row, 20);
    c50 = multiplyAdd(x, b0, c50);
    c51 = multiplyAdd(x, b1, c51);
    if (!sparse) b += 32;
  }

  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += cStride;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += cStride;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += cStride;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  c += cStride;
  v128.store(c, c40);
  v128.store(c, c41, 16);
  c += cStride;
  v128.store(c, c50);
  v128.store(c, c51, 16);
}
