// Strips of A for a matrix with many zeros: a strip holds only the depths at which one of its six rows is not 0. Pictures are mostly
// background: of six MNIST digits, four pixels in seven are 0 in all. A depth left out would add 0 to each sum of the tile; the other
// depths are added in the same order as always.
import { Product } from './gemm-product';
import { SPARSE_BYTES, SPARSE_HEAD, sparseStripBytes, TILE_ROWS } from './gemm-tile';
import { skipsZeros } from './job-context';

/** Columns of B, or multiply-adds, below which zeros are not worth looking for. */
const SPARSE_FROM_COLUMNS: usize = 64;
const SPARSE_FROM: u64 = 400_000;
/** Places of A that are looked at, and how many of them must be zeros. */
const PLACES: usize = 64;
const ZEROS_NEEDED: usize = 6;

/** Whether sparse strips of A make the product faster: looks at places spread over A, six rows at one depth each. */
export function hasManyZeros(product: Product): bool {
  const rows = product.m / TILE_ROWS;
  if (!skipsZeros() || product.n < SPARSE_FROM_COLUMNS || rows == 0) return false;
  if (<u64>product.m * product.n * product.k < SPARSE_FROM) return false;
  const stride = product.aStride;
  const rowStride: usize = product.transposeA ? 4 : stride;
  const depthStride: usize = product.transposeA ? stride : 4;
  let zeros: usize = 0;
  // Multiples of the golden ratio (for strips) and of the square root of 2 (for depths), modulo 1, are spread evenly: in 65,536ths.
  for (let i: usize = 0; i < PLACES; i++) {
    const strip = (((i * 40_503) & 0xffff) * rows) >> 16;
    const depth = (((i * 27_146) & 0xffff) * product.k) >> 16;
    let at = product.a + strip * TILE_ROWS * rowStride + depth * depthStride;
    let bits: u32 = 0;
    for (let row: usize = 0; row < TILE_ROWS; row++, at += rowStride) bits |= load<u32>(at);
    zeros += isZero(bits) ? 1 : 0;
  }
  return zeros >= ZEROS_NEEDED;
}

/**
 * Packs rows of A into sparse strips of six. Minus zero is zero, NaN is not.
 *
 * @param from first element of the block
 * @param stride bytes from one row of the stored matrix to the next
 * @param transposed whether a row of A is a column of the stored matrix
 * @param bStep bytes from one depth of a strip of B to the next
 * @param to room for `ceil(count / 6)` times `sparseStripBytes(depth)`
 */
export function packSparseStrips(
  from: usize,
  stride: usize,
  transposed: bool,
  count: usize,
  depth: usize,
  bStep: usize,
  to: usize,
): void {
  const rowStride: usize = transposed ? 4 : stride;
  const depthStride: usize = transposed ? stride : 4;
  const stripBytes = sparseStripBytes(depth);
  for (; count >= TILE_ROWS; count -= TILE_ROWS, from += TILE_ROWS * rowStride, to += stripBytes) {
    if (transposed) packColumns(from, stride, depth, bStep, to);
    else packRows(from, stride, depth, bStep, to);
  }
  if (count > 0) endStrip(to, packSingly(from, rowStride, depthStride, count, 0, depth, bStep, to + SPARSE_HEAD));
}

// @ts-ignore: decorator
@inline
function endStrip(strip: usize, end: usize): void {
  store<u32>(strip, <u32>(end - strip));
}

// @ts-ignore: decorator
@inline
function isZero(bits: u32): bool {
  return bits << 1 == 0;
}

/** Rows of A that are columns of the stored matrix. */
function packColumns(from: usize, stride: usize, depth: usize, bStep: usize, strip: usize): void {
  let to = strip + SPARSE_HEAD;
  const end = depth * bStep;
  for (let offset: usize = 0; offset < end; offset += bStep, from += stride) {
    const four = v128.load(from);
    const two = load<u64>(from, 16);
    store<u32>(to, <u32>offset);
    v128.store(to, four, 4);
    store<u64>(to, two, 20);
    const bits = i64x2.extract_lane(four, 0) | i64x2.extract_lane(four, 1) | two;
    to += (bits & 0x7fff_ffff_7fff_ffff) == 0 ? 0 : SPARSE_BYTES;
  }
  endStrip(strip, to);
}

/** Rows of A that are rows of the stored matrix: transposed in registers, four depths at a time. */
function packRows(from: usize, stride: usize, depth: usize, bStep: usize, strip: usize): void {
  let to = strip + SPARSE_HEAD;
  let k: usize = 0;
  for (; k + 4 <= depth; k += 4) {
    let at = from + k * 4;
    const row0 = v128.load(at);
    const row1 = v128.load(at + stride);
    at += 2 * stride;
    const row2 = v128.load(at);
    const row3 = v128.load(at + stride);
    at += 2 * stride;
    const row4 = v128.load(at);
    const row5 = v128.load(at + stride);
    const bits = v128.or(v128.or(v128.or(row0, row1), v128.or(row2, row3)), v128.or(row4, row5));
    const left = i32x4.bitmask(i32x4.ne(i32x4.shl(bits, 1), i32x4.splat(0)));
    if (left == 0) continue;
    const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    const low45 = v128.shuffle<f32>(row4, row5, 0, 4, 1, 5);
    const high45 = v128.shuffle<f32>(row4, row5, 2, 6, 3, 7);
    const offset = <u32>(k * bStep);
    store<u32>(to, offset);
    v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2), 4);
    v128.store_lane<i64>(to, low45, 0, 20);
    to += (left & 1) * SPARSE_BYTES;
    store<u32>(to, offset + <u32>bStep);
    v128.store(to, v128.shuffle<f64>(low01, low23, 1, 3), 4);
    v128.store_lane<i64>(to, low45, 1, 20);
    to += ((left >> 1) & 1) * SPARSE_BYTES;
    store<u32>(to, offset + 2 * <u32>bStep);
    v128.store(to, v128.shuffle<f64>(high01, high23, 0, 2), 4);
    v128.store_lane<i64>(to, high45, 0, 20);
    to += ((left >> 2) & 1) * SPARSE_BYTES;
    store<u32>(to, offset + 3 * <u32>bStep);
    v128.store(to, v128.shuffle<f64>(high01, high23, 1, 3), 4);
    v128.store_lane<i64>(to, high45, 1, 20);
    to += (left >> 3) * SPARSE_BYTES;
  }
  endStrip(strip, packSingly(from, stride, 4, TILE_ROWS, k, depth, bStep, to));
}

/** Depths of a strip from `k` on, one number at a time; rows from `count` on are zeros. Returns where the next depth would go. */
function packSingly(
  from: usize,
  rowStride: usize,
  depthStride: usize,
  count: usize,
  k: usize,
  depth: usize,
  bStep: usize,
  to: usize,
): usize {
  for (; k < depth; k++) {
    let bits: u32 = 0;
    store<u32>(to, <u32>(k * bStep));
    for (let row: usize = 0; row < TILE_ROWS; row++) {
      const number = row < count ? load<u32>(from + row * rowStride + k * depthStride) : 0;
      store<u32>(to + row * 4, number, 4);
      bits |= number;
    }
    if (!isZero(bits)) to += SPARSE_BYTES;
  }
  return to;
}
