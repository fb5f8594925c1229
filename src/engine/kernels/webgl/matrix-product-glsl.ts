// The shaders of the matrix product. A texel of a packed matrix is (top left, top right, bottom left, bottom right).
import type { FusedActivation } from '../training-kernels';
import { nanGlsl } from './nan-glsl';

/** Texels that one run makes below and beside each other, where products are made in blocks. */
export const blockRows = 2;
export const blockColumns = 4;

/** tfjs's fused kernels have no tanh, so none is asked for. */
export type ProductActivation = Exclude<FusedActivation, 'tanh'>;

export const productActivations = {
  linear: 'z',
  relu: 'mix(z, vec4(0), lessThan(z, vec4(0)))',
  elu: 'withNaN(mix(z, exp(z) - 1.0, lessThan(z, vec4(0))), z)',
  sigmoid: 'withNaN(1.0 / (1.0 + exp(-z)), z)',
} satisfies Record<ProductActivation, string>;

/** What becomes of the sums. */
export interface LastStep {
  /** Declares `inside` (inside-glsl.ts). */
  inside: string;
  activation: ProductActivation;
  hasBias: boolean;
}

interface ProductShader {
  transposeA: boolean;
  transposeB: boolean;
  /** The side that is summed over is odd: of its last texels only one half counts. */
  isOdd: boolean;
  /** Texels of the result that one run makes below and beside each other, `apart` from each other. */
  rows: number;
  columns: number;
  /** Null where another program follows. */
  last: LastStep | null;
}

/** So often the loop is written out. */
const unrolled = 4;

/** Sums over `depth` texels of products of a texel of each matrix. */
export function productSource({ transposeA, transposeB, isOdd, rows, columns, last }: ProductShader): string {
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  // turned within, where the matrix is: columns of a texel run along the sum in `a`, its rows in `b`
  const readA = (place: string, k: string) =>
    transposeA ? `texelFetch(a, ivec2(${place}, ${k}), 0).xzyw` : `texelFetch(a, ivec2(${k}, ${place}), 0)`;
  const readB = (place: string, k: string) =>
    transposeB ? `texelFetch(b, ivec2(${k}, ${place}), 0).xzyw` : `texelFetch(b, ivec2(${place}, ${k}), 0)`;
  const reads = (k: string) =>
    lines(rows, (r) => `vec4 a${r} = ${readA(`at.y + ${r} * apart.y`, k)};`) +
    lines(columns, (c) => `vec4 b${c} = ${readB(`at.x + ${c} * apart.x`, k)};`);
  const half = lines(rows, (r) => `a${r}.yw = vec2(0);`) + lines(columns, (c) => `b${c}.zw = vec2(0);`);
  const products = lines(rows * columns, (i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    return `sum${i} += a${r}.xxzz * b${c}.xyxy; sum${i} += a${r}.yyww * b${c}.zwzw;`;
  });
  return `
uniform sampler2D a, b;
uniform int depth;
uniform ivec2 apart;
${last ? lastStepSource(last) : ''}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ${lines(rows * columns, (i) => `vec4 sum${i} = vec4(0);`)}
  int whole = depth - ${isOdd ? 1 : 0}, k = 0;
  for (; k + ${unrolled} <= whole; k += ${unrolled}) {
    ${lines(unrolled, (u) => `{ ${reads(`k + ${u}`)} ${products} }`)}
  }
  for (; k < whole; k++) { ${reads('k')} ${products} }
  ${isOdd ? `${reads('k')} ${half} ${products}` : ''}
  ${lines(rows * columns, (i) => `made${i} = ${last ? `finished(sum${i}, at)` : `sum${i}`};`)}
}`;
}

/** Puts the layers that were made in blocks beside each other. */
export function mergeSource(last: LastStep): string {
  return `
uniform sampler2DArray layers;
uniform ivec2 apart;
${lastStepSource(last)}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy), block = at / apart;
  vec4 sum = texelFetch(layers, ivec3(at - block * apart, block.y * ${blockColumns} + block.x), 0);
  made0 = finished(sum, at);
}`;
}

function lastStepSource({ inside, activation, hasBias }: LastStep): string {
  return `
${inside}
${nanGlsl}
${hasBias ? 'uniform sampler2D bias;' : ''}
vec4 finished(vec4 z, ivec2 at) {
  ${hasBias ? 'z += texelFetch(bias, ivec2(at.x, 0), 0).xyxy;' : ''}
  return inside(${productActivations[activation]}, at);
}`;
}
