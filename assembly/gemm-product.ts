// A product while it runs, as gemm.ts describes it to the threads, and the layout of its scratch memory.
import { EDGE_BYTES, roundUp } from './gemm-block';
import { TILE_ROWS } from './gemm-tile';
import { threadCount, threadNumber } from './job-context';

/** Maximum depth of a block: a strip of B (8 x 256 floats, 8 kB) and one of A (6 kB) fit the 32 kB first-level cache. */
export const BLOCK_DEPTH: usize = 256;
/** Rows of A multiplied at a time (120 x 256 floats, 120 kB): they fit the second-level cache. */
export const BLOCK_ROWS: usize = 120;

/** Floats of the shared packed operand (2 MB), at full depth 2,048 vectors. */
export const COMMON_FLOATS: usize = 2048 * BLOCK_DEPTH;
/** Maximum number of columns of A that are searched for zeros. */
export const MOST_COLUMNS: usize = 16_384;
const INDEX_BYTES: usize = MOST_COLUMNS * 4;

// Layout of a thread's scratch memory: the edge tile and the zeros of gemm-block.ts, then a block of its own part.
const PART_OFFSET: usize = (EDGE_BYTES + 63) & ~63;
const OWN_BYTES: usize = PART_OFFSET + BLOCK_ROWS * BLOCK_DEPTH * 4;

@unmanaged
export class Product {
  /** Rows and columns of the product, and its depth: only those that are visited. */
  m: usize;
  n: usize;
  k: usize;
  a: usize;
  b: usize;
  /** Bytes from one row of the stored matrix to the next. */
  aStride: usize;
  bStride: usize;
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
  /**
   * The columns of the stored A that hold more than zeros, as u32 indices in order (zero-columns.ts); 0 to visit all. They are the
   * rows of C if A is transposed, and depths otherwise.
   */
  visited: usize;
  /** The rows of the stored A that are searched now. */
  searchFrom: usize;
  searchEnd: usize;
}

/** Bytes of scratch memory that `gemm` needs. */
export function gemmScratchBytes(): usize {
  return COMMON_FLOATS * 4 + INDEX_BYTES + threadCount() * OWN_BYTES;
}

/** Room for the indices of the columns of A that are visited. */
export function indicesOf(product: Product): usize {
  return product.scratch + COMMON_FLOATS * 4;
}

/** This thread's scratch memory: the edge tile first. */
export function ownScratch(product: Product): usize {
  return product.scratch + COMMON_FLOATS * 4 + INDEX_BYTES + threadNumber() * OWN_BYTES;
}

/** The block of this thread's own part. */
export function ownPart(product: Product): usize {
  return ownScratch(product) + PART_OFFSET;
}

/** The common operand's block for a level. */
export function commonBlock(product: Product, level: usize): usize {
  const unit = product.byColumns ? TILE_ROWS : product.tileColumns;
  return product.scratch + (level - product.level) * roundUp(product.count, unit) * 4;
}
