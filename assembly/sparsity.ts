// The sparsity penalties of codes (src/catalog/sparsity) and their gradients. L1 takes each activation by itself; KL takes the mean
// of each unit, a column, over the batch. Any thread may run a range of activations or a block of columns.
import { sumColumns } from './column-sums';
import { logarithm } from './exponential';

/** Numbers summed in single precision before the total continues in double precision. */
const SHORT: usize = 256;

/** Sum of |z| over `count` activations. */
export function absoluteSum(count: usize, codes: usize): f64 {
  let sum: f64 = 0;
  const end = codes + count * 4;
  const vectorEnd = codes + (count & ~3) * 4;
  while (codes < vectorEnd) {
    const shortEnd = min(vectorEnd, codes + SHORT * 4);
    let lanes = f32x4.splat(0);
    for (; codes < shortEnd; codes += 16) lanes = f32x4.add(lanes, f32x4.abs(v128.load(codes)));
    sum += <f64>f32x4.extract_lane(lanes, 0);
    sum += <f64>f32x4.extract_lane(lanes, 1);
    sum += <f64>f32x4.extract_lane(lanes, 2);
    sum += <f64>f32x4.extract_lane(lanes, 3);
  }
  for (; codes < end; codes += 4) sum += <f64>abs<f32>(load<f32>(codes));
  return sum;
}

/** `to` = `scale` times the sign of each activation, 0 at 0. */
export function signs(count: usize, codes: usize, to: usize, scale: f32): void {
  const end = codes + count * 4;
  const vectorEnd = codes + (count & ~3) * 4;
  for (; codes < vectorEnd; codes += 16, to += 16) v128.store(to, scaledSign(v128.load(codes), scale));
  for (; codes < end; codes += 4, to += 4) v128.store_lane<f32>(to, scaledSign(v128.load32_splat(codes), scale), 0);
}

// @ts-ignore: decorator
@inline
function scaledSign(z: v128, scale: f32): v128 {
  const isNone = f32x4.eq(z, f32x4.splat(0));
  const isNaN = f32x4.ne(z, z);
  const sign = v128.andnot(v128.bitselect(z, f32x4.splat(1), i32x4.splat(0x80000000)), isNone);
  return v128.or(f32x4.mul(sign, f32x4.splat(scale)), isNaN);
}

/**
 * Sum of KL(rho || mean) over a block of `columns` units, rows of codes `stride` bytes apart.
 *
 * @param margin distance from 0 and 1 at which means are clipped
 * @param sums `[columns]`, room for the sums of the columns
 */
export function meanDivergence(
  rows: usize,
  columns: usize,
  stride: usize,
  codes: usize,
  rho: f64,
  margin: f32,
  sums: usize,
): f64 {
  sumColumns(rows, columns, stride, codes, sums);
  const share = <f32>(1 / <f64>rows);
  const end = sums + columns * 4;
  let sum: f64 = 0;
  for (; sums + 12 < end; sums += 16) {
    const divergences = divergence(v128.load(sums), share, rho, margin);
    sum += <f64>f32x4.extract_lane(divergences, 0);
    sum += <f64>f32x4.extract_lane(divergences, 1);
    sum += <f64>f32x4.extract_lane(divergences, 2);
    sum += <f64>f32x4.extract_lane(divergences, 3);
  }
  for (; sums < end; sums += 4) {
    sum += <f64>f32x4.extract_lane(divergence(v128.load32_splat(sums), share, rho, margin), 0);
  }
  return sum;
}

/** Writes `scale` times the slope of KL(rho || mean) to all rows of a block of columns; not 0 where the mean is clipped. */
export function meanDivergenceGradient(
  rows: usize,
  columns: usize,
  stride: usize,
  codes: usize,
  rho: f64,
  margin: f32,
  to: usize,
  scale: f32,
): void {
  // the first row holds the sums first
  sumColumns(rows, columns, stride, codes, to);
  const share = <f32>(1 / <f64>rows);
  const end = to + columns * 4;
  let at = to;
  for (; at + 12 < end; at += 16) v128.store(at, slope(v128.load(at), share, rho, margin, scale));
  for (; at < end; at += 4) v128.store_lane<f32>(at, slope(v128.load32_splat(at), share, rho, margin, scale), 0);
  for (let row: usize = 1; row < rows; row++) memory.copy(to + row * stride, to, columns * 4);
}

/** rho log(rho / on) + (1 - rho) log((1 - rho) / off), of the mean share of the batch in which a unit is on. */
// @ts-ignore: decorator
@inline
function divergence(sum: v128, share: f32, rho: f64, margin: f32): v128 {
  const on = f32x4.splat(<f32>rho);
  const off = f32x4.splat(<f32>(1 - rho));
  const mean = f32x4.mul(sum, f32x4.splat(share));
  return f32x4.add(
    f32x4.mul(on, logarithm(f32x4.div(on, within(mean, margin)))),
    f32x4.mul(off, logarithm(f32x4.div(off, within(f32x4.sub(f32x4.splat(1), mean), margin)))),
  );
}

/** `scale` times (1 - rho) / off - rho / on. */
// @ts-ignore: decorator
@inline
function slope(sum: v128, share: f32, rho: f64, margin: f32, scale: f32): v128 {
  const mean = f32x4.mul(sum, f32x4.splat(share));
  const on = f32x4.div(f32x4.splat(<f32>rho), within(mean, margin));
  const off = f32x4.div(f32x4.splat(<f32>(1 - rho)), within(f32x4.sub(f32x4.splat(1), mean), margin));
  return f32x4.mul(f32x4.sub(off, on), f32x4.splat(scale));
}

/** Clips a share to `margin` from 0 and 1. NaN stays NaN. */
// @ts-ignore: decorator
@inline
function within(share: v128, margin: f32): v128 {
  return f32x4.pmin(f32x4.pmax(share, f32x4.splat(margin)), f32x4.splat(1 - margin));
}
