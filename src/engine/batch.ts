// Batches from bytes: gather, scale and corrupt in one pass over typed arrays. The data set is never a tensor (tfjs-wasm
// would copy all of it out of its heap for every slice).
import { corruptions } from '../catalog/corruptions/registry';
import type { Experiment } from '../core/experiment';
import { pcg4d, standardNormal, streams, unitInterval, words } from '../core/random';
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

/** The samples at `indices` for one training step: noisy, then with input dropout. */
export function assembleInputs(
  samples: Samples,
  indices: ArrayLike<number>,
  settings: Noise & Pick<Experiment, 'inputDropout'>,
  step: number,
): Batch {
  const { clean, noisy } = assembleBatch(samples, indices, settings, step);
  return { clean, noisy: dropInputs(clean, noisy, indices, settings, step) };
}

/** Standard normal numbers, `[indices.length, codeSize]`: the same for the same sample at the same step. */
export function drawCodeNoise(
  indices: ArrayLike<number>,
  { seed, codeSize }: Pick<Experiment, 'seed' | 'codeSize'>,
  step: number,
): Float32Array {
  const noise = new Float32Array(indices.length * codeSize);
  for (let i = 0; i < noise.length; i++) {
    pcg4d(seed ^ streams.latent, step, indices[Math.floor(i / codeSize)] ?? 0, i % codeSize);
    noise[i] = standardNormal(words[0] ?? 0, words[1] ?? 0);
  }
  return noise;
}

/** Inverted dropout (Srivastava et al. 2014, section 10): what is kept is scaled up, so that the mean stays. */
function dropInputs(
  clean: Float32Array,
  noisy: Float32Array,
  indices: ArrayLike<number>,
  { seed, inputDropout }: Pick<Experiment, 'seed' | 'inputDropout'>,
  step: number,
): Float32Array {
  if (inputDropout === 0) return noisy;
  const size = noisy.length / indices.length;
  const dropped = noisy === clean ? new Float32Array(noisy.length) : noisy;
  for (let row = 0; row < indices.length; row++) {
    for (let i = 0; i < size; i++) {
      // one hash gives four words, good for four inputs
      if (i % 4 === 0) pcg4d(seed ^ streams.dropout, step, indices[row] ?? 0, i / 4);
      const isKept = unitInterval(words[i % 4] ?? 0) >= inputDropout;
      const at = row * size + i;
      dropped[at] = isKept ? (noisy[at] ?? 0) / (1 - inputDropout) : 0;
    }
  }
  return dropped;
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
