// C = activation(op(A) op(B) + bias), where op is the identity or the transpose, for row-major float32 matrices. Packed panels
// and a register-blocked tile, blocked for the caches after Goto and van de Geijn, "Anatomy of high-performance matrix
// multiplication" (ACM TOMS 34, 2008).
//
// C is split along its longer side. All threads together pack the operand that every part needs, once; each part then packs its
// own piece of the other operand. The depth is always split in the same way, so the sums do not depend on the threads. Where A has
// many zeros, its strips leave out what would add nothing (sparse-strips.ts).
import { evenBlock, roundUp, tileColumnsFor } from './gemm-block';
import { BLOCK_DEPTH, BLOCK_ROWS, COMMON_BYTES, COMMON_COLUMNS, COMMON_ROWS, commonBytes, Product } from './gemm-product';
import { TILE_ROWS } from './gemm-tile';
import { jobArguments, threadsFor } from './job-context';
import { GEMM_MULTIPLY, GEMM_PACK } from './job-numbers';
import { runJob } from './pool';
import { hasManyZeros } from './sparse-strips';

/** Maximum number of columns of a part (64 x 256 floats, 64 kB), when C is split into columns. */
const PART_COLUMNS: usize = 64;
/** Parts per thread, when there are several: the smaller the parts, the shorter the wait for the last one. */
const PARTS_PER_THREAD: usize = 4;
/** Number of multiplications below which a product is not worth a second thread. */
const SHARE_FROM: u64 = 400_000;
/**
 * C = activation(op(A) op(B) + bias). In large products with many zeros in A, B's numbers at a depth do not take part in six rows of C for which
 * all of A is 0 there: a NaN or an infinity in them does not reach C, which IEEE arithmetic would make NaN.
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
  product.aStride = (transposeA ? m : k) * 4;
  product.bStride = (transposeB ? k : n) * 4;
  product.bias = bias;
  product.c = c;
  product.scratch = scratch;
  product.activation = activation;
  product.transposeA = transposeA;
  product.transposeB = transposeB;
  product.sparse = hasManyZeros(product);

  const tileColumns = tileColumnsFor(n);
  product.tileColumns = tileColumns;
  const byColumns = n >= m;
  const longSide = byColumns ? n : m;
  const shortSide = byColumns ? m : n;
  const unit = byColumns ? tileColumns : TILE_ROWS;
  const commonUnit = byColumns ? TILE_ROWS : tileColumns;
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
    const blocks = COMMON_BYTES / commonBytes(product, count, blockDepth);
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
