// `AssembleBatch` and `DrawCodeNoise`: makes batches on the GPU. A step uploads the indices of its samples and its own number.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { registerBatches, type Batch, type Corruption } from '../../gpu/batch';
import { AssembleBatch, DrawCodeNoise, type DrawCodeNoiseAttrs } from '../../training-kernels';
import { changingBuffer, dispatch, eachNumber, groupsOver, type OwnBuffer } from '../dispatch';
import { webgpuRegistration } from '../kernel-registration';
import { corruptionShaders, type CorruptionShader } from './corruption-shaders';
import { randomWgsl } from './random-wgsl';
import { sampleBuffer } from './sample-buffer';

/** Installs both kernels; returns a function that removes them. */
export function installBatch(): () => void {
  return registerBatches(webgpuRegistration, {
    shaders: corruptionShaders,
    store: sampleBuffer,
    assemble,
    drawCodes,
  });
}

function assemble(backend: WebGPUBackend, batch: Batch<GPUBuffer, CorruptionShader>): TensorInfo[] {
  const { samples, indices, size, isBytes, corruption } = batch;
  const count = indices.length;
  const target = backend.makeTensorInfo([count, size], 'float32');
  const input = corruption && backend.makeTensorInfo([count, size], 'float32');
  dispatch(backend, {
    key: `${AssembleBatch} ${isBytes} ${corruption?.key ?? ''}`,
    source: () => batchSource(isBytes, corruption),
    reads: {
      stored: { buffer: batch.stored, type: isBytes ? 'u32' : 'f32' },
      stepAndIndices: stepAndIndices(backend, batch.step, indices),
    },
    writes: { target_: target, ...(input && { input }) },
    numbers: {
      total: ['u32', count * size],
      size: ['u32', size],
      ...(corruption && {
        seed: ['u32', batch.seed],
        ...corruption.shader.numbers(batch.noiseLevel, samples.shape),
        ...(corruption.dropout && {
          dropSeed: ['u32', corruption.dropout.seed],
          droppedBelow: ['u32', corruption.dropout.below],
          keptShare: ['f32', corruption.dropout.keptShare],
        }),
      }),
    },
    groups: groupsOver(count * size),
  });
  return input ? [target, input] : [target];
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
    numbers: { total: ['u32', total], size: ['u32', codeSize], seed: ['u32', seed] },
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

function batchSource(isBytes: boolean, corruption: Corruption<CorruptionShader> | null): string {
  const value = isBytes ? 'f32((stored[at >> 2u] >> (8u * (at & 3u))) & 0xffu) / 255.0' : 'stored[at]';
  return `
${corruption ? corruptionSource(corruption) : ''}
${eachNumber(`
    let pixel = i % numbers.size;
    let index = stepAndIndices[1u + i / numbers.size];
    let at = index * numbers.size + pixel;
    let clean = ${value};
    target_[i] = clean;
    ${corruption ? 'input[i] = inputOf(clean, index, pixel);' : ''}`)}`;
}

/** `inputOf()`: the network's input for a pixel, with corruption and input dropout. */
function corruptionSource({ shader, dropout }: Corruption<CorruptionShader>): string {
  return `
${randomWgsl}
${shader.wgsl}
fn inputOf(clean: f32, index: u32, pixel: u32) -> f32 {
  let step = stepAndIndices[0];
  let noisy = corrupted(clean, vec2<u32>(numbers.seed, step), index, pixel);
  ${
    dropout
      ? `let word = pcg4d(vec4<u32>(numbers.dropSeed, step, index, pixel >> 2u))[pixel & 3u];
  return select(noisy / numbers.keptShare, 0.0, bits24(word) < numbers.droppedBelow);`
      : 'return noisy;'
  }
}`;
}
