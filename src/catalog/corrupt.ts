// Corrupts samples as an experiment asks. The engine and the analysis both use this, so PCA gets the very inputs that the
// network gets.
import type { Experiment } from '../core/experiment/experiment';
import { pixelCount } from '../core/inpainting/mask';
import { sampleSize, type SampleShape } from '../core/samples/samples';
import { kindOf } from './kinds/kind';
import type { Corruption } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';

/** The settings that fix the noise. */
export type Noise = Pick<Experiment, 'noise' | 'noiseLevel' | 'seed'>;

/** Step number under which the noise of test images and drawings is drawn: no training step reaches it. */
export const testNoiseStep = 0xffffffff;

/** Whether the input differs from the target at all. */
export function isNoisy({ noise, noiseLevel }: Pick<Noise, 'noise' | 'noiseLevel'>): boolean {
  return noise !== 'none' && noiseLevel > 0;
}

/**
 * The noisy copy of `clean` `[indices.length, sampleSize]`, or `clean` itself where there is no noise.
 * @param indices of the samples within their data set
 * @param step the training step, or `testNoiseStep`
 */
export function corrupt(
  clean: Float32Array,
  shape: SampleShape,
  indices: ArrayLike<number>,
  { noise, noiseLevel, seed }: Noise,
  step: number,
): Float32Array {
  if (!isNoisy({ noise, noiseLevel })) return clean;
  const size = sampleSize(shape);
  const corruption = kindOf(corruptions, noise);
  const noisy = new Float32Array(clean.length);
  for (let row = 0; row < indices.length; row++) {
    const place = { seed, step, sample: indices[row] ?? 0 };
    corruption.apply(clean, noisy, row * size, shape, noiseLevel, place);
  }
  return noisy;
}

/**
 * The pixels that `corrupt` removes with the same arguments, `[indices.length, pixels]`; null where there is no noise, or its
 * kind removes none.
 */
export function missingPixels(
  shape: SampleShape,
  indices: ArrayLike<number>,
  { noise, noiseLevel, seed }: Noise,
  step: number,
): Uint8Array | null {
  const corruption: Corruption = kindOf(corruptions, noise);
  if (!corruption.mask || !isNoisy({ noise, noiseLevel })) return null;
  const pixels = pixelCount(shape);
  const masks = new Uint8Array(indices.length * pixels);
  for (let row = 0; row < indices.length; row++) {
    const mask = masks.subarray(row * pixels, (row + 1) * pixels);
    corruption.mask(mask, shape, noiseLevel, { seed, step, sample: indices[row] ?? 0 });
  }
  return masks;
}
