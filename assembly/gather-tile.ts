// The tile of the convolutions: like gemm-tile.ts, but it reads the left matrix from the framed images instead of from packed strips,
// as a[i, k] = frame[rows[i] + steps[k]] with two tables of byte offsets (convolution-plan.ts). For the convolution the rows are
// positions and the steps are the numbers of a patch; for the gradient of the filter it is the other way round.
import { multiplyAdd } from './multiply-add';

/** Most rows of a tile, and fewest if it has eight columns. */
export const MOST_ROWS: usize = 6;
export const LEAST_ROWS: usize = 3;

/**
 * C = max(start + A B, floor) for some tiles, one below the other. `height` and `width` are constants at each call, so that each pair
 * compiles separately.
 *
 * @param height rows of a tile: 3 or 6
 * @param width columns of a tile: 4, 8 or 16
 * @param tiles at least 1
 * @param count columns of A = rows of B, at least 1
 * @param frame address that the offsets of the steps are relative to
 * @param rows `tiles * height` offsets of 32 bits
 * @param steps `count` offsets of 32 bits
 * @param b the first eight numbers of each row of B, `bStride` bytes apart; the next eight are `bNext` bytes further
 * @param start initial value of the sum: rows `startStride` bytes apart, as for `multiplyTile`
 * @param c rows of `width` floats, `cStride` bytes apart
 * @param floor four times the least number of C: 0 for ReLU, minus infinity for none
 */
// @ts-ignore: decorator
@inline
export function gatherTiles(
  height: usize,
  width: usize,
  tiles: usize,
  count: usize,
  frame: usize,
  rows: usize,
  steps: usize,
  b: usize,
  bStride: usize,
  bNext: usize,
  start: usize,
  startStride: usize,
  c: usize,
  cStride: usize,
  floor: v128,
): void {
  const end = steps + count * 4;
  do {
    const row0: usize = frame + load<u32>(rows, 0);
    const row1: usize = frame + load<u32>(rows, 4);
    const row2: usize = frame + load<u32>(rows, 8);
    const row3: usize = height == 6 ? frame + load<u32>(rows, 12) : 0;
    const row4: usize = height == 6 ? frame + load<u32>(rows, 16) : 0;
    const row5: usize = height == 6 ? frame + load<u32>(rows, 20) : 0;
    // Rows that all start from the same numbers, as from the bias, are loaded once.
    const d0 = v128.load(start);
    const d1 = width >= 8 ? v128.load(start, 16) : f32x4.splat(0);
    const d2 = width == 16 ? v128.load(start, 32) : f32x4.splat(0);
    const d3 = width == 16 ? v128.load(start, 48) : f32x4.splat(0);
    let c00 = d0, c01 = d1, c02 = d2, c03 = d3;
    let c10 = d0, c11 = d1, c12 = d2, c13 = d3;
    let c20 = d0, c21 = d1, c22 = d2, c23 = d3;
    let c30 = d0, c31 = d1, c32 = d2, c33 = d3;
    let c40 = d0, c41 = d1, c42 = d2, c43 = d3;
    let c50 = d0, c51 = d1, c52 = d2, c53 = d3;
    if (startStride) {
      c10 = v128.load(start + startStride);
      c11 = width >= 8 ? v128.load(start + startStride, 16) : f32x4.splat(0);
      c12 = width == 16 ? v128.load(start + startStride, 32) : f32x4.splat(0);
      c13 = width == 16 ? v128.load(start + startStride, 48) : f32x4.splat(0);
      c20 = v128.load(start + 2 * startStride);
      c21 = width >= 8 ? v128.load(start + 2 * startStride, 16) : f32x4.splat(0);
      c22 = width == 16 ? v128.load(start + 2 * startStride, 32) : f32x4.splat(0);
      c23 = width == 16 ? v128.load(start + 2 * startStride, 48) : f32x4.splat(0);
      c30 = height == 6 ? v128.load(start + 3 * startStride) : f32x4.splat(0);
      c31 = width >= 8 && height == 6 ? v128.load(start + 3 * startStride, 16) : f32x4.splat(0);
      c32 = width == 16 && height == 6 ? v128.load(start + 3 * startStride, 32) : f32x4.splat(0);
      c33 = width == 16 && height == 6 ? v128.load(start + 3 * startStride, 48) : f32x4.splat(0);
      c40 = height == 6 ? v128.load(start + 4 * startStride) : f32x4.splat(0);
      c41 = width >= 8 && height == 6 ? v128.load(start + 4 * startStride, 16) : f32x4.splat(0);
      c42 = width == 16 && height == 6 ? v128.load(start + 4 * startStride, 32) : f32x4.splat(0);
      c43 = width == 16 && height == 6 ? v128.load(start + 4 * startStride, 48) : f32x4.splat(0);
      c50 = height == 6 ? v128.load(start + 5 * startStride) : f32x4.splat(0);
      c51 = width >= 8 && height == 6 ? v128.load(start + 5 * startStride, 16) : f32x4.splat(0);
      c52 = width == 16 && height == 6 ? v128.load(start + 5 * startStride, 32) : f32x4.splat(0);
      c53 = width == 16 && height == 6 ? v128.load(start + 5 * startStride, 48) : f32x4.splat(0);
    }
    let step = steps;
    let right = b;
    do {
      const at = load<u32>(step);
      const b0 = v128.load(right);
      const b1 = width >= 8 ? v128.load(right, 16) : b0;
      const b2 = width == 16 ? v128.load(right + bNext) : b0;
      const b3 = width == 16 ? v128.load(right + bNext, 16) : b0;
      let x = v128.load32_splat(row0 + at);
      c00 = multiplyAdd(x, b0, c00);
      if (width >= 8) c01 = multiplyAdd(x, b1, c01);
      if (width == 16) {
        c02 = multiplyAdd(x, b2, c02);
        c03 = multiplyAdd(x, b3, c03);
      }
      x = v128.load32_splat(row1 + at);
      c10 = multiplyAdd(x, b0, c10);
      if (width >= 8) c11 = multiplyAdd(x, b1, c11);
      if (width == 16) {
        c12 = multiplyAdd(x, b2, c12);
        c13 = multiplyAdd(x, b3, c13);
      }
      x = v128.load32_splat(row2 + at);
      c20 = multiplyAdd(x, b0, c20);
      if (width >= 8) c21 = multiplyAdd(x, b1, c21);
      if (width == 16) {
        c22 = multiplyAdd(x, b2, c22);
        c23 = multiplyAdd(x, b3, c23);
      }
      if (height == 6) {
        x = v128.load32_splat(row3 + at);
        c30 = multiplyAdd(x, b0, c30);
        if (width >= 8) c31 = multiplyAdd(x, b1, c31);
        if (width == 16) {
          c32 = multiplyAdd(x, b2, c32);
          c33 = multiplyAdd(x, b3, c33);
        }
        x = v128.load32_splat(row4 + at);
        c40 = multiplyAdd(x, b0, c40);
        if (width >= 8) c41 = multiplyAdd(x, b1, c41);
        if (width == 16) {
          c42 = multiplyAdd(x, b2, c42);
          c43 = multiplyAdd(x, b3, c43);
        }
        x = v128.load32_splat(row5 + at);
        c50 = multiplyAdd(x, b0, c50);
        if (width >= 8) c51 = multiplyAdd(x, b1, c51);
        if (width == 16) {
          c52 = multiplyAdd(x, b2, c52);
          c53 = multiplyAdd(x, b3, c53);
        }
      }
      step += 4;
      right += bStride;
    } while (step < end);

    storeRow(width, c, c00, c01, c02, c03, floor);
    c += cStride;
    storeRow(width, c, c10, c11, c12, c13, floor);
    c += cStride;
    storeRow(width, c, c20, c21, c22, c23, floor);
    c += cStride;
    if (height == 6) {
      storeRow(width, c, c30, c31, c32, c33, floor);
      c += cStride;
      storeRow(width, c, c40, c41, c42, c43, floor);
      c += cStride;
      storeRow(width, c, c50, c51, c52, c53, floor);
      c += cStride;
    }
    rows += height * 4;
    start += height * startStride;
  } while (--tiles > 0);
}

// @ts-ignore: decorator
@inline
function storeRow(width: usize, to: usize, c0: v128, c1: v128, c2: v128, c3: v128, floor: v128): void {
  v128.store(to, f32x4.pmax(c0, floor));
  if (width >= 8) v128.store(to, f32x4.pmax(c1, floor), 16);
  if (width == 16) {
    v128.store(to, f32x4.pmax(c2, floor), 32);
    v128.store(to, f32x4.pmax(c3, floor), 48);
  }
}
