// Which numbers of a row meet which columns of the filter. A texel of a packed image holds two neighbouring positions of a row in
// two channels. A shader computes a run of texels of the result, so for each of its positions the texel that it reads, and the
// half of it, are known when the shader is written.

/** A convolution along the rows of its images. */
export interface AlongRow {
  kernel: number;
  stride: number;
  /** Zeros before the first position of the wider side. */
  pad: number;
}

/** One product of a position of the result with a column of the filter. */
export interface Tap {
  /** Position in the run. */
  to: number;
  /** Column of the filter. */
  column: number;
  /** Texel that is read, counted from the run's first, and which of its two positions. */
  texel: number;
  half: 0 | 1;
}

/** From the wide side to the narrow one: position p of the result meets p stride + column - pad. A run starts at texel `stride` times its own. */
export function tapsDown(along: AlongRow, positions: number): Tap[] {
  return taps(along, positions, (to, column) => to * along.stride + column - along.pad);
}

/**
 * From the narrow side to the wide one, as in a transposed convolution: position p of the result meets (p + pad - column) / stride
 * where that is whole. The number of texels in a run is a multiple of the stride, so that every run starts alike, at texel 1 / stride of its own.
 */
export function tapsUp(along: AlongRow, positions: number): Tap[] {
  return taps(along, positions, (to, column) => (to + along.pad - column) / along.stride);
}

function taps({ kernel }: AlongRow, positions: number, from: (to: number, column: number) => number): Tap[] {
  return Array.from({ length: positions * kernel }, (_, i) => {
    const [to, column] = [Math.floor(i / kernel), i % kernel];
    const position = from(to, column);
    const texel = Math.floor(position / 2);
    return { to, column, texel, half: (position - 2 * texel) as 0 | 1 };
  }).filter(({ half }) => Number.isInteger(half));
}

/** The texels that taps read, each once, in order. */
export function texelsOf(list: readonly Tap[]): number[] {
  return [...new Set(list.map(({ texel }) => texel))].sort((a, b) => a - b);
}

/** A name for a texel in a shader; it may lie before the run. */
export function nameOf(texel: number): string {
  return texel < 0 ? `_${-texel}` : `${texel}`;
}
