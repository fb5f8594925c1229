// `Sum` over the leading axes: the gradient of every bias. tfjs transposes the matrix first and sums in several programs.
// tfjs keeps all other sums.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  backend_util,
  Sum,
  util,
  type SumAttrs,
  type SumInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { runPass } from './gpu-pass';
import { divisionOf, overGlsl, type Division } from './programs/indices-glsl';
import { insideOf } from './products/inside-glsl';
import { replaceKernel } from './kernel-registration';
import { makeOutput, withAlike, type Placed } from './tensor-texture';

/** Maximum number of rows that one shader run sums; with more rows a second program sums the results. */
const maxRows = 256;

/** Installs the kernel; returns a function that removes it. */
export function installColumnSum(): () => void {
  return replaceKernel<SumInputs, SumAttrs>(Sum, ({ inputs: { x }, attrs: { axis, keepDims }, backend }) => {
    const axes = util.parseAxisParam(axis, x.shape);
    const rank = x.shape.length;
    // all axes but the last
    const isLeading = rank > 1 && axes.length === rank - 1 && axes.every((side) => side < rank - 1);
    if (x.dtype !== 'float32' || !isLeading || util.sizeFromShape(x.shape) === 0) return undefined;
    const columns = x.shape[rank - 1] ?? 1;
    const out = withAlike(backend, [x], ([placed]) => columnSums(backend, placed as Placed, columns));
    return keepDims ? { ...out, shape: backend_util.expandShapeToKeepDim(out.shape, axes) } : out;
  });
}

/** The sum of a matrix over its rows, `[columns]`. */
export function columnSumOf(backend: MathBackendWebGL, matrix: TensorInfo): TensorInfo {
  return withAlike(backend, [matrix], ([placed]) =>
    columnSums(backend, placed as Placed, matrix.shape[1] ?? 1),
  );
}

function columnSums(backend: MathBackendWebGL, x: Placed, columns: number): TensorInfo {
  const { width, shape, isPacked } = x;
  const wide = isPacked ? Math.ceil(columns / 2) : columns;
  const leading = shape.slice(0, -1);
  // rows of texels; in a matrix with an odd number of rows, the last texel row is half empty
  const rows = isPacked
    ? Math.ceil((leading.at(-1) ?? 1) / 2) * util.sizeFromShape(leading.slice(0, -1))
    : util.sizeFromShape([...leading]);
  const strips = rows > maxRows ? Math.ceil(Math.sqrt(rows)) : 1;
  const size = isPacked ? 2 : 1;
  const { info, placed } =
    strips > 1
      ? makeOutput(backend, [strips * size, wide * size], isPacked)
      : makeOutput(backend, [columns], isPacked);
  const flat = width === wide;
  const inside = insideOf(x);
  const division = divisionOf(rows * wide);
  runPass(backend, {
    key: `ColumnSum ${inside.key} ${flat} ${strips > 1} ${division}`,
    source: () => source(inside.glsl, isPacked, flat, strips > 1, division),
    reads: { x },
    ints: { ...inside.ints, rows, wide, strips, widths: [width, placed.width] },
    targets: [placed],
    width: placed.width,
    height: placed.height,
  });
  if (strips === 1) return info;
  const total = columnSums(backend, { ...placed, shape: [strips * size, columns] }, columns);
  backend.disposeIntermediateTensorInfo(info);
  return total;
}

/** @param flat whether the texture is as wide as the matrix, so that a matrix row is a texture row */
function source(
  inside: string,
  isPacked: boolean,
  flat: boolean,
  striped: boolean,
  division: Division,
): string {
  // a packed texel holds two rows of two columns
  const across = isPacked ? 'vec4(sum.rg + sum.ba, 0, 0)' : 'vec4(sum.r, 0, 0, 0)';
  return `
uniform sampler2D x;
uniform int rows, wide, strips;
uniform ivec2 widths; // of what is read, and of what is written
${inside}
${overGlsl(division)}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int index = here.y * widths.y + here.x;
  int column = index % wide;
  vec4 sum = vec4(0);
  for (int row = ${striped ? 'index / wide' : 'index < wide ? 0 : rows'}; row < rows; row += strips) {
    ${flat ? 'ivec2 at = ivec2(column, row);' : 'int i = row * wide + column, y = over(i, widths.x); ivec2 at = ivec2(i - y * widths.x, y);'}
    sum += inside(texelFetch(x, at, 0), at);
  }
  made0 = ${striped ? 'sum' : across};
}`;
}
