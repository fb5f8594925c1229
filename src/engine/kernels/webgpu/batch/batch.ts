// `AssembleBatch` and `DrawCodeNoise`: makes batches on the GPU. A step uploads the indices of its samples and its own number.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { isNoisy } from '../../../../catalog/corrupt';
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
import { changingBuffer, dispatch, eachNumber, groupsOver, type OwnBuffer } from '../dispatch';
import { addKernel } from '../kernel-registration';
import { corruptionShaders, type CorruptionShader } from './corruption-shaders';
import { randomWgsl } from './random-wgsl';
import { sampleBuffer } from './sample-buffer';

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

function assemble(backend: WebGPUBackend, attrs: AssembleBatchAttrs): TensorInfo[] {
  const { samples, indices, noiseLevel, inputDropout, seed, step } = attrs;
  const noise = isNoisy(attrs) ? attrs.noise : 'none';
  const shader = kindOf(corruptionShaders, noise);
  const size = sampleSize(samples.shape);
  const count = indices.length;
  let needed = 0;
  for (let row = 0; row < count; row++) needed = Math.max(needed, (indices[row] ?? 0) + 1);
  const stored = sampleBuffer(backend, samples, needed);
  if (!stored) return upload(backend, attrs);

  const isBytes = samples.values instanceof Uint8Array;
  const corrupts = noise === 'none' && inputDropout === 0 ? null : { shader, drops: inputDropout > 0 };
  const target = backend.makeTensorInfo([count, size], 'float32');
  const input = corrupts && backend.makeTensorInfo([count, size], 'float32');
  dispatch(backend, {
    key: `${AssembleBatch} ${isBytes} ${corrupts ? `${noise} ${corrupts.drops}` : ''}`,
    source: () => batchSource(isBytes, corrupts),
    reads: {
      stored: { buffer: stored, type: isBytes ? 'u32' : 'f32' },
      stepAndIndices: stepAndIndices(backend, step, indices),
    },
    writes: { target_: target, ...(input && { input }) },
    numbers: {
      total: ['u32', count * size],
      size: ['u32', size],
      ...(corrupts && { seed: ['u32', seed], ...shader.numbers(noiseLevel, samples.shape) }),
      ...(corrupts?.drops && {
        dropSeed: ['u32', seed ^ streams.dropout],
        droppedBelow: ['u32', belowLevel(inputDropout)],
        keptShare: ['f32', 1 - inputDropout],
      }),
    },
    groups: groupsOver(count * size),
  });
  return input ? [target, input] : [target];
}

/** For a data set too large for a buffer: assembles the batch on the CPU and uploads it. */
function upload(backend: WebGPUBackend, attrs: AssembleBatchAttrs): TensorInfo[] {
  const { samples, indices, step } = attrs;
  const { clean, noisy } = assembleInputs(samples, indices, attrs, step);
  const shape = [indices.length, sampleSize(samples.shape)];
  return (clean === noisy ? [clean] : [clean, noisy]).map((pixels) =>
    backend.makeTensorInfo(shape, 'float32', pixels),
  );
}

function drawCodes(
  backend: WebGPUBackend,
  { indices, codeSize, seed, step }: DrawCodeNoiseAttrs,
): TensorInfo {
  const made = backend.makeTensorInfo([indices.length, codeSize], 'float32');
  const total = indices.length * codeSize;
  dispatch(backend, {
    key: DrawCodeNoise,
    source: () => `${randomWgsl}
${eachNumber(`
    let counter = vec4<u32>(numbers.seed, stepAndIndices[0], stepAndIndices[1u + i / numbers.size], i % numbers.size);
    let words = pcg4d(counter);
    made[i] = normal(words.x, words.y);`)}`,
    reads: { stepAndIndices: stepAndIndices(backend, step, indices) },
    writes: { made },
    numbers: { total: ['u32', total], size: ['u32', codeSize], seed: ['u32', seed ^ streams.latent] },
    groups: groupsOver(total),
  });
  return made;
}

/** All that a step uploads for its batch. */
function stepAndIndices(backend: WebGPUBackend, step: number, indices: ArrayLike<number>): OwnBuffer {
  const words = new Uint32Array(1 + indices.length);
  words[0] = step;
  words.set(indices, 1);
  return { buffer: changingBuffer(backend, words), type: 'u32' };
}

function batchSource(
  isBytes: boolean,
  corrupts: { shader: CorruptionShader; drops: boolean } | null,
): string {
  const value = isBytes ? 'f32((stored[at >> 2u] >> (8u * (at & 3u))) & 0xffu) / 255.0' : 'stored[at]';
  return `
${corrupts ? corruptionSource(corrupts) : ''}
${eachNumber(`
    let pixel = i % numbers.size;
    let index = stepAndIndices[1u + i / numbers.size];
    let at = index * numbers.size + pixel;
    let clean = ${value};
    target_[i] = clean;
    ${corrupts ? 'input[i] = inputOf(clean, index, pixel);' : ''}`)}`;
}

/** `inputOf()`: the network's input for a pixel, with corruption and input dropout. */
function corruptionSource({ shader, drops }: { shader: CorruptionShader; drops: boolean }): string {
  return `
${randomWgsl}
${shader.wgsl}
fn inputOf(clean: f32, index: u32, pixel: u32) -> f32 {
  let step = stepAndIndices[0];
  let noisy = corrupted(clean, vec2<u32>(numbers.seed, step), index, pixel);
  ${
    drops
      ? `let word = pcg4d(vec4<u32>(numbers.dropSeed, step, index, pixel >> 2u))[pixel & 3u];
  return select(noisy / numbers.keptShare, 0.0, bits24(word) < numbers.droppedBelow);`
      : 'return noisy;'
  }
}`;
}
