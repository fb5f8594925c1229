// Packing for the matrix product: arranges a block of A or B in strips, in the order in which the tile reads it. A strip is
// `width` vectors of the operand side by side, depth outermost: `[depth, width]`. The last strip is padded with zeros, so that
// the tile needs no special case at the edge.

/**
 * Packs `count` vectors of `depth` floats into strips.
 *
 * @param unit vectors packed at a time, 6 (A) or 8 (B); a constant at each call, so that each use compiles separately
 * @param width vectors per strip: as many, or 16 (B) for twice as many
 * @param from first element of the block
 * @param stride bytes from one row of the stored matrix to the next
 * @param vectorsAreRows true if a vector is part of a row of the stored matrix (A, or B transposed), false if it is part of
 *   a column (A transposed, or B)
 * @param to room for `ceil(count / width) * width * depth` floats
 */
// @ts-ignore: decorator
@inline
export function packStrips(
  unit: usize,
  width: usize,
  from: usize,
  stride: usize,
  vectorsAreRows: bool,
  count: usize,
  depth: usize,
  to: usize,
): void {
  const vectorStride: usize = vectorsAreRows ? stride : 4;
  const depthStride: usize = vectorsAreRows ? 4 : stride;
  for (; count >= width; count -= width) {
    for (let i: usize = 0; i < width; i += unit, from += unit * vectorStride) {
      if (vectorsAreRows) packRows(unit, width, from, stride, depth, to + i * 4);
      else packColumns(unit, width, from, stride, depth, to + i * 4);
    }
    to += width * depth * 4;
  }
  if (count > 0) packPartial(width, from, vectorStride, depthStride, count, depth, to);
}

/** Vectors that are columns: each depth is `unit` contiguous floats. */
// @ts-ignore: decorator
@inline
function packColumns(unit: usize, width: usize, from: usize, stride: usize, depth: usize, to: usize): void {
  const end = to + width * depth * 4;
  for (; to < end; to += width * 4, from += stride) {
    v128.store(to, v128.load(from));
    if (unit == 8) v128.store(to, v128.load(from, 16), 16);
    else store<u64>(to, load<u64>(from, 16), 16);
  }
}

/** Vectors that are rows: transposed in registers, four depths at a time. */
// @ts-ignore: decorator
@inline
function packRows(unit: usize, width: usize, from: usize, stride: usize, depth: usize, to: usize): void {
  let k: usize = 0;
  for (; k + 4 <= depth; k += 4) {
    const at = from + k * 4;
    packFourRows(width, at, stride, to);
    if (unit == 6) transposeTwo(v128.load(at + 4 * stride), v128.load(at + 5 * stride), to + 16);
    else packFourRows(width, at + 4 * stride, stride, to + 16);
    to += width * 16;
  }
  for (; k < depth; k++, to += width * 4) {
    for (let row: usize = 0; row < unit; row++) store<f32>(to + row * 4, load<f32>(from + row * stride + k * 4));
  }
}

// @ts-ignore: decorator
@inline
function packFourRows(width: usize, at: usize, stride: usize, to: usize): void {
  const row2 = at + 2 * stride;
  transposeFour(width, v128.load(at), v128.load(at + stride), v128.load(row2), v128.load(row2 + stride), to);
}

/** Transposes four floats of each of four rows into four groups of four, `width` floats apart. */
// @ts-ignore: decorator
@inline
function transposeFour(width: usize, row0: v128, row1: v128, row2: v128, row3: v128, to: usize): void {
  const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(to + width * 4, v128.shuffle<f64>(low01, low23, 1, 3));
  v128.store(to + width * 8, v128.shuffle<f64>(high01, high23, 0, 2));
  v128.store(to + width * 12, v128.shuffle<f64>(high01, high23, 1, 3));
}

/** Transposes four floats of each of two rows into four pairs, six floats apart. */
// @ts-ignore: decorator
@inline
function transposeTwo(row0: v128, row1: v128, to: usize): void {
  const low = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
  const high = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
  v128.store_lane<i64>(to, low, 0);
  v128.store_lane<i64>(to + 24, low, 1);
  v128.store_lane<i64>(to + 48, high, 0);
  v128.store_lane<i64>(to + 72, high, 1);
}

/** The last strip, when fewer than `width` vectors remain: one float at a time, then zeros. */
function packPartial(
  width: usize,
  from: usize,
  vectorStride: usize,
  depthStride: usize,
  count: usize,
  depth: usize,
  to: usize,
): void {
  for (let k: usize = 0; k < depth; k++, from += depthStride) {
    for (let i: usize = 0; i < width; i++, to += 4) {
      store<f32>(to, i < count ? load<f32>(from + i * vectorStride) : 0);
    }
  }
}
