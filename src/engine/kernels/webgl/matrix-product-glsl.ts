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

/** So many texels along the sum are read, and their products added up, before they come to the sums. */
const atOnce = 4;

/** Of the four sums of a texel: which numbers of a texel of `a` are multiplied by which of `b`. */
const sums = [
  ['x', 'x * b.x', 'y * b.z'],
  ['y', 'x * b.y', 'y * b.w'],
  ['z', 'z * b.x', 'w * b.z'],
  ['w', 'z * b.y', 'w * b.w'],
] as const;

/**
 * Sums over `depth` texels of products of a texel of each matrix. How it is written was measured in software (SwiftShader):
 * `texture`, with places computed before the loop where they can be, takes two thirds of the time of `texelFetch`, and sums
 * number by number 0.9 of that of sums of vectors.
 */
export function productSource({ transposeA, transposeB, isOdd, rows, columns, last }: ProductShader): string {
  const each = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  // Turned within as well where the matrix is: along the sum run a row of a texel of `a` and a column of one of `b`.
  const readA = (k: number, r: number) =>
    `vec4 a${k}_${r} = ${transposeA ? `texture(a, vec2(y${r}, alongA)).xzyw` : `texture(a, vec2(alongA, y${r}))`};`;
  const readB = (k: number, c: number) =>
    `vec4 b${k}_${c} = ${transposeB ? `texture(b, vec2(alongB, x${c})).xzyw` : `texture(b, vec2(x${c}, alongB))`};`;
  const reads = (k: number) => `
    alongA = (place + ${k}.0) * sideA.x; alongB = (place + ${k}.0) * sideB.x;
    ${each(rows, (r) => readA(k, r))} ${each(columns, (c) => readB(k, c))}`;
  /** @param half only the first row of numbers of `b` counts, and the first column of those of `a` */
  const step = (count: number, half = false) =>
    each(count, reads) +
    each(rows * columns, (i) => {
      const [r, c] = [Math.floor(i / columns), i % columns];
      const products = (k: number, terms: readonly string[]) =>
        terms.map((term) => `a${k}_${r}.${term.replace('b', `b${k}_${c}`)}`).join(' + ');
      return sums
        .map(([to, ...terms]) => {
          const counted = half ? terms.slice(0, 1) : terms;
          const all = Array.from({ length: count }, (_, k) => products(k, counted));
          return `sum${i}.${to} += ${all.join(' + ')};`;
        })
        .join(' ');
    }) +
    `place += ${count}.0;`;
  return `
uniform sampler2D a, b;
uniform int depth;
${last ? lastStepSource(last) : ''}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) * ivec2(${columns}, ${rows});
  // of a texel, along the sum and across it
  vec2 sideA = 1.0 / vec2(textureSize(a, 0))${transposeA ? '.yx' : ''};
  vec2 sideB = 1.0 / vec2(textureSize(b, 0))${transposeB ? '' : '.yx'};
  ${each(rows, (r) => `float y${r} = (float(at.y + ${r}) + 0.5) * sideA.y;`)}
  ${each(columns, (c) => `float x${c} = (float(at.x + ${c}) + 0.5) * sideB.y;`)}
  ${each(rows * columns, (i) => `vec4 sum${i} = vec4(0);`)}
  int whole = depth - ${isOdd ? 1 : 0}, k = 0;
  float place = 0.5, alongA, alongB;
  for (; k + ${atOnce} <= whole; k += ${atOnce}) { ${step(atOnce)} }
  for (; k < whole; k++) { ${step(1)} }
  ${isOdd ? step(1, true) : ''}
  ${each(rows * columns, (i) => `made${i} = ${last ? `finished(sum${i}, at)` : `sum${i}`};`)}
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
