// The tile of the matrix product for browsers that join two neighbouring vectors of four numbers into one of eight (V8's
// "revectorisation", which starts from pairs of adjacent stores). Joined, 6 x 16 is twelve accumulators, two vectors of B and one
// broadcast of A: fifteen registers, as the 6 x 8 tile has without. Not joined, it has too many for the processor and is slower.
import { SPARSE_BYTES, SPARSE_HEAD } from './gemm-tile';
import { multiplyAdd } from './multiply-add';

/** Columns of a wide tile: width of a packed strip of B, in floats. */
export const WIDE_COLUMNS: usize = 16;

/**
 * C = start + A B for one wide tile. The sum of each number of C has the order that it has in `multiplyTile`, so both give the same bits.
 *
 * @param depth columns of A = rows of B in this block, at least 1
 * @param a packed strip `[depth, 6]`
 * @param b packed strip `[depth, 16]`
 * @param start initial value of the sum: 6 rows of 16 floats, `startStride` bytes apart, as for `multiplyTile`
 * @param c the tile: 6 rows of 16 floats, `cStride` bytes apart
 */
export function multiplyWideTile(
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
export function multiplySparseWideTile(
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
  let c00 = v128.load(start), c01 = v128.load(start, 16), c02 = v128.load(start, 32), c03 = v128.load(start, 48);
  start += startStride;
  let c10 = v128.load(start), c11 = v128.load(start, 16), c12 = v128.load(start, 32), c13 = v128.load(start, 48);
  start += startStride;
  let c20 = v128.load(start), c21 = v128.load(start, 16), c22 = v128.load(start, 32), c23 = v128.load(start, 48);
  start += startStride;
  let c30 = v128.load(start), c31 = v128.load(start, 16), c32 = v128.load(start, 32), c33 = v128.load(start, 48);
  start += startStride;
  let c40 = v128.load(start), c41 = v128.load(start, 16), c42 = v128.load(start, 32), c43 = v128.load(start, 48);
  start += startStride;
  let c50 = v128.load(start), c51 = v128.load(start, 16), c52 = v128.load(start, 32), c53 = v128.load(start, 48);

  for (; a < end; a += sparse ? SPARSE_BYTES : 24) {
    const at = sparse ? b + load<u32>(a) : b;
    const row = sparse ? a + 4 : a;
    const b0 = v128.load(at);
    const b1 = v128.load(at, 16);
    const b2 = v128.load(at, 32);
    const b3 = v128.load(at, 48);
    let x = v128.load32_splat(row);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    c02 = multiplyAdd(x, b2, c02);
    c03 = multiplyAdd(x, b3, c03);
    x = v128.load32_splat(row, 4);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    c12 = multiplyAdd(x, b2, c12);
    c13 = multiplyAdd(x, b3, c13);
    x = v128.load32_splat(row, 8);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    c22 = multiplyAdd(x, b2, c22);
    c23 = multiplyAdd(x, b3, c23);
    x = v128.load32_splat(row, 12);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    c32 = multiplyAdd(x, b2, c32);
    c33 = multiplyAdd(x, b3, c33);
    x = v128.load32_splat(row, 16);
    c40 = multiplyAdd(x, b0, c40);
    c41 = multiplyAdd(x, b1, c41);
    c42 = multiplyAdd(x, b2, c42);
    c43 = multiplyAdd(x, b3, c43);
    x = v128.load32_splat(row, 20);
    c50 = multiplyAdd(x, b0, c50);
    c51 = multiplyAdd(x, b1, c51);
    c52 = multiplyAdd(x, b2, c52);
    c53 = multiplyAdd(x, b3, c53);
    if (!sparse) b += 64;
  }

  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c02, 32);
  v128.store(c, c03, 48);
  c += cStride;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  v128.store(c, c12, 32);
  v128.store(c, c13, 48);
  c += cStride;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  v128.store(c, c22, 32);
  v128.store(c, c23, 48);
  c += cStride;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  v128.store(c, c32, 32);
  v128.store(c, c33, 48);
  c += cStride;
  v128.store(c, c40);
  v128.store(c, c41, 16);
  v128.store(c, c42, 32);
  v128.store(c, c43, 48);
  c += cStride;
  v128.store(c, c50);
  v128.store(c, c51, 16);
  v128.store(c, c52, 32);
  v128.store(c, c53, 48);
}
