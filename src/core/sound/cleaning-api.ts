// What the page asks the analysis worker about sound (the rest of that conversation: core/analysis-api.ts): what methods without a
// network make of a noisy recording.
import type { AnalysisProgress } from '../analysis-api';
import type { TrainedOn } from '../experiment/trained-on';

/**
 * - `pca`: raw windows of 512 points projected on as many components as the network's code has numbers
 * - `linear`: the best linear map of raw windows
 * - `gate`: a spectral gate with a noise profile
 * - `wiener`: the decision-directed Wiener filter
 */
export const soundRivalIds = ['pca', 'linear', 'gate', 'wiener'] as const;
export type SoundRivalId = (typeof soundRivalIds)[number];

export interface CleaningQuestion {
  /** `[points]`, 8 kHz, in [-1, 1] */
  readonly noisy: Float32Array;
  /** Noise alone, of any length: all but PCA are told it, which a network is not. */
  readonly noise: Float32Array;
  /** Raw windows of clean sound, such as `allOf('piano')`, for `pca` and `linear`; null leaves these two out. */
  readonly windows: TrainedOn | null;
  /** Components that PCA keeps. */
  readonly codeSize: number;
}

/** Each as long as the noisy recording. `pca` and `linear` are null where their samples are not windows of 512 points. */
export interface CleanedByRivals {
  readonly pca: Float32Array | null;
  readonly linear: Float32Array | null;
  readonly gate: Float32Array;
  readonly wiener: Float32Array;
}

/** The worker's side (called through comlink). */
export interface CleaningApi {
  /** The first question about a data set fits PCA to it, which takes seconds. Null when cancelled (`cancel('sound')`) or overtaken. */
  cleanSound(
    question: CleaningQuestion,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<CleanedByRivals | null>;
}
