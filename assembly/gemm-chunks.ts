// Runs one chunk of a product on the thread that claims it: packs a piece of the common operand, or computes a part of C.
// gemm.ts describes the product and splits it into chunks.
import { applyActivation } from './activation';
import { EDGE_BYTES, evenBlock, multiplyBlock, packColumnStrips, roundUp, ZEROS_OFFSET } from './gemm-block';
import { packStrips } from './gemm-pack';
import { TILE_ROWS } from './gemm-tile';
import { jobArguments, threadNumber } from './job-context';

/** Maximum depth of a block: a strip of B (8 x 256 floats, 8 kB) and one of A (6 kB) fit the 32 kB first-level cache. */
export const BLOCK_DEPTH: usize = 256;
/** Rows of A multiplied at a time (120 x 256 floats, 120 kB): they fit the second-level cache. */
export const BLOCK_ROWS: usize = 120;

/** Floats of the shared packed operand (2 MB), at full depth 2,048 vectors. */
export const COMMON_FLOATS: usize = 2048 * BLOCK_DEPTH;

// Layout of a thread's scratch memory: the edge tile and the zeros of gemm-block.ts, then a block of its own part.
const PART_OFFSET: usize = (EDGE_BYTES + 63) & ~63;
export const OWN_BYTES: usize = PART_OFFSET + BLOCK_ROWS * BLOCK_DEPTH * 4;

@unmanaged
export class Product {
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
  /** Whether C is split into columns, with A as the common operand; otherwise into rows, with B. */
  byColumns: bool;
  /** Columns of a tile. */
  tileColumns: usize;
  /** Columns or rows per part. */
  part: usize;
  /** Depth of a block, except the last. */
  blockDepth: usize;
  /** The vectors of the common operand that are packed now: the first, and how many. */
  first: usize;
  count: usize;
  /** The range of depths that is packed now. */
  level: usize;
  levelEnd: usize;
  /** The pieces that the vectors are split into for packing, one depth block each. */
  pieces: usize;
  piece: usize;
}

/** Packs a piece of the common operand: some of its vectors, one depth block each. */
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

/** Computes a part of C: some of its columns or rows, over the depth packed so far. */
export function multiplyPart(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const own = product.scratch + COMMON_FLOATS * 4 + threadNumber() * OWN_BYTES;
  const zeros = own + ZEROS_OFFSET;
  const packed = own + PART_OFFSET;
  memory.fill(zeros, 0, EDGE_BYTES - ZEROS_OFFSET);

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
      // Initial value of this block's sums: C so far; on the first level the bias, or zeros.
      let start = cBlock;
      let startStride = cStride;
      let sameStart = false;
      if (level == 0) {
        start = product.bias ? product.bias + column * 4 : zeros;
        startStride = 0;
        sameStart = !product.bias;
      }
      const packedA = (byColumns ? common : packed) + row * depth * 4;
      const packedB = byColumns ? packed : common;
      multiplyBlock(
        product.tileColumns,
        rows,
        columns,
        depth,
        packedA,
        packedB,
        start,
        startStride,
        sameStart,
        cBlock,
        cStride,
        own,
      );

      if (product.activation && level + depth == product.k) {
        for (let i: usize = 0; i < rows; i++) {
          const at = cBlock + i * cStride;
          applyActivation(product.activation, columns, at, at);
        }
      }
    }
  }
}

/** Offset of the common operand's block for a level. */
// @ts-ignore: decorator
@inline
function commonBlock(product: Product, level: usize): usize {
  const unit = product.byColumns ? TILE_ROWS : product.tileColumns;
  return product.scratch + (level - product.level) * roundUp(product.count, unit) * 4;
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
  packColumnStrips(product.tileColumns, from, stride, transposed, columns, depth, to);
}
