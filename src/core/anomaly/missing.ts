// What there is not, so that a number of the anomaly workspace cannot be given; the panel has the words.

export type Missing =
  /** The network or its data have not arrived. */
  | { code: 'anomaly.no-network' }
  /** The network has not made one step. */
  | { code: 'anomaly.untrained' }
  /** The samples have no classes: every one counts as normal, and they can only be ranked. */
  | { code: 'anomaly.unlabelled' }
  /** Every class is chosen as normal, or the test set has no sample of another: nothing to detect. */
  | { code: 'anomaly.no-anomalies' }
  /** The test set has no sample of the normal classes. */
  | { code: 'anomaly.no-normal' }
  /** The network trains on classes that are chosen as anomalous, or not on all that are chosen as normal. */
  | { code: 'anomaly.other-training' }
  /** No sample is held out, so that there is nothing to take a percentile of. */
  | { code: 'anomaly.no-validation' }
  /** Every test sample has the same score: it tells nothing apart. */
  | { code: 'anomaly.constant-score' };
