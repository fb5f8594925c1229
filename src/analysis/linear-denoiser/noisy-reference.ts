// What linear methods make of the noisy test images that the network gets: PCA, fitted to clean images, and the best linear
// denoiser for that noise.
import { momentsOf } from '../../catalog/corruptions/moments/noise-moments';
import type { AnalysisProgress, NoisyInputs, NoisyReference, PcaModel } from '../../core/analysis-api';
import { sampleSize, type Samples } from '../../core/samples/samples';
import { pause } from '../../core/browser/pause';
import { longestExactSample } from '../pca/pca';
import { drawnMoments, expectedMoments } from './joint-moments';
import { errorsOfMap, fitDenoiser } from './linear-denoiser';
import { pcaErrorsUnderNoise } from './projected-noise';

/** Progress at the end of each part, from timings on MNIST. */
const parts = { train: 0.3, solved: 0.75, test: 0.92 } as const;

interface NoisyReferenceData {
  readonly train: Samples;
  /** Indices of the training images that are trained on; null for all. */
  readonly picked: Uint32Array | null;
  readonly test: Samples;
  /** Of the same training images. */
  readonly pca: Pick<PcaModel, 'mean' | 'components'>;
}

/** Null when cancelled. */
export async function noisyReference(
  inputs: NoisyInputs,
  known: NoisyReferenceData,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<NoisyReference | null> {
  const isLong = sampleSize(known.train.shape) > longestExactSample;
  return (isLong ? pcaAlone : pcaAndDenoiser)(inputs, known, onProgress, isCancelled);
}

/** A denoiser would need the covariance of every pair of numbers, as PCA of short samples does. */
async function pcaAlone(
  ...[inputs, { test, pca }, onProgress, isCancelled]: Parameters<typeof noisyReference>
): Promise<NoisyReference | null> {
  const tell = (share: number) => onProgress({ message: { code: 'noise.measuring' }, share });
  tell(0);
  const pcaTestMse = await pcaErrorsUnderNoise(test, inputs, pca, tell, isCancelled);
  return pcaTestMse && { inputs, pcaTestMse, denoiser: null, noDenoiser: 'long-samples' };
}

async function pcaAndDenoiser(
  ...[inputs, { train, picked, test, pca }, onProgress, isCancelled]: Parameters<typeof noisyReference>
): Promise<NoisyReference | null> {
  const noise = momentsOf(inputs.noise, train.shape);
  let fitted: Awaited<ReturnType<typeof fitDenoiser>> | null = null;
  if (noise) {
    const joint = await run(expectedMoments(train, inputs.noiseLevel, noise, picked), isCancelled, (share) =>
      onProgress({ message: { code: 'noise.summing', split: 'train' }, share: share * parts.train }),
    );
    if (joint === null) return null;
    onProgress({ message: { code: 'noise.solving', size: sampleSize(train.shape) }, share: parts.train });
    await pause();
    fitted = await fitDenoiser(joint);
    if (isCancelled()) return null;
  }
  const drawn = await run(drawnMoments(test, inputs), isCancelled, (share) =>
    onProgress({
      message: { code: 'noise.summing', split: 'test' },
      share: parts.solved + share * (parts.test - parts.solved),
    }),
  );
  if (drawn === null) return null;
  onProgress({ message: { code: 'noise.measuring' }, share: parts.test });
  await pause();
  const components = Float64Array.from(pca.components);
  const ofPca = { inputMean: pca.mean, mean: pca.mean, encoder: components, decoder: components };
  return {
    inputs,
    pcaTestMse: errorsOfMap(ofPca, drawn),
    noDenoiser: fitted === null ? 'unknown-moments' : null,
    denoiser: fitted && {
      inputMean: Float32Array.from(fitted.inputMean),
      mean: Float32Array.from(fitted.mean),
      encoder: Float32Array.from(fitted.encoder),
      decoder: Float32Array.from(fitted.decoder),
      trainMse: fitted.trainMse,
      testMse: errorsOfMap(fitted, drawn),
    },
  };
}

/** Runs work to its end with pauses between its pieces; null when cancelled. */
async function run<T>(
  work: Generator<number, T, void>,
  isCancelled: () => boolean,
  onShare: (share: number) => void,
): Promise<T | null> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    onShare(value);
    await pause();
    if (isCancelled()) return null;
  }
}
