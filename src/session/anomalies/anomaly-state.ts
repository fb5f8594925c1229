// What the anomaly workspace knows. Plain data: the panel draws it, `anomalies.ts` changes it.
import type { Missing } from '../../core/anomaly/missing';
import type { ClassScores, Detection, Estimate, Histogram, Rates } from '../../core/anomaly/curves/detection';
import { firstPercentile, type AnomalyPresetId } from '../../core/anomaly/presets';
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { TrainedOn } from '../../core/experiment/trained-on';
import type { Stamp } from '../../core/run/stamp';
import { idle, type TaskState } from '../tasks/task';

/** The network's scores under one set of weights, those of its stamp. Row `i` of `test` is test sample `i`. */
export interface NetworkScores extends Stamp {
  readonly kind: ScoreKind;
  readonly trainedOn: TrainedOn;
  readonly codeSize: number;
  readonly test: Float32Array;
  /** Classes of the test samples, `[n]`; all 0 without labels. */
  readonly labels: Uint16Array;
  /** Of held-out samples of the classes trained on; null where none are held out. */
  readonly validation: Float32Array | null;
  /** Of all training samples, in order; null unless they were cut from recordings. */
  readonly training: Float32Array | null;
  /** Indices of the test samples, the most anomalous first. */
  readonly ranked: Uint32Array;
}

/** What judges the same test samples without a network. */
export const baselineIds = ['nearest', 'pca', 'mean-image'] as const;
export type BaselineId = (typeof baselineIds)[number];

/** Fitted to what the network trains on. */
export interface BaselineScores {
  readonly trainedOn: TrainedOn;
  /** Of the test samples, `[n]`: squared distance per number. */
  readonly test: Float32Array;
  /** Components of PCA, which is asked for as many as the network's code has; null for the others. */
  readonly components: number | null;
  /** Null where there are no anomalies, or no normal samples. */
  readonly auroc: Estimate | null;
}

export interface Baselines extends TaskState {
  readonly scores: Readonly<Record<BaselineId, BaselineScores | null>>;
}

/** Where samples that are not of the test set come from. */
export type CandidateOrigin =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'test'; readonly index: number };

/** One sample, and what the network makes of it. `[sampleSize]` each, in [0, 1]. */
export interface Candidate extends Stamp {
  readonly origin: CandidateOrigin;
  readonly sample: Float32Array;
  readonly reconstruction: Float32Array;
  /** Of the score chosen; null where the scores of the code have not been computed. */
  readonly score: number | null;
  /** Share of the held-out normal samples (of the normal test samples without them) that score lower, in [0, 1]. */
  readonly rank: number | null;
  /** Error map: reconstruction minus sample, on the scale that all maps share. */
  readonly error: Float32Array;
}

/** Test samples, and what the network makes of them: for galleries and error maps. `[n, sampleSize]` each. */
export interface Examples extends Stamp {
  readonly indices: Uint32Array;
  readonly samples: Float32Array;
  readonly reconstructions: Float32Array;
  /** Reconstruction minus sample, on one scale for all. */
  readonly errors: Float32Array;
}

/** Anomalies that are not in the test set: another data set of samples of the same shape, or uniform noise. */
export type OtherSource = DatasetId | 'noise';

/** Samples of another source against the normal test samples. */
export interface OtherScores extends Stamp {
  readonly source: OtherSource;
  readonly kind: ScoreKind;
  readonly scores: Float32Array;
  readonly auroc: Estimate | null;
  readonly averagePrecision: Estimate | null;
  /** Share that is flagged at the threshold; null without one. */
  readonly flaggedShare: number | null;
  /** The same samples by the baselines. */
  readonly baselines: Readonly<Record<BaselineId, number | null>>;
}

export interface OtherState extends TaskState {
  /** Null where the samples have another shape, named below. */
  readonly scores: OtherScores | null;
  readonly otherShape: readonly number[] | null;
}

/** AUROC of the network trained on normal samples with codes of these sizes, and of PCA's with as many components. */
export interface CodeSizePoint {
  readonly codeSize: number;
  /** Null until it is trained. */
  readonly network: number | null;
  /** Null until it is fitted. */
  readonly pca: number | null;
}

export interface CodeSizeState extends TaskState {
  /** What the points are of; null before the first. */
  readonly of: { readonly trainedOn: TrainedOn; readonly score: ScoreKind; readonly steps: number } | null;
  /** By rising size. */
  readonly points: readonly CodeSizePoint[];
}

export type ThresholdOrigin = 'percentile' | 'chosen';

export interface AnomaliesState {
  /** Classes that count as normal, rising; empty: all of them, as always without labels. */
  readonly normalClasses: readonly number[];
  readonly score: ScoreKind;
  /** Of the held-out normal scores, in (0, 100). */
  readonly percentile: number;
  /** A sample is flagged when its score exceeds this. Null: neither held-out samples nor a chosen value. */
  readonly threshold: number | null;
  readonly thresholdOrigin: ThresholdOrigin;
  /** Why a number below is null, the most important first. */
  readonly missing: readonly Missing[];
  /** Whether test sample `i` counts as normal, `[n]` of 0 and 1; null before the scores. */
  readonly isNormal: Uint8Array | null;
  readonly network: NetworkScores | null;
  /** Null where there are no anomalies or no normal samples in the test set. */
  readonly detection: Detection | null;
  /** Null without a threshold. */
  readonly rates: Rates | null;
  readonly histogram: Histogram | null;
  readonly byClass: readonly ClassScores[];
  /** How far the network's scores are. */
  readonly scoring: TaskState;
  readonly baselines: Baselines;
  readonly candidate: Candidate | null;
  readonly other: OtherState;
  readonly codeSizes: CodeSizeState;
  /** What "Train on normal" trains, until it pauses; null when it does not. */
  readonly training: { readonly preset: AnomalyPresetId; readonly epochs: number | null } | null;
}

export const firstAnomalies = {
  normalClasses: [],
  score: 'mse',
  percentile: firstPercentile,
  threshold: null,
  thresholdOrigin: 'percentile',
  missing: [{ code: 'anomaly.no-network' }],
  isNormal: null,
  network: null,
  detection: null,
  rates: null,
  histogram: null,
  byClass: [],
  scoring: idle,
  baselines: { ...idle, scores: { nearest: null, pca: null, 'mean-image': null } },
  candidate: null,
  other: { ...idle, scores: null, otherShape: null },
  codeSizes: { ...idle, of: null, points: [] },
  training: null,
} as const satisfies AnomaliesState;
