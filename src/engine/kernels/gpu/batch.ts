// Registers `AssembleBatch` and `DrawCodeNoise` for WebGL and WebGPU: what is drawn, from which random numbers, and the way for a data set
// that the graphics card cannot hold.
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { isNoisy } from '../../../catalog/corrupt';
import { kindOf } from '../../../catalog/kinds/kind';
import { belowLevel, streams } from '../../../core/random';
import { sampleSize, type Samples } from '../../../core/samples/samples';
import { assembleInputs } from '../../training/batch/batch';
import type { KernelRegistration } from '../kernel-registration';
import {
  AssembleBatch,
  DrawCodeNoise,
  type AssembleBatchAttrs,
  type DrawCodeNoiseAttrs,
} from '../training-kernels';

/** A batch for a shader to assemble. */
export interface Batch<Stored, Shader> extends AssembleBatchAttrs {
  stored: Stored;
  /** Values of a sample. */
  size: number;
  /** Whether values are stored as bytes, not as floats. */
  isBytes: boolean;
  /** Null where the input is the target. */
  corruption: Corruption<Shader> | null;
}

export interface Corruption<Shader> {
  /** Tells its program from the others. */
  key: string;
  shader: Shader;
  /** Null where nothing is dropped. A value is dropped where 24 random bits, from the seed, are below; the rest are divided by their share. */
  dropout: { seed: number; below: number; keptShare: number } | null;
}

interface Batches<Backend, Stored, Shader> {
  /** A corruption without a shader is computed in JavaScript and uploaded. */
  shaders: Readonly<Record<string, Shader>>;
  /** At least the first `count` samples on the card; null where it cannot hold the data set. `rows`: of the batch. */
  store: (backend: Backend, samples: Samples, count: number, rows: number) => Stored | null;
  /** `[target, input]`, or `[target]` without a corruption. */
  assemble: (backend: Backend, batch: Batch<Stored, Shader>) => TensorInfo[];
  /** The `seed` is that of the stream of codes. */
  drawCodes: (backend: Backend, attrs: DrawCodeNoiseAttrs) => TensorInfo;
}

interface CanUpload {
  makeTensorInfo(shape: number[], dtype: DataType, values: Float32Array): TensorInfo;
}

/** Installs both kernels; returns a function that removes them. */
export function registerBatches<Backend extends CanUpload, Stored, Shader>(
  { addKernel }: KernelRegistration<Backend>,
  { shaders, store, assemble, drawCodes }: Batches<Backend, Stored, Shader>,
): () => void {
  const remove = [
    addKernel<object, AssembleBatchAttrs>(
      AssembleBatch,
      ({ attrs, backend }) => {
        const { samples, indices } = attrs;
        let needed = 0;
        for (let row = 0; row < indices.length; row++) needed = Math.max(needed, (indices[row] ?? 0) + 1);
        const stored = store(backend, samples, needed, indices.length);
        if (stored === null) return upload(backend, attrs);
        const isBytes = samples.values instanceof Uint8Array;
        const corruption = corruptionOf(shaders, attrs);
        return assemble(backend, { ...attrs, stored, size: sampleSize(samples.shape), isBytes, corruption });
      },
      shaders,
    ),
    addKernel<object, DrawCodeNoiseAttrs>(DrawCodeNoise, ({ attrs, backend }) =>
      drawCodes(backend, { ...attrs, seed: attrs.seed ^ streams.latent }),
    ),
  ];
  return () => remove.forEach((undo) => undo());
}

function corruptionOf<Shader>(
  shaders: Readonly<Record<string, Shader>>,
  attrs: AssembleBatchAttrs,
): Corruption<Shader> | null {
  const { inputDropout, seed } = attrs;
  const noise = isNoisy(attrs) ? attrs.noise : 'none';
  const drops = inputDropout > 0;
  if (noise === 'none' && !drops) return null;
  const dropout = {
    seed: seed ^ streams.dropout,
    below: belowLevel(inputDropout),
    keptShare: 1 - inputDropout,
  };
  return {
    key: `${noise} ${drops}`,
    shader: kindOf(shaders, noise),
    dropout: drops ? dropout : null,
  };
}

/** Assembles the batch on the CPU, and uploads it. */
function upload(backend: CanUpload, attrs: AssembleBatchAttrs): TensorInfo[] {
  const { samples, indices, step } = attrs;
  const { clean, noisy } = assembleInputs(samples, indices, attrs, step);
  const shape = [indices.length, sampleSize(samples.shape)];
  return (clean === noisy ? [clean] : [clean, noisy]).map((pixels) =>
    backend.makeTensorInfo(shape, 'float32', pixels),
  );
}
