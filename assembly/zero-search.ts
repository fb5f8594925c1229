// Searches a chunk of the columns of the stored A for zeros, on the thread that claims it. zero-columns.ts describes the search.
import { indicesOf, Product } from './gemm-product';
import { jobArguments } from './job-context';

/** Columns that are searched side by side. */
export const GROUP_COLUMNS: usize = 8;
/** Columns that a thread searches at a time. The last chunk takes the rest too. */
export const CHUNK_COLUMNS: usize = 64;
/** Rows between two looks whether a column is left. */
const ROWS_BETWEEN: usize = 8;

/**
 * Searches some columns in the rows of this search: the number of a column becomes other than 0 where it holds more than zeros. Minus
 * zero is zero, NaN is not.
 */
export function searchColumns(chunk: usize): void {
  const product = changetype<Product>(jobArguments());
  const columns = product.transposeA ? product.m : product.k;
  const from = chunk * CHUNK_COLUMNS;
  const isLast = columns - from < 2 * CHUNK_COLUMNS;
  const end = isLast ? columns : from + CHUNK_COLUMNS;
  for (let column = from; column < end; column += GROUP_COLUMNS) searchGroup(product, min(column, end - GROUP_COLUMNS));
}

function searchGroup(product: Product, column: usize): void {
  const found = indicesOf(product) + column * 4;
  const stride = product.aStride;
  let at = product.a + product.searchFrom * stride + column * 4;
  const end = product.a + product.searchEnd * stride;
  let bits0 = v128.load(found);
  let bits1 = v128.load(found, 16);
  while (at < end && !i32x4.all_true(i32x4.min_u(withoutSign(bits0), withoutSign(bits1)))) {
    for (const pause = min(at + ROWS_BETWEEN * stride, end); at < pause; at += stride) {
      bits0 = v128.or(bits0, v128.load(at));
      bits1 = v128.or(bits1, v128.load(at, 16));
    }
  }
  v128.store(found, withoutSign(bits0));
  v128.store(found, withoutSign(bits1), 16);
}

// @ts-ignore: decorator
@inline
function withoutSign(bits: v128): v128 {
  return v128.and(bits, i32x4.splat(0x7fff_ffff));
}
