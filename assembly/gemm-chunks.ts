// Runs one chunk of a product on the thread that claims it: packs a piece of the common operand, or computes a part of C.
// gemm.ts describes the product and splits it into chunks.
import { applyActivation } from './activation';
import { EDGE_BYTES, evenBlock, multiplyBlock, packColumnStrips, packRowStrips, ZEROS_OFFSET } from './gemm-block';
import { packColumn } from './gemm-pack';
import { BLOCK_ROWS, commonBlock, ownPart, ownScratch, Product } from './gemm-product';
import { TILE_ROWS } from './gemm-tile';
import { jobArguments } from './job-context';

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
  const rowsOfC = product.transposeA ? product.visited : 0;

  for (let level = product.level; level < product.levelEnd; level += product.blockDepth) {
    const depth = min(product.blockDepth, product.levelEnd - level);
    const common = commonBlock(product, level);
    if (byColumns) packB(product, column, level, columns, depth, packed);
    else packA(product, firstRow, level, rowCount, depth, packed);

    for (let row: usize = 0; row < rowCount; row += blockRows) {
      const rows = min(blockRows, rowCount - row);
      const chosen = rowsOfC ? rowsOfC + (firstRow + row) * 4 : 0;
      const cBlock = rowsOfC ? cColumn : cColumn + (firstRow + row) * cStride;
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
        chosen,
      );

      // never with rows of C that are skipped
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
  if (transposed && product.visited) return packVisitedRows(product, row, level, rows, depth, to);
  for (let done: usize = 0; done < depth; ) {
    const length = neighbours(product, level + done, depth - done);
    const at = depthAt(product, level + done);
    const from = product.a + (transposed ? at * stride + row * 4 : row * stride + at * 4);
    packRowStrips(from, stride, !transposed, rows, length, to + done * TILE_ROWS * 4, TILE_ROWS * depth * 4);
    done += length;
  }
}

/** Rows of A transposed that need not lie side by side. What pads the last strip is left as it is: no row of C is computed from it. */
function packVisitedRows(product: Product, row: usize, level: usize, rows: usize, depth: usize, to: usize): void {
  const stride = product.aStride;
  const from = product.a + level * stride;
  for (const end = row + rows; row < end; row += TILE_ROWS, to += TILE_ROWS * depth * 4) {
    const count = min(TILE_ROWS, end - row);
    const indices = product.visited + row * 4;
    const first = load<u32>(indices);
    if (count == TILE_ROWS && load<u32>(indices + TILE_ROWS * 4 - 4) - first == <u32>TILE_ROWS - 1) {
      packRowStrips(from + first * 4, stride, false, TILE_ROWS, depth, to);
    } else {
      for (let i: usize = 0; i < count; i++) {
        packColumn(TILE_ROWS, from + load<u32>(indices + i * 4) * 4, stride, depth, to + i * 4);
      }
    }
  }
}

function packB(product: Product, column: usize, level: usize, columns: usize, depth: usize, to: usize): void {
  const stride = product.bStride;
  const transposed = product.transposeB;
  const width = product.tileColumns;
  for (let done: usize = 0; done < depth; ) {
    const length = neighbours(product, level + done, depth - done);
    const at = depthAt(product, level + done);
    const from = product.b + (transposed ? column * stride + at * 4 : at * stride + column * 4);
    packColumnStrips(width, from, stride, transposed, columns, length, to + done * width * 4, width * depth * 4);
    done += length;
  }
}

/** Where a depth is stored. */
function depthAt(product: Product, depth: usize): usize {
  return skipsDepths(product) ? <usize>load<u32>(product.visited + depth * 4) : depth;
}

/** How many depths from this one on, itself included and at most so many, are stored side by side. */
function neighbours(product: Product, depth: usize, most: usize): usize {
  if (!skipsDepths(product)) return most;
  const at = product.visited + depth * 4;
  const first = load<u32>(at);
  let count: u32 = 1;
  while (count < <u32>most && load<u32>(at + count * 4) == first + count) count++;
  return count;
}

// @ts-ignore: decorator
@inline
function skipsDepths(product: Product): bool {
  return product.visited != 0 && !product.transposeA;
}
