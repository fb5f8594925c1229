// `AssembleBatch` and `DrawCodeNoise`: makes batches on the GPU, packed for the matrix product.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { env, type TensorInfo } from '@tensorflow/tfjs-core';
import { registerBatches, type Batch, type Corruption } from '../../gpu/batch';
import { AssembleBatch, DrawCodeNoise, type DrawCodeNoiseAttrs } from '../../training-kernels';
import { corruptionShaders, type CorruptionShader } from './corruption-shaders';
import { runPass } from '../gpu-pass';
import { indexTexture } from './index-texture';
import { insideOf } from '../products/inside-glsl';
import { webglRegistration } from '../kernel-registration';
import { randomGlsl } from './random-glsl';
import { sampleTexture, type SampleTexture } from './sample-texture';
import { makeOutput } from '../tensor-texture';

/** Installs both kernels; returns a function that removes them. */
export function installBatch(): () => void {
  return registerBatches(webglRegistration, {
    shaders: corruptionShaders,
    // the indices of a batch are one row of a texture
    store: (backend, samples, count, rows) =>
      rows <= env().getNumber('WEBGL_MAX_TEXTURE_SIZE') ? sampleTexture(backend, samples, count) : null,
    assemble,
    drawCodes,
  });
}

function assemble(backend: MathBackendWebGL, batch: Batch<SampleTexture, CorruptionShader>): TensorInfo[] {
  const { samples, indices, size, isBytes, corruption } = batch;
  const count = indices.length;
  const first = makeOutput(backend, [count, size], true);
  const made = corruption ? [first, makeOutput(backend, [count, size], true)] : [first];
  const inside = insideOf(first.placed);
  const { floats, ints, uints } = corruption?.shader.uniforms(batch.noiseLevel, samples.shape) ?? {};
  const { dropout } = corruption ?? {};
  runPass(backend, {
    key: `${AssembleBatch} ${isBytes} ${inside.key} ${corruption?.key ?? ''}`,
    source: () => batchSource(isBytes, inside.glsl, corruption),
    reads: { stored: batch.stored, indices: { texture: indexTexture(backend, indices) } },
    ints: {
      ...inside.ints,
      ...ints,
      ...cornerInts(first.placed.width, count, size),
      widthBits: batch.stored.widthBits,
    },
    floats: { ...floats, ...(dropout && { keptShare: dropout.keptShare }) },
    uints: {
      ...uints,
      seed: batch.seed,
      step_: batch.step,
      ...(dropout && { dropSeed: dropout.seed, droppedBelow: dropout.below }),
    },
    targets: made.map(({ placed }) => placed),
    width: first.placed.width,
    height: first.placed.height,
  });
  return made.map(({ info }) => info);
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
    uints: { seed, step_: step },
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
  corruption: Corruption<CorruptionShader> | null,
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
${corruption ? corruptionSource(corruption) : ''}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy), first = corner(at);
  ivec2 x = min(ivec2(first.x, first.x + 1), last.x);
  uint top = indexOf(first.y), bottom = indexOf(first.y + 1);
  vec4 clean = vec4(valueOf(top, x.x), valueOf(top, x.y), valueOf(bottom, x.x), valueOf(bottom, x.y));
  made0 = inside(clean, at);
  ${
    corruption
      ? `made1 = inside(vec4(inputOf(clean.r, top, x.x), inputOf(clean.g, top, x.y),
    inputOf(clean.b, bottom, x.x), inputOf(clean.a, bottom, x.y)), at);`
      : ''
  }
}`;
}

/** `inputOf()`: the network's input for a pixel, with corruption and input dropout. */
function corruptionSource({ shader, dropout }: Corruption<CorruptionShader>): string {
  return `
${randomGlsl}
${shader.glsl}
uniform uint dropSeed, droppedBelow;
uniform float keptShare;
float inputOf(float clean, uint index, int pixel) {
  float noisy = corrupted(clean, uvec2(seed, step_), index, pixel);
  ${
    dropout
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
