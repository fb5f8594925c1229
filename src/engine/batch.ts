// Batches from bytes: gather, scale and corrupt in one pass over typed arrays. The data set is never a tensor (tfjs-wasm
// would copy all of it out of its heap for every slice).
import { corruptions } from '../catalog/corruptions/registry';
import type { Experiment } from '../core/experiment';
import { sampleSize, valueScale, type Samples } from '../core/samples';

/** `clean` and `noisy`, `[count, sampleSize]` each, pixels in [0, 1]; one and the same array where there is no noise. */
export interface Batch {
  clean: Float32Array;
  noisy: Float32Array;
}

/** Step number under which the noise of test images and drawings is drawn: no training step reaches it. */
export const testNoiseStep = 0xffffffff;

type Noise = Pick<Experiment, 'noise' | 'noiseLevel' | 'seed'>;

/**
 * The samples at `indices`, as the network gets them and as it should rebuild them.
 * @param step the training step, or `testNoiseStep`: with the seed and the place in the data set it fixes the noise
 */
export function assembleBatch(
  samples: Samples,
  indices: ArrayLike<number>,
  noise: Noise,
  step: number,
): Batch {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const clean = new Float32Array(indices.length * size);
  for (let row = 0; row < indices.length; row++) {
    const from = (indices[row] ?? 0) * size;
    for (let i = 0, at = row * size; i < size; i++, at++) clean[at] = (samples.values[from + i] ?? 0) * scale;
  }
  return { clean, noisy: corrupt(clean, samples.shape, indices, noise, step) };
}

/** The noisy copy of `clean` `[indices.length, sampleSize]`, or `clean` itself where there is no noise. */
export function corrupt(
  clean: Float32Array,
  shape: Samples['shape'],
  indices: ArrayLike<number>,
  { noise, noiseLevel, seed }: Noise,
  step: number,
): Float32Array {
  if (!isNoisy({ noise, noiseLevel })) return clean;
  const size = sampleSize(shape);
  const noisy = new Float32Array(clean.length);
  for (let row = 0; row < indices.length; row++) {
    const place = { seed, step, sample: indices[row] ?? 0 };
    corruptions[noise].apply(clean, noisy, row * size, shape, noiseLevel, place);
  }
  return noisy;
}

/** Whether the input differs from the target at all. */
export function isNoisy({ noise, noiseLevel }: Pick<Experiment, 'noise' | 'noiseLevel'>): boolean {
  return noise !== 'none' && noiseLevel > 0;
}
