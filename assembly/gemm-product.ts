// A product while it runs, as gemm.ts describes it to the threads, and the layout of its scratch memory.
import { EDGE_BYTES, roundUp } from './gemm-block';
import { rowStripBytes, SPARSE_BYTES, SPARSE_HEAD, TILE_ROWS } from './gemm-tile';
import { threadCount, threadNumber } from './job-context';

/** Maximum depth of a block: a strip of B (8 x 256 floats, 8 kB) and one of A (6 kB) fit the 32 kB first-level cache. */
export const BLOCK_DEPTH: usize = 256;
/** Rows of A multiplied at a time (120 x 256 floats, 120 kB): they fit the second-level cache. */
export const BLOCK_ROWS: usize = 120;

/** Maximum number of vectors of the common operand packed at once, in whole tiles: rows of A, or columns of B. */
export const COMMON_ROWS: usize = 2046;
export const COMMON_COLUMNS: usize = 2048;
/** Bytes of a sparse strip of a block, if it leaves nothing out. */
const MOST_STRIP_BYTES: usize = SPARSE_HEAD + BLOCK_DEPTH * SPARSE_BYTES;
/** Bytes of the common operand (2.4 MB): so many rows at full depth, even if they are sparse strips that leave nothing out. */
export const COMMON_BYTES: usize = ((COMMON_ROWS / TILE_ROWS) * MOST_STRIP_BYTES + 63) & ~63;

// Layout of a thread's scratch memory: the edge tile and the zeros of gemm-block.ts, then a block of its own part.
const PART_OFFSET: usize = (EDGE_BYTES + 63) & ~63;
const PART_BYTES: usize = (BLOCK_ROWS / TILE_ROWS) * MOST_STRIP_BYTES;
const OWN_BYTES: usize = (PART_OFFSET + PART_BYTES + 63) & ~63;

@unmanaged
export class Product {
  /** Rows and columns of the product, and its depth. */
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
  /** Whether A is packed in sparse strips (sparse-strips.ts). */
  sparse: bool;
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

/** Bytes of scratch memory that `gemm` needs. */
export function gemmScratchBytes(): usize {
  return COMMON_BYTES + threadCount() * OWN_BYTES;
}

/** This thread's scratch memory: the edge tile first. */
export function ownScratch(product: Product): usize {
  return product.scratch + COMMON_BYTES + threadNumber() * OWN_BYTES;
}

/** The block of this thread's own part. */
export function ownPart(product: Product): usize {
  return ownScratch(product) + PART_OFFSET;
}

/** Bytes of rows of A, packed to a depth. */
export function rowBytes(product: Product, rows: usize, depth: usize): usize {
  const strips = (rows + TILE_ROWS - 1) / TILE_ROWS;
  return strips * rowStripBytes(product.sparse, depth);
}

/** Bytes of vectors of the common operand, packed to a depth. */
export function commonBytes(product: Product, vectors: usize, depth: usize): usize {
  if (product.byColumns) return rowBytes(product, vectors, depth);
  return roundUp(vectors, product.tileColumns) * depth * 4;
}

/** The common operand's block for a level. */
export function commonBlock(product: Product, level: usize): usize {
  const blocks = (level - product.level) / product.blockDepth;
  return product.scratch + blocks * commonBytes(product, product.count, product.blockDepth);
}
