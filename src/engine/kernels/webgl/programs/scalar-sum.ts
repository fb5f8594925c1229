// Sums over whole tensors in two programs: a square of partial sums, then their total, a scalar.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { runPass, type Read } from '../gpu-pass';
import { insideOf } from '../products/inside-glsl';
import { makeOutput, requireAlike, withAlike } from '../tensor-texture';

/** Sides of the square of partial sums. */
const side = 16;

export interface ScalarSum {
  /** Identifies the program. */
  key: string;
  /** Tensors of one shape; in the shader each is a `vec4` of its name. */
  inputs: Readonly<Record<string, TensorInfo>>;
  /** GLSL before `main`; declares the `floats`. */
  declarations?: string;
  /** GLSL statements before the summand. */
  body?: string;
  /** A GLSL expression: what is summed. */
  summand: string;
  floats?: Readonly<Record<string, number>>;
  /** What the total is multiplied by. */
  scale: number;
}

export function scalarSum(backend: MathBackendWebGL, sum: ScalarSum): TensorInfo {
  const infos = Object.values(sum.inputs);
  const names = Object.keys(sum.inputs);
  requireAlike(sum.key, infos);
  const partial = makeOutput(backend, [2 * side, 2 * side], true);
  withAlike(backend, infos, (placed) => {
    const [first] = placed;
    if (!first) return;
    const inside = insideOf(first);
    runPass(backend, {
      key: `${sum.key} ${inside.key}`,
      source: () => partialSource(sum, names, inside.glsl),
      reads: Object.fromEntries(names.map((name, i) => [`${name}Texture`, placed[i] as Read])),
      floats: sum.floats ?? {},
      ints: { ...inside.ints, size: [first.width, first.height] },
      targets: [partial.placed],
      width: side,
      height: side,
    });
  });
  const total = makeOutput(backend, [], false);
  runPass(backend, {
    key: 'ScalarSum total',
    source: () => totalSource,
    reads: { partial: partial.placed },
    floats: { scale: sum.scale },
    targets: [total.placed],
    width: 1,
    height: 1,
  });
  backend.disposeIntermediateTensorInfo(partial.info);
  return total.info;
}

/** Each shader run sums every 16th texel of every 16th row. */
function partialSource(
  { declarations = '', body = '', summand }: ScalarSum,
  names: string[],
  inside: string,
) {
  return `
${names.map((name) => `uniform sampler2D ${name}Texture;`).join('\n')}
uniform ivec2 size;
${inside}
${declarations}
void main() {
  vec4 sum = vec4(0);
  ivec2 at = ivec2(gl_FragCoord.xy);
  for (; at.y < size.y; at.y += ${side}) {
    for (at.x = int(gl_FragCoord.x); at.x < size.x; at.x += ${side}) {
      ${names.map((name) => `vec4 ${name} = texelFetch(${name}Texture, at, 0);`).join('\n      ')}
      ${body}
      sum += inside(${summand}, at);
    }
  }
  made0 = sum;
}`;
}

const totalSource = `
uniform sampler2D partial;
uniform float scale;
void main() {
  vec4 total = vec4(0);
  for (int y = 0; y < ${side}; y++) {
    vec4 sum = vec4(0);
    for (int x = 0; x < ${side}; x++) sum += texelFetch(partial, ivec2(x, y), 0);
    total += sum;
  }
  made0 = vec4(scale * (total.r + total.g + total.b + total.a), 0, 0, 0);
}`;
