// The trial of compared runs: all of them, and PCA beside them, are given the same inputs and asked for as many samples. Each
// answer names its step; answers to other inputs are never shown side by side.
import type { Noise } from '../../../catalog/corrupt';
import { corruptions } from '../../../catalog/corruptions/registry';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import type { RunId, Stamp } from '../../../core/run/stamp';
import { isSameImages, type Comparison } from '../comparison';
import { ofFamily } from '../families';

/** Which of the two inputs the pictures are made from. The errors are measured on both. */
export type InputKind = 'clean' | 'noisy';

/** A corruption that changes the image. */
export type NoiseId = Exclude<keyof typeof corruptions, 'none'>;

export const noiseIds = Object.keys(corruptions).filter((id): id is NoiseId => id !== 'none');

/** Mean squared errors per pixel against the clean images, for either input. */
export type InputErrors = Readonly<Record<InputKind, number>>;

/** The test images that the errors are measured on: the first of the set, clean and noisy. */
export interface MeasuredImages {
  readonly dataset: DatasetId;
  readonly noise: Noise;
  readonly count: number;
  /** `[count, sampleSize]` each, pixels in [0, 1]. */
  readonly clean: Float32Array;
  readonly noisy: Float32Array;
  /** The error of returning the noisy input unchanged. */
  readonly noisyMse: number;
}

/** What a run made of the pictured images. */
export interface Pictured extends Stamp {
  /** Test images, `[n]`. */
  readonly indices: Uint32Array;
  /** What their input was; null: clean. */
  readonly noise: Noise | null;
  /** `[n, sampleSize]` */
  readonly images: Float32Array;
}

/** Its errors on the measured images, all under the weights of one step. */
export interface MeasuredRun extends Stamp {
  readonly of: MeasuredImages;
  readonly mse: InputErrors;
}

export interface SampledRun extends Stamp {
  readonly seed: number;
  /** `[samples, sampleSize]` */
  readonly images: Float32Array;
  /** Training images that the Gaussian was fitted to; 0 for the prior N(0, I). */
  readonly fittedTo: number;
}

/** What a run has answered last. */
export interface RunAnswers {
  readonly pictured: Pictured | null;
  readonly measured: MeasuredRun | null;
  readonly sampled: SampledRun | null;
}

/** The errors of a linear method on the measured images. */
export interface MeasuredLinear {
  readonly of: MeasuredImages;
  readonly codeSize: number;
  readonly mse: InputErrors;
}

export interface Trial {
  readonly shown: InputKind;
  /** Null: as the denoising run trains. */
  readonly noise: NoiseId | null;
  /** Of the samples. */
  readonly seed: number;
  readonly images: MeasuredImages | null;
  readonly answers: Readonly<Record<RunId, RunAnswers>>;
  readonly pca: MeasuredLinear | null;
  /** The best linear denoiser for the noise of the trial. */
  readonly denoiser: MeasuredLinear | null;
}

export const noAnswers: RunAnswers = { pictured: null, measured: null, sampled: null };

export const firstTrial: Trial = {
  shown: 'clean',
  noise: null,
  seed: 1,
  images: null,
  answers: {},
  pca: null,
  denoiser: null,
};

/** Test images that the errors are measured on, where there are as many. */
export const measuredCount = 1000;

/** Samples of each. */
export const sampleCount = 5;

/** Training images whose codes a Gaussian is fitted to. */
export const fittedCount = 5000;

/** The noise of the trial; null before there are runs. The kind is chosen; level and seed are those the runs share. */
export function trialNoise({ runs }: Pick<Comparison, 'runs'>, chosen: NoiseId | null): Noise | null {
  const experiment = (ofFamily(runs, 'denoising') ?? runs[0])?.run.experiment;
  if (!experiment) return null;
  const { noise, noiseLevel, seed } = experiment;
  return { noise: chosen ?? (noise === 'none' ? 'gaussian' : noise), noiseLevel, seed };
}

/** The noise of the pictures; null: they are made from clean images. */
export function picturedNoise({ shown, noise }: Trial, comparison: Pick<Comparison, 'runs'>): Noise | null {
  return shown === 'clean' ? null : trialNoise(comparison, noise);
}

/** Whether two noises are the same numbers; null is no noise. */
export function isSameNoise(a: Noise | null, b: Noise | null): boolean {
  if (a === null || b === null) return a === b;
  return a.noise === b.noise && a.noiseLevel === b.noiseLevel && a.seed === b.seed;
}

/** The measured images, or null where they belong to another noise or data set than the runs have now. */
export function imagesOf(
  { images, noise }: Trial,
  comparison: Pick<Comparison, 'runs'>,
): MeasuredImages | null {
  const wanted = trialNoise(comparison, noise);
  const dataset = comparison.runs[0]?.run.experiment.dataset;
  return images && wanted && images.dataset === dataset && isSameNoise(images.noise, wanted) ? images : null;
}

/** What a run made of these test images with this noise; null where it has only answered for others. */
export function picturesOf(
  answers: RunAnswers | undefined,
  indices: Uint32Array,
  noise: Noise | null,
): Float32Array | null {
  const pictured = answers?.pictured ?? null;
  const fits = pictured && isSameImages(pictured.indices, indices) && isSameNoise(pictured.noise, noise);
  return fits ? pictured.images : null;
}

/** A run's errors on these images; null where it has not been measured on them. */
export function errorsOn(images: MeasuredImages | null, answers: RunAnswers | undefined): MeasuredRun | null {
  const measured = answers?.measured ?? null;
  return measured !== null && measured.of === images ? measured : null;
}
