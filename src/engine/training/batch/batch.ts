// Batches from bytes: gather, scale and corrupt in one pass over typed arrays. The data set is never a tensor (tfjs-wasm
// would copy all of it out of its heap for every slice).
import { corrupt, missingPixels, type Noise } from '../../../catalog/corrupt';
import type { Experiment } from '../../../core/experiment/experiment';
import { pcg4d, standardNormal, streams, unitInterval, words } from '../../../core/random';
import { usesMasks, withMaskChannel } from '../../../core/inpainting/mask-input';
import { sampleSize, valueScale, type SampleShape, type Samples } from '../../../core/samples/samples';

/** `clean` and `noisy`, `[count, sampleSize]` each; the same array without noise. */
export interface Batch {
  clean: Float32Array;
  noisy: Float32Array;
  /** Which pixels the noise removed, `[count, pixels]`; null where it removes none, or the experiment has no use for it. */
  masks: Uint8Array | null;
}

/** The noise, and what the experiment does with its masks. */
export type BatchNoise = Noise & Partial<Pick<Experiment, 'maskInput' | 'lossOn'>>;

/** What the network reads: the noisy samples, with the masks as one more channel where the experiment gives them to it. */
export function networkInput(
  { noisy, masks }: Pick<Batch, 'noisy' | 'masks'>,
  { maskInput }: Pick<Experiment, 'maskInput'>,
  shape: SampleShape,
): Float32Array {
  return maskInput === 'on' ? withMaskChannel(noisy, masks, shape) : noisy;
}

/**
 * Assembles the samples at `indices`, as input and as target.
 * @param step the training step, or `testNoiseStep`; together with the seed and the sample index it fixes the noise
 */
export function assembleBatch(
  samples: Samples,
  indices: ArrayLike<number>,
  noise: BatchNoise,
  step: number,
): Batch {
  const size = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const clean = new Float32Array(indices.length * size);
  for (let row = 0; row < indices.length; row++) {
    const from = (indices[row] ?? 0) * size;
    for (let i = 0, at = row * size; i < size; i++, at++) clean[at] = (samples.values[from + i] ?? 0) * scale;
  }
  return corruptedBatch(clean, samples.shape, indices, noise, step);
}

/** Clean samples `[indices.length, sampleSize]` as input and as target; the other parameters are those of `assembleBatch`. */
export function corruptedBatch(
  clean: Float32Array,
  shape: SampleShape,
  indices: ArrayLike<number>,
  noise: BatchNoise,
  step: number,
): Batch {
  return {
    clean,
    noisy: corrupt(clean, shape, indices, noise, step),
    masks: usesMasks(noise) ? missingPixels(shape, indices, noise, step) : null,
  };
}

/** Assembles the samples at `indices` for one training step: corrupted, then with input dropout. */
export function assembleInputs(
  samples: Samples,
  indices: ArrayLike<number>,
  settings: BatchNoise & Pick<Experiment, 'inputDropout'>,
  step: number,
): Batch {
  const { clean, noisy, masks } = assembleBatch(samples, indices, settings, step);
  return { clean, noisy: dropInputs(clean, noisy, indices, settings, step), masks };
}

/** Standard normal noise, `[indices.length, codeSize]`, the same for the same sample and step. */
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

/** Inverted dropout (Srivastava et al. 2014, section 10): the remaining inputs are scaled up to preserve the mean. */
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
      // one hash yields four words, one for each of four inputs
      if (i % 4 === 0) pcg4d(seed ^ streams.dropout, step, indices[row] ?? 0, i / 4);
      const isKept = unitInterval(words[i % 4] ?? 0) >= inputDropout;
      const at = row * size + i;
      dropped[at] = isKept ? (noisy[at] ?? 0) / (1 - inputDropout) : 0;
    }
  }
  return dropped;
}
