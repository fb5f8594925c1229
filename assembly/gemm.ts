// C = activation(op(A) op(B) + bias), op being "as it is" or "transposed", for row-major float32 matrices.
// Packed panels and a register-blocked tile, loops ordered and blocked for the caches after Goto and van de Geijn,
// "Anatomy of high-performance matrix multiplication" (ACM TOMS 34, 2008).
import { applyActivation } from './activation';
import { packStrips } from './gemm-pack';
import { multiplyTile, TILE_COLUMNS, TILE_ROWS } from './gemm-tile';

/** Deepest block: a strip of B (8 x 256 floats, 8 kB) and one of A (6 kB) stay in the 32 kB first-level cache. */
const BLOCK_DEPTH: usize = 256;
/** Rows of a packed block of A (120 x 256 floats, 120 kB): stays in the second-level cache. A multiple of 6. */
const BLOCK_ROWS: usize = 120;
/** Columns of a packed block of B (256 x 1,024 floats, 1 MB): stays in the last-level cache. A multiple of 8. */
const BLOCK_COLUMNS: usize = 1024;

// Scratch memory, in this order: 48 floats of an edge tile, 8 zeros, a block of A, a block of B.
export const EDGE_STRIDE: usize = TILE_COLUMNS * 4;
export const ZEROS_OFFSET: usize = TILE_ROWS * EDGE_STRIDE;
const A_OFFSET: usize = 256;
const B_OFFSET: usize = A_OFFSET + BLOCK_ROWS * BLOCK_DEPTH * 4;
const SCRATCH_BYTES: usize = B_OFFSET + BLOCK_DEPTH * BLOCK_COLUMNS * 4;

/** Bytes of scratch memory that `gemm` needs. */
export function gemmScratchBytes(): usize {
  return SCRATCH_BYTES;
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
 * @param scratch `gemmScratchBytes()` bytes, aligned to 16
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
  const zeros = scratch + ZEROS_OFFSET;
  v128.store(zeros, f32x4.splat(0));
  v128.store(zeros, f32x4.splat(0), 16);
  const packedA = scratch + A_OFFSET;
  const packedB = scratch + B_OFFSET;
  const aStride = (transposeA ? m : k) * 4;
  const bStride = (transposeB ? k : n) * 4;
  const cStride = n * 4;
  const blockDepth = evenBlock(k, BLOCK_DEPTH, 4);
  const blockRows = evenBlock(m, BLOCK_ROWS, TILE_ROWS);

  for (let column: usize = 0; column < n; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, n - column);
    for (let level: usize = 0; level < k; level += blockDepth) {
      const depth = min(blockDepth, k - level);
      const bBlock = b + (transposeB ? column * bStride + level * 4 : level * bStride + column * 4);
      packStrips(TILE_COLUMNS, bBlock, bStride, transposeB, columns, depth, packedB);

      for (let row: usize = 0; row < m; row += blockRows) {
        const rows = min(blockRows, m - row);
        const aBlock = a + (transposeA ? level * aStride + row * 4 : row * aStride + level * 4);
        packStrips(TILE_ROWS, aBlock, aStride, !transposeA, rows, depth, packedA);

        const cBlock = c + row * cStride + column * 4;
        // What the sums of this block start from: C so far; on the first level the bias, or zeros.
        let start = cBlock;
        let startStride = cStride;
        let startStep = EDGE_STRIDE;
        if (level == 0) {
          start = bias ? bias + column * 4 : zeros;
          startStride = 0;
          if (!bias) startStep = 0;
        }
        multiplyBlock(rows, columns, depth, packedA, packedB, start, startStride, startStep, cBlock, cStride, scratch);

        if (activation && level + depth == k) {
          for (let i: usize = 0; i < rows; i++) {
            const at = cBlock + i * cStride;
            applyActivation(activation, columns, at, at);
          }
        }
      }
    }
  }
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
  return ((part + unit - 1) / unit) * unit;
}
