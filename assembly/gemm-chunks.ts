// Runs one chunk of a product on the thread that claims it: packs a piece of the common operand, or computes a part of C.
// gemm.ts describes the product and splits it into chunks.
import { applyActivation } from './activation';
import { EDGE_BYTES, evenBlock, multiplyBlock, packColumnStrips, packRowStrips, ZEROS_OFFSET } from './gemm-block';
import { BLOCK_ROWS, commonBlock, commonBytes, ownPart, ownScratch, Product, rowBytes } from './gemm-product';
import { TILE_ROWS } from './gemm-tile';
import { jobArguments } from './job-context';
import { packSparseStrips } from './sparse-strips';

/** Packs a piece of the common operand: some of its vectors, one depth block each. */
export function packPiece(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const level = product.level + (chunk / product.pieces) * product.blockDepth;
  const from = (chunk % product.pieces) * product.piece;
  const depth = min(product.blockDepth, product.levelEnd - level);
  const count = min(product.piece, product.count - from);
  const to = commonBlock(product, level) + commonBytes(product, from, depth);
  if (product.byColumns) packA(product, product.first + from, level, count, depth, to);
  else packB(product, product.first + from, level, count, depth, to);
}

/** Computes a part of C: some of its columns or rows, over the depth packed so far. */
export function multiplyPart(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const own = ownScratch(product);
  const zeros = own + ZEROS_OFFSET;
  const packed = ownPart(product);
  memory.fill(zeros, 0, EDGE_BYTES - ZEROS_OFFSET);

  const from = chunk * product.part;
  const byColumns = product.byColumns;
  const firstRow = byColumns ? product.first : from;
  const column = byColumns ? from : product.first;
  const rowCount = byColumns ? product.count : min(product.part, product.m - from);
  const columns = byColumns ? min(product.part, product.n - from) : product.count;
  const blockRows = evenBlock(rowCount, BLOCK_ROWS, TILE_ROWS);
  const cStride = product.n * 4;
  const cColumn = product.c + column * 4;

  for (let level = product.level; level < product.levelEnd; level += product.blockDepth) {
    const depth = min(product.blockDepth, product.levelEnd - level);
    const common = commonBlock(product, level);
    if (byColumns) packB(product, column, level, columns, depth, packed);
    else packA(product, firstRow, level, rowCount, depth, packed);

    for (let row: usize = 0; row < rowCount; row += blockRows) {
      const rows = min(blockRows, rowCount - row);
      const cBlock = cColumn + (firstRow + row) * cStride;
      // Initial value of this block's sums: C so far; on the first level the bias, or zeros.
      let start = cBlock;
      let startStride = cStride;
      let sameStart = false;
      if (level == 0) {
        start = product.bias ? product.bias + column * 4 : zeros;
        startStride = 0;
        sameStart = !product.bias;
      }
      const packedA = (byColumns ? common : packed) + rowBytes(product, row, depth);
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
        product.sparse,
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

function packA(product: Product, row: usize, level: usize, rows: usize, depth: usize, to: usize): void {
  const stride = product.aStride;
  const transposed = product.transposeA;
  const from = product.a + (transposed ? level * stride + row * 4 : row * stride + level * 4);
  if (product.sparse) packSparseStrips(from, stride, transposed, rows, depth, product.tileColumns * 4, to);
  else packRowStrips(from, stride, !transposed, rows, depth, to);
}

function packB(product: Product, column: usize, level: usize, columns: usize, depth: usize, to: usize): void {
  const stride = product.bStride;
  const transposed = product.transposeB;
  const from = product.b + (transposed ? column * stride + level * 4 : level * stride + column * 4);
  packColumnStrips(product.tileColumns, from, stride, transposed, columns, depth, to);
}
