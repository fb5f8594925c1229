// The rivals of a network at cleaning sound: none of them has a network, and all but PCA are told the noise.
import type { AnalysisProgress } from '../../core/analysis-api';
import { pause } from '../../core/browser/pause';
import type { CleanedByRivals, CleaningQuestion } from '../../core/sound/cleaning-api';
import { noiseProfile } from './noise-profile';
import { spectralGate } from './spectral-gate';
import { wienerFilter } from './wiener-filter';
import { cleanedByLinearMap, cleanedByPca, type WindowModel } from './window-methods';

/**
 * Null when cancelled.
 * @param model null: without the methods of windows
 */
export async function cleanedByRivals(
  { noisy, noise, codeSize }: Omit<CleaningQuestion, 'windows'>,
  model: WindowModel | null,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<CleanedByRivals | null> {
  const profile = noiseProfile(noise);
  const methods = {
    gate: () => spectralGate(noisy, profile),
    wiener: () => wienerFilter(noisy, profile),
    pca: () => model && cleanedByPca(noisy, model, codeSize),
    linear: () => model && cleanedByLinearMap(noisy, model, noise),
  };
  const entries = Object.entries(methods);
  const answers: Partial<Record<string, Float32Array | null>> = {};
  for (const [place, [id, clean]] of entries.entries()) {
    onProgress({ message: { code: 'sound.cleaning' }, share: place / entries.length });
    await pause();
    if (isCancelled()) return null;
    answers[id] = clean();
  }
  return answers as { [Id in keyof typeof methods]: ReturnType<(typeof methods)[Id]> };
}
