// The shaders of the matrix product. A texel of a packed matrix is (top left, top right, bottom left, bottom right).
import type { FusedActivation } from '../training-kernels';
import { nanGlsl } from './nan-glsl';

/** Texels that one run makes below and beside each other, where products are made in blocks. */
export const blockRows = 4;
export const blockColumns = 2;

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
  /** Texels of the result that one run makes below and beside each other. */
  rows: number;
  columns: number;
  /** Null where another program follows. */
  last: LastStep | null;
}

/** So often the loop is written out. */
const unrolled = 2;

/**
 * Sums over `depth` texels of products of a texel of each matrix. Texels are found by `texture`, with places computed before
 * the loop where they can be: in software (SwiftShader) that is a third faster than `texelFetch`.
 */
export function productSource({ transposeA, transposeB, isOdd, rows, columns, last }: ProductShader): string {
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  // Turned within as well where the matrix is: along the sum run a row of a texel of `a` and a column of one of `b`.
  const readA = (r: number) =>
    transposeA ? `texture(a, vec2(y${r}, alongA)).xzyw` : `texture(a, vec2(alongA, y${r}))`;
  const readB = (c: number) =>
    transposeB ? `texture(b, vec2(alongB, x${c})).xzyw` : `texture(b, vec2(x${c}, alongB))`;
  const reads = (ahead: number) => `
    float alongA = (place + ${ahead}.0) * sideA.x, alongB = (place + ${ahead}.0) * sideB.x;
    ${lines(rows, (r) => `vec4 a${r} = ${readA(r)};`)}
    ${lines(columns, (c) => `vec4 b${c} = ${readB(c)};`)}`;
  const half = lines(rows, (r) => `a${r}.yw = vec2(0);`) + lines(columns, (c) => `b${c}.zw = vec2(0);`);
  const products = lines(rows * columns, (i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    return `sum${i} += a${r}.xxzz * b${c}.xyxy; sum${i} += a${r}.yyww * b${c}.zwzw;`;
  });
  return `
uniform sampler2D a, b;
uniform int depth;
${last ? lastStepSource(last) : ''}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) * ivec2(${columns}, ${rows});
  // of a texel, along the sum and across it
  vec2 sideA = 1.0 / vec2(textureSize(a, 0))${transposeA ? '.yx' : ''};
  vec2 sideB = 1.0 / vec2(textureSize(b, 0))${transposeB ? '' : '.yx'};
  ${lines(rows, (r) => `float y${r} = (float(at.y + ${r}) + 0.5) * sideA.y;`)}
  ${lines(columns, (c) => `float x${c} = (float(at.x + ${c}) + 0.5) * sideB.y;`)}
  ${lines(rows * columns, (i) => `vec4 sum${i} = vec4(0);`)}
  int whole = depth - ${isOdd ? 1 : 0}, k = 0;
  float place = 0.5;
  for (; k + ${unrolled} <= whole; k += ${unrolled}) {
    ${lines(unrolled, (ahead) => `{ ${reads(ahead)} ${products} }`)}
    place += ${unrolled}.0;
  }
  for (; k < whole; k++) {
    ${reads(0)} ${products}
    place++;
  }
  ${isOdd ? `${reads(0)} ${half} ${products}` : ''}
  ${lines(rows * columns, (i) => `made${i} = ${last ? `finished(sum${i}, at)` : `sum${i}`};`)}
}`;
}

/** Puts the layers that were made in blocks beside each other. */
export function mergeSource(last: LastStep): string {
  return `
uniform sampler2DArray layers;
${lastStepSource(last)}
void main() {
  const ivec2 sides = ivec2(${blockColumns}, ${blockRows});
  ivec2 at = ivec2(gl_FragCoord.xy), within = at % sides;
  vec4 sum = texelFetch(layers, ivec3(at / sides, within.y * sides.x + within.x), 0);
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
