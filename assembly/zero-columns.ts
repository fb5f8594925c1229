// Finds the columns of the stored A that hold only zeros, in a batch of pictures often the pixels at the border. A product need not
// visit them: as depths they add nothing to a sum, and as rows of C they leave it as it started. The other sums are taken in the
// same order as always.
import { indicesOf, MOST_COLUMNS, Product } from './gemm-product';
import { jobArguments, noteVisited, skipsZeros, threadsFor } from './job-context';
import { GEMM_SEARCH } from './job-numbers';
import { runJob } from './pool';

/** Columns of B, or multiply-adds, below which the search is not worth its time. */
const SEARCH_FROM_COLUMNS: usize = 64;
const SEARCH_FROM: u64 = 400_000;
/** Numbers of A from which threads share the search. */
const SHARE_FROM: u64 = 40_000;
/** Rows that are searched first: where they leave few columns, A is dense and the search ends. */
const FIRST_ROWS: usize = 16;
/** The columns are skipped if they are at least one in so many. */
const SKIP_FROM_ONE_IN: usize = 16;
/** Columns that a thread searches at a time: four cache lines of each row. */
const CHUNK_COLUMNS: usize = 64;
/** Rows between two looks whether a column is left. */
const ROWS_BETWEEN: usize = 8;

/** Makes a product that has been described visit only the columns of A that hold more than zeros, if that makes it faster. */
export function skipZeroColumns(product: Product): void {
  const columns = product.transposeA ? product.m : product.k;
  product.visited = 0;
  noteVisited(<u32>columns);
  const work = <u64>product.m * product.n * product.k;
  if (!skipsZeros() || product.n < SEARCH_FROM_COLUMNS || work < SEARCH_FROM || columns > MOST_COLUMNS) return;

  const rows = product.transposeA ? product.k : product.m;
  const firstRows = min(FIRST_ROWS, rows);
  const indices = indicesOf(product);
  memory.fill(indices, 0, columns * 4);
  search(product, 0, firstRows, columns, 1);
  if (!isWorthIt(indices, columns)) return;
  if (firstRows < rows) {
    search(product, firstRows, rows, columns, threadsFor(<u64>rows * columns, SHARE_FROM));
    if (!isWorthIt(indices, columns)) return;
  }

  let count: usize = 0;
  for (let column: usize = 0; column < columns; column++) {
    if (load<u32>(indices + column * 4) == 0) continue;
    store<u32>(indices + count * 4, <u32>column);
    count++;
  }
  // A product without a row or a depth is none: the first column stands for all.
  if (count == 0) store<u32>(indices + count++ * 4, 0);
  store<u32>(indices - 4, <u32>-1);
  store<u32>(indices + count * 4, <u32>columns);
  product.visited = indices;
  if (product.transposeA) product.m = count;
  else product.k = count;
  noteVisited(<u32>count);
}

function search(product: Product, from: usize, end: usize, columns: usize, threads: usize): void {
  product.searchFrom = from;
  product.searchEnd = end;
  runJob(GEMM_SEARCH, <u32>((columns + CHUNK_COLUMNS - 1) / CHUNK_COLUMNS), threads);
}

function isWorthIt(found: usize, columns: usize): bool {
  const end = found + columns * 4;
  let zeros = i32x4.splat(0);
  let at = found;
  // subtracts minus one for each zero
  for (; at + 16 <= end; at += 16) zeros = i32x4.sub(zeros, i32x4.eq(v128.load(at), i32x4.splat(0)));
  zeros = i32x4.add(zeros, v128.shuffle<i32>(zeros, zeros, 2, 3, 0, 1));
  let count = i32x4.extract_lane(zeros, 0) + i32x4.extract_lane(zeros, 1);
  for (; at < end; at += 4) count += load<u32>(at) == 0 ? 1 : 0;
  return <usize>count * SKIP_FROM_ONE_IN >= columns;
}

/**
 * Searches some columns in the rows of this search: the number of a column becomes other than 0 where it holds more than zeros. Minus
 * zero is zero, NaN is not.
 */
export function searchColumns(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const columns = product.transposeA ? product.m : product.k;
  const found = indicesOf(product);
  const rows = product.searchEnd - product.searchFrom;
  const a = product.a + product.searchFrom * product.aStride;
  const end = min((chunk + 1) * CHUNK_COLUMNS, columns);
  let column = chunk * CHUNK_COLUMNS;
  for (; column + 16 <= end; column += 16) {
    searchSixteen(rows, product.aStride, a + column * 4, found + column * 4);
  }
  for (; column < end; column++) searchOne(rows, product.aStride, a + column * 4, found + column * 4);
}

function searchSixteen(rows: usize, stride: usize, at: usize, found: usize): void {
  let bits0 = v128.load(found), bits1 = v128.load(found, 16), bits2 = v128.load(found, 32), bits3 = v128.load(found, 48);
  for (let row: usize = 0; row < rows; ) {
    if (hasAll(bits0) && hasAll(bits1) && hasAll(bits2) && hasAll(bits3)) break;
    for (const pause = min(row + ROWS_BETWEEN, rows); row < pause; row++, at += stride) {
      bits0 = v128.or(bits0, v128.load(at));
      bits1 = v128.or(bits1, v128.load(at, 16));
      bits2 = v128.or(bits2, v128.load(at, 32));
      bits3 = v128.or(bits3, v128.load(at, 48));
    }
  }
  v128.store(found, withoutSign(bits0));
  v128.store(found, withoutSign(bits1), 16);
  v128.store(found, withoutSign(bits2), 32);
  v128.store(found, withoutSign(bits3), 48);
}

function searchOne(rows: usize, stride: usize, at: usize, found: usize): void {
  let bits = load<u32>(found);
  for (let row: usize = 0; row < rows && bits << 1 == 0; row++, at += stride) bits |= load<u32>(at);
  store<u32>(found, bits & 0x7fff_ffff);
}

// @ts-ignore: decorator
@inline
function hasAll(bits: v128): bool {
  return i32x4.all_true(withoutSign(bits));
}

// @ts-ignore: decorator
@inline
function withoutSign(bits: v128): v128 {
  return v128.and(bits, i32x4.splat(0x7fff_ffff));
}
