// How the page asks a network for anomaly scores. Sets are scored in chunks while training goes on, under a copy of the weights
// of one step; a drawing or a command comes between two chunks.
import type { ScoreKind } from '../anomaly/score-kind';
import type { RunId, Stamp } from '../run/stamp';

/** Scores of samples, `[n]`; of a score of the code only the codes, `[n, codeSize]`, for whoever knows the other codes. */
export type Judged = { scores: Float32Array } | { codes: Float32Array };

/** All test samples, and what a threshold and a score of the code need. */
export interface ScoredSets extends Stamp {
  kind: ScoreKind;
  codeSize: number;
  test: Judged;
  /** Classes of the test samples, `[n]`. */
  labels: Uint16Array;
  /** Held-out samples of the classes that are trained on, at most 2,000; null where none are held out. */
  validation: Judged | null;
  /** Codes of all samples that are trained on; null unless the score is of the code. */
  train: Float32Array | null;
  /** All training samples, in order; null unless they were cut from recordings, along which they are drawn. */
  training: Judged | null;
}

/** Given samples, and what the network makes of them, `[n, sampleSize]`. */
export interface ScoredSamples extends Stamp {
  kind: ScoreKind;
  codeSize: number;
  judged: Judged;
  reconstructions: Float32Array;
}

export interface ScoringApi {
  /**
   * Scores the test set, clean, and held-out samples. A later call for the same run ends an earlier one.
   * @param onShare told the completed share, in [0, 1]
   * @returns null before all data has arrived, when cancelled or overtaken, when there is no such run, or when its network was
   * resized meanwhile
   */
  scoreSets(runId: RunId, kind: ScoreKind, onShare: (share: number) => void): Promise<ScoredSets | null>;
  /** Scores samples `[n, sampleSize]`, pixels in [0, 1]; null where their size is not the network's, and as in `scoreSets`. */
  scoreSamples(runId: RunId, kind: ScoreKind, samples: Float32Array): Promise<ScoredSamples | null>;
  /** Ends `scoreSets`, which then answers null. */
  cancelScores(): void;
}
