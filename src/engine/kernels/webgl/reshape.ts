// `Reshape` between packed tensors whose rows or columns differ, in one program: between feature maps and vectors. tfjs's own reads one
// number at a time; where no copy is needed it does nothing, and keeps that case.
import { webgl_util, type MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { Reshape, util, type ReshapeAttrs, type ReshapeInputs, type TensorInfo } from '@tensorflow/tfjs-core';
import { runPass } from './gpu-pass';
import { divisionOf, overGlsl, placeGlsl, type Division } from './programs/indices-glsl';
import { replaceKernel } from './kernel-registration';
import { insideOf } from './products/inside-glsl';
import { dataOf, makeOutput, withPackedInOrder } from './tensor-texture';

/** Installs the kernel; returns a function that removes it. */
export function installReshape(): () => void {
  return replaceKernel<ReshapeInputs, ReshapeAttrs>(Reshape, ({ inputs: { x }, attrs, backend }) => {
    const size = util.sizeFromShape(x.shape);
    const shape = util.inferFromImplicitShape(attrs.shape, size);
    const { isPacked, texture, slice, shape: held } = dataOf(backend, x);
    const isFree = [x.shape, held].some((from) => webgl_util.isReshapeFree(from, shape));
    if (x.dtype !== 'float32' || !isPacked || !texture || slice || isFree) return undefined;
    if (size !== util.sizeFromShape(shape)) return undefined;
    return copy(backend, x, shape);
  });
}

function copy(backend: MathBackendWebGL, x: TensorInfo, shape: number[]): TensorInfo {
  const { info, placed } = makeOutput(backend, shape, true);
  const inside = insideOf(placed);
  const [from, to] = [matrixOf(x.shape), matrixOf(shape)];
  // then both numbers of a texel's row lie in one texel of x
  const inPairs = from[1] % 2 === 0 && to[1] % 2 === 0;
  withPackedInOrder(backend, [x], ([source]) => {
    if (!source) return;
    const division = divisionOf(4 * Math.max(source.width * source.height, placed.width * placed.height));
    runPass(backend, {
      key: `Reshape ${inPairs} ${division} ${inside.key}`,
      source: () => reshapeSource(inPairs, division, inside.glsl),
      reads: { x: source },
      ints: { ...inside.ints, width: placed.width, from, to },
      targets: [placed],
      width: placed.width,
      height: placed.height,
    });
  });
  return info;
}

/** Rows and columns of each matrix in a tensor, as packed. */
function matrixOf(shape: readonly number[]): [number, number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
}

function reshapeSource(inPairs: boolean, division: Division, inside: string): string {
  return `
uniform sampler2D x;
uniform int width;
uniform ivec2 from, to; // rows and columns of a matrix
${overGlsl(division)}
${placeGlsl}
${inside}
// the texel of x with its number i, counted along its rows, and which number of the texel that is
vec4 texelWith(int i, out int lane) {
  int line = over(i, from.y), column = i - line * from.y;
  int matrix = over(line, from.x), row = line - matrix * from.x;
  lane = 2 * (row & 1) + (column & 1);
  int texel = (matrix * ((from.x + 1) >> 1) + (row >> 1)) * ((from.y + 1) >> 1) + (column >> 1);
  return texture(x, placeOf(texel, vec2(textureSize(x, 0))));
}
vec2 pairAt(int i) {
  int lane;
  vec4 first = texelWith(i, lane);
  ${
    inPairs
      ? 'return lane == 0 ? first.xy : first.zw;'
      : `float left = first[lane];
  vec4 second = texelWith(i + 1, lane);
  return vec2(left, second[lane]);`
  }
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int wide = (to.y + 1) >> 1, high = (to.x + 1) >> 1;
  int i = at.y * width + at.x;
  int line = over(i, wide), column = 2 * (i - line * wide);
  int matrix = over(line, high), row = 2 * (line - matrix * high);
  int first = (matrix * to.x + row) * to.y + column;
  made0 = inside(vec4(pairAt(first), pairAt(first + to.y)), at);
}`;
}
