// `AssembleBatch` and `DrawCodeNoise`: makes batches on the GPU, packed for the matrix product.
import { isNoisy } from '../../../../catalog/corrupt';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../../catalog/kinds/kind';
import { belowLevel, streams } from '../../../../core/random';
import { sampleSize } from '../../../../core/samples/samples';
import { assembleInputs } from '../../../training/batch/batch';
import {
  AssembleBatch,
  DrawCodeNoise,
  type AssembleBatchAttrs,
  type DrawCodeNoiseAttrs,
} from '../../training-kernels';
import { corruptionShaders, type CorruptionShader } from './corruption-shaders';
import { runPass } from '../gpu-pass';
import { indexTexture } from './index-texture';
import { insideOf } from '../products/inside-glsl';
import { addKernel } from '../kernel-registration';
import { randomGlsl } from './random-glsl';
import { sampleTexture } from './sample-texture';
import { makeOutput } from '../tensor-texture';

/** Installs both kernels; returns a function that removes them. */
export function installBatch(): () => void {
  const remove = [
    addKernel<object, AssembleBatchAttrs>(
      AssembleBatch,
      ({ attrs, backend }) => assemble(backend, attrs),
      corruptionShaders,
    ),
    addKernel<object, DrawCodeNoiseAttrs>(DrawCodeNoise, ({ attrs, backend }) => drawCodes(backend, attrs)),
  ];
  return () => remove.forEach((undo) => undo());
}

function assemble(backend: MathBackendWebGL, attrs: AssembleBatchAttrs): TensorInfo[] {
  const { samples, indices, noiseLevel, inputDropout, seed, step } = attrs;
  const noise = isNoisy(attrs) ? attrs.noise : 'none';
  const shader = kindOf(corruptionShaders, noise);
  const size = sampleSize(samples.shape);
  const count = indices.length;
  const most = env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  let needed = 0;
  for (let row = 0; row < count; row++) needed = Math.max(needed, (indices[row] ?? 0) + 1);
  const stored = count <= most ? sampleTexture(backend, samples, needed) : null;
  if (!stored) return upload(backend, attrs);

  const outputs = noise === 'none' && inputDropout === 0 ? 1 : 2;
  const made = Array.from({ length: outputs }, () => makeOutput(backend, [count, size], true));
  const [first] = made;
  if (!first) return [];
  const isBytes = samples.values instanceof Uint8Array;
  const inside = insideOf(first.placed);
  const corrupts = outputs === 2 ? { shader, drops: inputDropout > 0 } : null;
  const { floats, ints, uints } = shader.uniforms(noiseLevel, samples.shape);
  runPass(backend, {
    key: `${AssembleBatch} ${isBytes} ${inside.key} ${corrupts ? `${noise} ${corrupts.drops}` : ''}`,
    source: () => batchSource(isBytes, inside.glsl, corrupts),
    reads: { stored, indices: { texture: indexTexture(backend, indices) } },
    ints: {
      ...inside.ints,
      ...ints,
      ...cornerInts(first.placed.width, count, size),
      widthBits: stored.widthBits,
    },
    floats: { ...floats, keptShare: 1 - inputDropout },
    uints: {
      ...uints,
      seed,
      step_: step,
      dropSeed: seed ^ streams.dropout,
      droppedBelow: belowLevel(inputDropout),
    },
    targets: made.map(({ placed }) => placed),
    width: first.placed.width,
    height: first.placed.height,
  });
  return made.map(({ info }) => info);
}

/** For a data set too large for a texture: assembles the batch on the CPU and uploads it. */
function upload(backend: MathBackendWebGL, attrs: AssembleBatchAttrs): TensorInfo[] {
  const { samples, indices, step } = attrs;
  const { clean, noisy } = assembleInputs(samples, indices, attrs, step);
  const shape = [indices.length, sampleSize(samples.shape)];
  return (clean === noisy ? [clean] : [clean, noisy]).map((pixels) =>
    backend.makeTensorInfo(shape, 'float32', pixels),
  );
}

function drawCodes(
  backend: MathBackendWebGL,
  { indices, codeSize, seed, step }: DrawCodeNoiseAttrs,
): TensorInfo {
  const { info, placed } = makeOutput(backend, [indices.length, codeSize], true);
  const inside = insideOf(placed);
  runPass(backend, {
    key: `${DrawCodeNoise} ${inside.key}`,
    source: () => codeNoiseSource(inside.glsl),
    reads: { indices: { texture: indexTexture(backend, indices) } },
    ints: { ...inside.ints, ...cornerInts(placed.width, indices.length, codeSize) },
    uints: { seed: seed ^ streams.latent, step_: step },
    targets: [placed],
    width: placed.width,
    height: placed.height,
  });
  return info;
}

function cornerInts(width: number, rows: number, columns: number): Record<string, readonly number[]> {
  return { layout_: [width, Math.ceil(columns / 2)], last: [columns - 1, rows - 1] };
}

/** `corner()`: column and row of a texel's first number. Rows and columns outside the matrix are clamped to the last ones. */
const cornerGlsl = `
uniform usampler2D indices;
uniform ivec2 layout_; // widths of texture and matrix in texels
uniform ivec2 last; // column and row
uniform uint seed, step_;
ivec2 corner(ivec2 at) {
  int i = at.y * layout_.x + at.x;
  return 2 * ivec2(i % layout_.y, i / layout_.y);
}
uint indexOf(int row) { return texelFetch(indices, ivec2(min(row, last.y), 0), 0).r; }`;

function batchSource(
  isBytes: boolean,
  inside: string,
  corrupts: { shader: CorruptionShader; drops: boolean } | null,
): string {
  return `
${cornerGlsl}
${inside}
uniform ${isBytes ? 'usampler2D' : 'sampler2D'} stored;
uniform int widthBits;
float valueOf(uint index, int pixel) {
  int i = int(index) * (last.x + 1) + pixel, texel = i >> 2;
  ${isBytes ? 'uvec4' : 'vec4'} four = texelFetch(stored, ivec2(texel & ((1 << widthBits) - 1), texel >> widthBits), 0);
  return ${isBytes ? 'float(four[i & 3]) / 255.0' : 'four[i & 3]'};
}
${corrupts ? corruptionSource(corrupts) : ''}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy), first = corner(at);
  ivec2 x = min(ivec2(first.x, first.x + 1), last.x);
  uint top = indexOf(first.y), bottom = indexOf(first.y + 1);
  vec4 clean = vec4(valueOf(top, x.x), valueOf(top, x.y), valueOf(bottom, x.x), valueOf(bottom, x.y));
  made0 = inside(clean, at);
  ${
    corrupts
      ? `made1 = inside(vec4(inputOf(clean.r, top, x.x), inputOf(clean.g, top, x.y),
    inputOf(clean.b, bottom, x.x), inputOf(clean.a, bottom, x.y)), at);`
      : ''
  }
}`;
}

/** `inputOf()`: the network's input for a pixel, with corruption and input dropout. */
function corruptionSource({ shader, drops }: { shader: CorruptionShader; drops: boolean }): string {
  return `
${randomGlsl}
${shader.glsl}
uniform uint dropSeed, droppedBelow;
uniform float keptShare;
float inputOf(float clean, uint index, int pixel) {
  float noisy = corrupted(clean, uvec2(seed, step_), index, pixel);
  ${
    drops
      ? `uint word = pcg4d(uvec4(dropSeed, step_, index, uint(pixel >> 2)))[pixel & 3];
  return bits24(word) < droppedBelow ? 0.0 : noisy / keptShare;`
      : 'return noisy;'
  }
}`;
}

function codeNoiseSource(inside: string): string {
  return `
${cornerGlsl}
${inside}
${randomGlsl}
float draw(uint index, int unit) {
  uvec4 words = pcg4d(uvec4(seed, step_, index, uint(unit)));
  return normal(words.x, words.y);
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy), first = corner(at);
  uint top = indexOf(first.y), bottom = indexOf(first.y + 1);
  made0 = inside(vec4(draw(top, first.x), draw(top, first.x + 1),
    draw(bottom, first.x), draw(bottom, first.x + 1)), at);
}`;
}
