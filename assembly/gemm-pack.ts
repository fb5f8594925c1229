// Packing for the matrix product: arranges a block of A or B in strips, in the order in which the tile reads it. A strip is
// `width` vectors of the operand side by side, depth outermost: `[depth, width]`. The last strip is padded with zeros, so that
// the tile needs no special case at the edge.

/**
 * Packs `count` vectors of `depth` floats into strips.
 *
 * @param width vectors per strip, 6 (A), 8 or 16 (B); a constant at each call, so that each use compiles separately
 * @param from first element of the block
 * @param stride bytes from one row of the stored matrix to the next
 * @param vectorsAreRows true if a vector is part of a row of the stored matrix (A, or B transposed), false if it is part of
 *   a column (A transposed, or B)
 * @param to room for `ceil(count / width) * width * depth` floats
 * @param stripBytes from one strip to the next; 0 if they follow each other. More if these are some depths of longer strips
 */
// @ts-ignore: decorator
@inline
export function packStrips(
  width: usize,
  from: usize,
  stride: usize,
  vectorsAreRows: bool,
  count: usize,
  depth: usize,
  to: usize,
  stripBytes: usize = 0,
): void {
  if (stripBytes == 0) stripBytes = width * depth * 4;
  const vectorStride: usize = vectorsAreRows ? stride : 4;
  const depthStride: usize = vectorsAreRows ? 4 : stride;
  for (; count >= width; count -= width) {
    if (vectorsAreRows) packRows(width, from, stride, depth, to);
    else packColumns(width, from, stride, depth, to);
    from += width * vectorStride;
    to += stripBytes;
  }
  if (count > 0) packPartial(width, from, vectorStride, depthStride, count, depth, to);
}

/**
 * Packs columns that need not lie side by side.
 *
 * @param width vectors per strip: 6
 * @param from first element of the block, at column 0
 * @param chosen indices (u32) of the columns
 */
// @ts-ignore: decorator
@inline
export function packChosenColumns(
  width: usize,
  from: usize,
  stride: usize,
  chosen: usize,
  count: usize,
  depth: usize,
  to: usize,
): void {
  for (let done: usize = 0; done < count; done += width, chosen += width * 4, to += width * depth * 4) {
    const first = load<u32>(chosen);
    const isWhole = count - done >= width;
    if (isWhole && load<u32>(chosen + (width - 1) * 4) - first == <u32>width - 1) {
      packColumns(width, from + first * 4, stride, depth, to);
    } else {
      memory.fill(to, 0, isWhole ? 0 : width * depth * 4);
      for (let i: usize = 0; i < min(width, count - done); i++) {
        packColumn(width, from + load<u32>(chosen + i * 4) * 4, stride, depth, to + i * 4);
      }
    }
  }
}

function packColumn(width: usize, from: usize, stride: usize, depth: usize, to: usize): void {
  const end = to + width * depth * 4;
  for (; to < end; to += width * 4, from += stride) store<f32>(to, load<f32>(from));
}

/** A strip whose vectors are columns: each depth is `width` contiguous floats. */
// @ts-ignore: decorator
@inline
function packColumns(width: usize, from: usize, stride: usize, depth: usize, to: usize): void {
  const end = to + width * depth * 4;
  for (; to < end; to += width * 4, from += stride) {
    v128.store(to, v128.load(from));
    if (width >= 8) v128.store(to, v128.load(from, 16), 16);
    else store<u64>(to, load<u64>(from, 16), 16);
    if (width == 16) {
      v128.store(to, v128.load(from, 32), 32);
      v128.store(to, v128.load(from, 48), 48);
    }
  }
}

/** A strip whose vectors are rows: transposed in registers, four depths at a time. */
// @ts-ignore: decorator
@inline
function packRows(width: usize, from: usize, stride: usize, depth: usize, to: usize): void {
  let k: usize = 0;
  for (; k + 4 <= depth; k += 4) {
    const at = from + k * 4;
    packFourRows(width, at, stride, to);
    if (width == 6) transposeTwo(v128.load(at + 4 * stride), v128.load(at + 5 * stride), to + 16);
    if (width >= 8) packFourRows(width, at + 4 * stride, stride, to + 16);
    if (width == 16) {
      packFourRows(width, at + 8 * stride, stride, to + 32);
      packFourRows(width, at + 12 * stride, stride, to + 48);
    }
    to += width * 16;
  }
  for (; k < depth; k++, to += width * 4) {
    for (let row: usize = 0; row < width; row++) store<f32>(to + row * 4, load<f32>(from + row * stride + k * 4));
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
export function transposeFour(width: usize, row0: v128, row1: v128, row2: v128, row3: v128, to: usize): void {
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
export function transposeTwo(row0: v128, row1: v128, to: usize): void {
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
