// Finds the columns of the stored A that hold only zeros, in a batch of pictures often the pixels at the border. A product need not
// visit them: as depths they add nothing to a sum, and as rows of C they leave it as it started. The other sums are taken in the
// same order as always.
import { indicesOf, MOST_COLUMNS, Product } from './gemm-product';
import { noteVisited, skipsZeros, threadsFor } from './job-context';
import { GEMM_SEARCH } from './job-numbers';
import { runJob } from './pool';
import { CHUNK_COLUMNS, GROUP_COLUMNS } from './zero-search';

/** Columns of B, or multiply-adds, below which the search is not worth its time. */
const SEARCH_FROM_COLUMNS: usize = 64;
const SEARCH_FROM: u64 = 400_000;
/** Numbers of A from which threads share the search. */
const SHARE_FROM: u64 = 40_000;
/** Rows that are searched first: where they leave few columns, A is dense and the search ends. */
const FIRST_ROWS: usize = 16;
/** The columns are skipped if they are at least one in so many. */
const SKIP_FROM_ONE_IN: usize = 16;

/** Makes a product that has been described visit only the columns of A that hold more than zeros, if that makes it faster. */
export function skipZeroColumns(product: Product): void {
  const columns = product.transposeA ? product.m : product.k;
  product.visited = 0;
  noteVisited(<u32>columns);
  const work = <u64>product.m * product.n * product.k;
  if (!skipsZeros() || product.n < SEARCH_FROM_COLUMNS || work < SEARCH_FROM) return;
  if (columns < GROUP_COLUMNS || columns > MOST_COLUMNS) return;
  // Rows that nothing is added to are plain zeros then.
  if (product.transposeA && (product.bias != 0 || product.activation != 0)) return;

  const rows = product.transposeA ? product.k : product.m;
  const indices = indicesOf(product);
  memory.fill(indices, 0, columns * 4);
  product.searchFrom = 0;
  product.searchEnd = min(FIRST_ROWS, rows);
  let threads: usize = 1;
  while (true) {
    runJob(GEMM_SEARCH, <u32>max(columns / CHUNK_COLUMNS, 1), threads);
    let zeros: usize = 0;
    for (let at = indices; at < indices + columns * 4; at += 4) zeros += load<u32>(at) == 0 ? 1 : 0;
    if (zeros * SKIP_FROM_ONE_IN < columns) return;
    if (product.searchEnd == rows) break;
    product.searchFrom = product.searchEnd;
    product.searchEnd = rows;
    threads = threadsFor(<u64>rows * columns, SHARE_FROM);
  }

  const rowBytes = product.n * 4;
  let count: usize = 0;
  for (let column: usize = 0; column < columns; column++) {
    // A product without a row or a depth is none: the last column stands for all.
    if (load<u32>(indices + column * 4) != 0 || (count == 0 && column == columns - 1)) {
      store<u32>(indices + count * 4, <u32>column);
      count++;
    } else if (product.transposeA) {
      memory.fill(product.c + column * rowBytes, 0, rowBytes);
    }
  }
  product.visited = indices;
  if (product.transposeA) product.m = count;
  else product.k = count;
  noteVisited(<u32>count);
}
