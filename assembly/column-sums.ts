// Column sums of a matrix: the gradient of every bias. tfjs transposes the matrix first.

/** `to[j]` = sum over i of `x[i, j]`, for j below `columns`; rows are `stride` bytes apart. Sixteen columns at a time. */
export function sumColumns(rows: usize, columns: usize, stride: usize, x: usize, to: usize): void {
  const end = x + columns * 4;
  const wideEnd = x + (columns & ~15) * 4;
  for (; x < wideEnd; x += 64, to += 64) {
    let sum0 = f32x4.splat(0);
    let sum1 = f32x4.splat(0);
    let sum2 = f32x4.splat(0);
    let sum3 = f32x4.splat(0);
    let at = x;
    for (let i: usize = 0; i < rows; i++, at += stride) {
      sum0 = f32x4.add(sum0, v128.load(at));
      sum1 = f32x4.add(sum1, v128.load(at, 16));
      sum2 = f32x4.add(sum2, v128.load(at, 32));
      sum3 = f32x4.add(sum3, v128.load(at, 48));
    }
    v128.store(to, sum0);
    v128.store(to, sum1, 16);
    v128.store(to, sum2, 32);
    v128.store(to, sum3, 48);
  }
  for (; x < end; x += 4, to += 4) {
    let sum: f32 = 0;
    let at = x;
    for (let i: usize = 0; i < rows; i++, at += stride) sum += load<f32>(at);
    store<f32>(to, sum);
  }
}
