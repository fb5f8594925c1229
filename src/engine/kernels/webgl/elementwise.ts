// Runs an elementwise program over tensors of one shape, with one or more outputs.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { runPass, type Read } from './gpu-pass';
import { insideOf } from './products/inside-glsl';
import { makeOutput, requireAlike, withAlike } from './tensor-texture';

export interface Elementwise {
  /** Identifies the program. */
  key: string;
  /** Tensors of one shape; in the shader each is a `vec4` of its name. */
  inputs: Readonly<Record<string, TensorInfo>>;
  /** GLSL before `main`; declares the `floats` and `reads`. */
  declarations?: string;
  /** GLSL statements inside `main`, before the results. */
  body?: string;
  /** A GLSL expression for each output tensor. */
  results: readonly string[];
  floats?: Readonly<Record<string, number>>;
  reads?: Readonly<Record<string, Read>>;
}

/** Runs the program; the outputs have the inputs' shape and the order of `results`. */
export function elementwise(backend: MathBackendWebGL, program: Elementwise): TensorInfo[] {
  const names = Object.keys(program.inputs);
  const infos = Object.values(program.inputs);
  const shape = infos[0]?.shape ?? [];
  requireAlike(program.key, infos);
  return withAlike(backend, infos, (placed) => {
    const isPacked = placed[0]?.isPacked ?? true;
    const made = program.results.map(() => makeOutput(backend, shape, isPacked));
    const [first] = made;
    if (!first) return [];
    const inside = insideOf(first.placed);
    runPass(backend, {
      key: `${program.key} ${inside.key}`,
      source: () => sourceOf(program, names, inside.glsl),
      reads: {
        ...Object.fromEntries(names.map((name, i) => [`${name}Texture`, placed[i] as Read])),
        ...program.reads,
      },
      floats: program.floats ?? {},
      ints: inside.ints,
      targets: made.map(({ placed: target }) => target),
      width: first.placed.width,
      height: first.placed.height,
    });
    return made.map(({ info }) => info);
  });
}

function sourceOf({ declarations = '', body = '', results }: Elementwise, names: string[], inside: string) {
  return `
${names.map((name) => `uniform sampler2D ${name}Texture;`).join('\n')}
${inside}
${declarations}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ${names.map((name) => `vec4 ${name} = texelFetch(${name}Texture, at, 0);`).join('\n  ')}
  ${body}
  ${results.map((result, i) => `made${i} = inside(${result}, at);`).join('\n  ')}
}`;
}
