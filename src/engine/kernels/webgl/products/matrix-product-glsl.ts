// The shaders of the matrix product. A texel of a packed matrix holds (top left, top right, bottom left, bottom right).
import type { FusedActivation } from '../../training-kernels';
import type { BlockShape } from './block-layers';
import { nanGlsl } from './nan-glsl';

/** tfjs's fused kernels have no tanh, so it is never requested. */
export type ProductActivation = Exclude<FusedActivation, 'tanh'>;

/** Each activation of sums `z`. */
export const productActivations = {
  linear: 'z',
  relu: 'mix(z, vec4(0), lessThan(z, vec4(0)))',
  elu: 'withNaN(mix(z, exp(z) - 1.0, lessThan(z, vec4(0))), z)',
  sigmoid: 'withNaN(1.0 / (1.0 + exp(-z)), z)',
} satisfies Record<ProductActivation, string>;

export function isCovered(activation: string): activation is ProductActivation {
  return Object.hasOwn(productActivations, activation);
}

/** The last step of a product, applied to the finished sums. */
export interface LastStep {
  /** Declares `inside` (inside-glsl.ts). */
  inside: string;
  activation: ProductActivation;
  hasBias: boolean;
}

interface ProductShader {
  transposeA: boolean;
  transposeB: boolean;
  /** Whether the summed dimension is odd, so that only half of its last texels counts. */
  isOdd: boolean;
  /** Texel rows and columns of the result that one run computes. */
  rows: number;
  columns: number;
  /** Null when another program follows. */
  last: LastStep | null;
}

/** Texels along the sum that are read and multiplied per loop iteration. */
const atOnce = 4;

/** For each of a texel's four sums: which numbers of `a`'s texel are multiplied by which of `b`'s. */
const sums = [
  ['x', 'x * b.x', 'y * b.z'],
  ['y', 'x * b.y', 'y * b.w'],
  ['z', 'z * b.x', 'w * b.z'],
  ['w', 'z * b.y', 'w * b.w'],
] as const;

/**
 * Sums products over `depth` texels of each matrix. The form was tuned on software rendering (SwiftShader): `texture` with
 * precomputed coordinates takes two thirds of the time of `texelFetch`, and scalar sums take 0.9 of the time of vector sums.
 */
export function productSource({ transposeA, transposeB, isOdd, rows, columns, last }: ProductShader): string {
  const each = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  // A transposed matrix needs its texels transposed too: the sum runs along a row of `a`'s texel and a column of `b`'s.
  const readA = (k: number, r: number) =>
    `vec4 a${k}_${r} = ${transposeA ? `texture(a, vec2(y${r}, alongA)).xzyw` : `texture(a, vec2(alongA, y${r}))`};`;
  const readB = (k: number, c: number) =>
    `vec4 b${k}_${c} = ${transposeB ? `texture(b, vec2(alongB, x${c})).xzyw` : `texture(b, vec2(x${c}, alongB))`};`;
  const reads = (k: number) => `
    alongA = (place + ${k}.0) * sideA.x; alongB = (place + ${k}.0) * sideB.x;
    ${each(rows, (r) => readA(k, r))} ${each(columns, (c) => readB(k, c))}`;
  /** @param half count only the first row of `b`'s numbers and the first column of `a`'s */
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
  ${each(rows * columns, (i) => `made${i} = ${last ? `finished(sum${i}, at, at.x)` : `sum${i}`};`)}
}`;
}

/** Merges the block layers into one texture. */
export function mergeSource(last: LastStep, { rows, columns }: BlockShape): string {
  return `
uniform sampler2DArray layers;
${lastStepSource(last)}
void main() {
  const ivec2 sides = ivec2(${columns}, ${rows});
  ivec2 at = ivec2(gl_FragCoord.xy), within = at % sides;
  vec4 sum = texelFetch(layers, ivec3(at / sides, within.y * sides.x + within.x), 0);
  made0 = finished(sum, at, at.x);
}`;
}

/** Declares `vec4 finished(vec4 z, ivec2 at, int pair)`, for the sums of the texel at `at`, in columns 2 `pair` and 2 `pair` + 1. */
export function lastStepSource({ inside, activation, hasBias }: LastStep): string {
  return `
${inside}
${nanGlsl}
${hasBias ? 'uniform sampler2D bias;' : ''}
vec4 finished(vec4 z, ivec2 at, int pair) {
  ${hasBias ? 'z += texelFetch(bias, ivec2(pair, 0), 0).xyxy;' : ''}
  return inside(${productActivations[activation]}, at);
}`;
}
