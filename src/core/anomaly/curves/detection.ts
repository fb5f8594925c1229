// How well scores tell anomalies (the positives) from normal samples. Higher scores are more anomalous. Types; what computes them
// stands beside.

/** A number measured on the test set, and its 95 % interval by the bootstrap. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Points of a curve in order, `[n]` each; thinned for drawing, with both ends. */
export interface Curve {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** A sample is flagged at a point when its score exceeds this. */
  readonly thresholds: Float32Array;
}

export interface Detection {
  readonly normalCount: number;
  readonly anomalousCount: number;
  /** The chance that an anomaly scores higher than a normal sample; a tie counts half. 0.5 for a constant score. */
  readonly auroc: Estimate;
  /** Sum of precision times rise in recall, over distinct scores. The share of anomalies for a constant score. */
  readonly averagePrecision: Estimate;
  /** False positive rate, true positive rate. */
  readonly roc: Curve;
  /** Recall, precision. */
  readonly precisionRecall: Curve;
}

/** Test samples by what they are and whether they are flagged: their score exceeds the threshold. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Shares in [0, 1]; null where the denominator is 0. */
export interface Rates extends Confusion {
  /** Recall: flagged anomalies of all anomalies. */
  readonly truePositiveRate: number | null;
  readonly falsePositiveRate: number | null;
  readonly precision: number | null;
  readonly f1: number | null;
}

/** Counts of scores in bins of equal width between `from` and `to`; the last bin holds its upper edge, and what lies outside falls into the first or last. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly normal: Uint32Array;
  readonly anomalous: Uint32Array;
  /** Of the held-out normal samples; null where there are none. */
  readonly validation: Uint32Array | null;
}

/** The scores of the test samples of one class. */
export interface ClassScores {
  readonly label: number;
  readonly isNormal: boolean;
  readonly count: number;
  readonly meanScore: number;
  /** Against the normal test samples; null for a normal class, and without normal samples. */
  readonly auroc: number | null;
  /** Share of the class that is flagged; null without a threshold. */
  readonly flaggedShare: number | null;
}
