// The scores of a network by which a sample can be called an anomaly. Whatever the score, higher is more anomalous.
import type { Experiment } from '../experiment/experiment';

const scoreKinds = [
  /** Mean squared error per number of the sample, reconstruction against sample. */
  'mse',
  /** Squared error as a share of the sample's own variance: bold and thin strokes count alike. */
  'unexplained',
  /** Binary cross-entropy per number, nats. */
  'bce',
  /** Mean squared error of the worst 5 % of the numbers. */
  'worst-pixels',
  /** Reconstruction plus KL divergence of a Gaussian code, nats: minus the evidence lower bound, by the mean code. */
  'negative-elbo',
  /** Minus the mean log-likelihood over draws of the code (An & Cho 2015, "reconstruction probability"), nats. */
  'reconstruction-probability',
  /** Mahalanobis distance of the code to the codes of the samples trained on. */
  'mahalanobis',
  /** Euclidean distance of the code to the nearest code of a sample trained on. */
  'nearest-code',
  /** The same between directions: codes whitened by those trained on, and scaled to unit length (after Sun et al. 2022). */
  'nearest-direction',
] as const;

export type ScoreKind = (typeof scoreKinds)[number];
export type CodeScore = Extract<ScoreKind, 'mahalanobis' | 'nearest-code' | 'nearest-direction'>;

/** Share of the numbers that `worst-pixels` averages. */
export const worstShare = 0.05;
/** Added to a sample's own variance for `unexplained`, so that an even sample does not divide by 0; values are in [0, 1]. */
export const varianceFloor = 0.01;
/** Draws of the code for `reconstruction-probability`. */
export const probabilityDraws = 10;

/** The scores that a network of these settings has. */
export function scoreKindsOf({
  codeKind,
  outputActivation,
}: Pick<Experiment, 'codeKind' | 'outputActivation'>): ScoreKind[] {
  return scoreKinds.filter((kind) => {
    if (kind === 'negative-elbo' || kind === 'reconstruction-probability') return codeKind === 'gaussian';
    return kind !== 'bce' || outputActivation === 'sigmoid';
  });
}

/** Whether a score is of the code, not of the reconstruction: it needs the codes of the samples trained on. */
export function isCodeScore(kind: ScoreKind): kind is CodeScore {
  return kind === 'mahalanobis' || kind === 'nearest-code' || kind === 'nearest-direction';
}
