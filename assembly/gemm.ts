// C = activation(op(A) op(B) + bias), op being "as it is" or "transposed", for row-major float32 matrices.
// Packed panels and a register-blocked tile, blocked for the caches after Goto and van de Geijn, "Anatomy of
// high-performance matrix multiplication" (ACM TOMS 34, 2008).
//
// C is cut along its longer side. The operand that every part needs is packed once, by all threads together; then each
// part packs its own piece of the other. The depth is cut the same way whoever computes what, so the sums do not depend on it.
import { applyActivation } from './activation';
import { packStrips } from './gemm-pack';
import { multiplyTile, TILE_COLUMNS, TILE_ROWS } from './gemm-tile';
import { GEMM_MULTIPLY, GEMM_PACK } from './job-numbers';
import { jobArguments, runJob, threadCount, threadNumber, threadsFor } from './pool';

/** Deepest block: a strip of B (8 x 256 floats, 8 kB) and one of A (6 kB) stay in the 32 kB first-level cache. */
const BLOCK_DEPTH: usize = 256;
/** Rows of A that are multiplied at a time (120 x 256 floats, 120 kB): they stay in the second-level cache. */
const BLOCK_ROWS: usize = 120;
/** Most columns of a part (64 x 256 floats, 64 kB), where C is cut into columns. */
const PART_COLUMNS: usize = 64;
/** Parts for each thread, where there are several: the last ones to finish wait for less. */
const PARTS_PER_THREAD: usize = 4;
/** Multiplications below which a product is not worth a second thread. */
const SHARE_FROM: u64 = 400_000;

/** Floats of the operand that is packed for all (2 MB): as deep as it may get at its most, 2,048 vectors. */
const COMMON_FLOATS: usize = 2048 * BLOCK_DEPTH;
const COMMON_ROWS: usize = 2046;
const COMMON_COLUMNS: usize = 2048;

// A thread's own scratch memory, in this order: 48 floats of an edge tile, 8 zeros, a block of its part.
export const EDGE_STRIDE: usize = TILE_COLUMNS * 4;
export const ZEROS_OFFSET: usize = TILE_ROWS * EDGE_STRIDE;
const PART_OFFSET: usize = 256;
const OWN_BYTES: usize = PART_OFFSET + BLOCK_ROWS * BLOCK_DEPTH * 4;

@unmanaged
class Product {
  m: usize;
  n: usize;
  k: usize;
  a: usize;
  b: usize;
  bias: usize;
  c: usize;
  scratch: usize;
  activation: u32;
  transposeA: bool;
  transposeB: bool;
  /** Whether C is cut into columns, and A is what is packed for all; else rows and B. */
  byColumns: bool;
  /** Columns or rows of a part. */
  part: usize;
  /** Depth of a block, the last one aside. */
  blockDepth: usize;
  /** The vectors of the common operand that are at hand: the first, and how many. */
  first: usize;
  count: usize;
  /** The depths that are at hand. */
  level: usize;
  levelEnd: usize;
  /** The pieces into which the vectors are cut for packing, one depth block each. */
  pieces: usize;
  piece: usize;
}

/** Bytes of scratch memory that `gemm` needs. */
export function gemmScratchBytes(): usize {
  return COMMON_FLOATS * 4 + threadCount() * OWN_BYTES;
}

/**
 * C = activation(op(A) op(B) + bias).
 *
 * @param m rows of op(A) and C, at least 1
 * @param n columns of op(B) and C, at least 1
 * @param k columns of op(A), rows of op(B), at least 1
 * @param a stored `[m, k]`, or `[k, m]` if `transposeA`
 * @param b stored `[k, n]`, or `[n, k]` if `transposeB`
 * @param bias `[n]`, added to each row; 0 for none
 * @param activation one of the codes in activation.ts
 * @param c `[m, n]`, overwritten; must not overlap the others
 * @param scratch `gemmScratchBytes()` bytes, aligned to 64
 */
export function gemm(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  transposeA: bool,
  b: usize,
  transposeB: bool,
  bias: usize,
  activation: u32,
  c: usize,
  scratch: usize,
): void {
  const product = changetype<Product>(jobArguments());
  product.m = m;
  product.n = n;
  product.k = k;
  product.a = a;
  product.b = b;
  product.bias = bias;
  product.c = c;
  product.scratch = scratch;
  product.activation = activation;
  product.transposeA = transposeA;
  product.transposeB = transposeB;

  const byColumns = n >= m;
  const longSide = byColumns ? n : m;
  const shortSide = byColumns ? m : n;
  const unit = byColumns ? TILE_COLUMNS : TILE_ROWS;
  const commonUnit = byColumns ? TILE_ROWS : TILE_COLUMNS;
  const largest = byColumns ? PART_COLUMNS : BLOCK_ROWS;
  const threads = threadsFor(<u64>m * n * k, SHARE_FROM);
  let parts = (longSide + largest - 1) / largest;
  if (threads > 1) parts = roundUp(max(parts, threads * PARTS_PER_THREAD), threads);
  const part = roundUp((longSide + parts - 1) / parts, unit);
  const chunks = <u32>((longSide + part - 1) / part);
  const blockDepth = evenBlock(k, BLOCK_DEPTH, 4);
  product.byColumns = byColumns;
  product.part = part;
  product.blockDepth = blockDepth;

  const most = byColumns ? COMMON_ROWS : COMMON_COLUMNS;
  for (let first: usize = 0; first < shortSide; first += most) {
    const count = min(most, shortSide - first);
    product.first = first;
    product.count = count;
    product.pieces = min((count + commonUnit - 1) / commonUnit, parts);
    product.piece = evenBlock(count, (count + product.pieces - 1) / product.pieces, commonUnit);
    product.pieces = (count + product.piece - 1) / product.piece;
    const blocks = COMMON_FLOATS / (roundUp(count, commonUnit) * blockDepth);
    for (let level: usize = 0; level < k; level += blocks * blockDepth) {
      const levelEnd = min(k, level + blocks * blockDepth);
      product.level = level;
      product.levelEnd = levelEnd;
      const levels = (levelEnd - level + blockDepth - 1) / blockDepth;
      runJob(GEMM_PACK, <u32>(levels * product.pieces), threads);
      runJob(GEMM_MULTIPLY, chunks, threads);
    }
  }
}

/** Packs a piece of the common operand: some of its vectors, one depth block of them. */
export function packPiece(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const level = product.level + (chunk / product.pieces) * product.blockDepth;
  const from = (chunk % product.pieces) * product.piece;
  const depth = min(product.blockDepth, product.levelEnd - level);
  const count = min(product.piece, product.count - from);
  const to = commonBlock(product, level) + from * depth * 4;
  if (product.byColumns) packA(product, product.first + from, level, count, depth, to);
  else packB(product, product.first + from, level, count, depth, to);
}

/** Computes a part of C: some of its columns or rows, as far as the common operand is at hand. */
export function multiplyPart(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const own = product.scratch + COMMON_FLOATS * 4 + threadNumber() * OWN_BYTES;
  const zeros = own + ZEROS_OFFSET;
  const packed = own + PART_OFFSET;
  v128.store(zeros, f32x4.splat(0));
  v128.store(zeros, f32x4.splat(0), 16);

  const from = chunk * product.part;
  const byColumns = product.byColumns;
  const firstRow = byColumns ? product.first : from;
  const column = byColumns ? from : product.first;
  const rowCount = byColumns ? product.count : min(product.part, product.m - from);
  const columns = byColumns ? min(product.part, product.n - from) : product.count;
  const blockRows = evenBlock(rowCount, BLOCK_ROWS, TILE_ROWS);
  const cStride = product.n * 4;

  for (let level = product.level; level < product.levelEnd; level += product.blockDepth) {
    const depth = min(product.blockDepth, product.levelEnd - level);
    const common = commonBlock(product, level);
    if (byColumns) packB(product, column, level, columns, depth, packed);
    else packA(product, firstRow, level, rowCount, depth, packed);

    for (let row: usize = 0; row < rowCount; row += blockRows) {
      const rows = min(blockRows, rowCount - row);
      const cBlock = product.c + (firstRow + row) * cStride + column * 4;
      // What the sums of this block start from: C so far; on the first level the bias, or zeros.
      let start = cBlock;
      let startStride = cStride;
      let startStep = EDGE_STRIDE;
      if (level == 0) {
        start = product.bias ? product.bias + column * 4 : zeros;
        startStride = 0;
        if (!product.bias) startStep = 0;
      }
      const packedA = (byColumns ? common : packed) + row * depth * 4;
      const packedB = byColumns ? packed : common;
      multiplyBlock(rows, columns, depth, packedA, packedB, start, startStride, startStep, cBlock, cStride, own);

      if (product.activation && level + depth == product.k) {
        for (let i: usize = 0; i < rows; i++) {
          const at = cBlock + i * cStride;
          applyActivation(product.activation, columns, at, at);
        }
      }
    }
  }
}

/** Where the common operand's block of a level begins. */
// @ts-ignore: decorator
@inline
function commonBlock(product: Product, level: usize): usize {
  const unit = product.byColumns ? TILE_ROWS : TILE_COLUMNS;
  return product.scratch + (level - product.level) * roundUp(product.count, unit) * 4;
}

/** `count` rounded up to a multiple of `unit`. */
export function roundUp(count: usize, unit: usize): usize {
  return ((count + unit - 1) / unit) * unit;
}

function packA(product: Product, row: usize, level: usize, rows: usize, depth: usize, to: usize): void {
  const transposed = product.transposeA;
  const stride = (transposed ? product.m : product.k) * 4;
  const from = product.a + (transposed ? level * stride + row * 4 : row * stride + level * 4);
  packStrips(TILE_ROWS, from, stride, !transposed, rows, depth, to);
}

function packB(product: Product, column: usize, level: usize, columns: usize, depth: usize, to: usize): void {
  const transposed = product.transposeB;
  const stride = (transposed ? product.k : product.n) * 4;
  const from = product.b + (transposed ? column * stride + level * 4 : level * stride + column * 4);
  packStrips(TILE_COLUMNS, from, stride, transposed, columns, depth, to);
}

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
