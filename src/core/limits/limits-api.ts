// What the page asks the analysis worker for in Apply: Limits: samples of one data set in the shape of another's, and what the
// simplest rivals of a network make of them.
import type { AnalysisProgress, PcaModel } from '../analysis-api';
import type { DatasetId } from '../experiment/dataset-id';
import type { TrainedOn } from '../experiment/trained-on';
import type { SampleShape } from '../samples/samples';

/** A network is tested on another data set than the one that it was trained on. */
export interface ForeignQuestion {
  /** Whose test samples. */
  readonly tested: DatasetId;
  /** Of a sample of the network; the test samples are brought into it. */
  readonly shape: SampleShape;
  /** At most so many test samples, evenly spaced over the test set. */
  readonly count: number;
  /** What PCA is fitted to: what the network is trained on. */
  readonly fittedTo: TrainedOn;
  /** Numbers in PCA's code. */
  readonly codeSize: number;
}

/** `D` is the size of a sample in the network's shape. */
export interface ForeignSamples {
  /** `[n, D]`, in [0, 1]. */
  readonly samples: Float32Array;
  /** Mean squared error of answering each with the mean of the tested set's training samples. */
  readonly meanMse: number;
  /** Mean squared error of PCA. */
  readonly pcaMse: number;
  /** What PCA makes of the first `picturesBehind` of them, not clipped, `[picturesBehind, D]`. */
  readonly pcaPictures: Float32Array;
  /** The tested set's own shape: another one was converted. */
  readonly ownShape: SampleShape;
}

/** Samples that are shown of each pair of data sets. */
export const picturesBehind = 8;

/** Part of what the analysis worker answers; a promise rejects when the data fails to load. */
export interface LimitsApi {
  /** PCA of a data set's whole training set, its samples brought into another shape. */
  pcaInShape(
    of: DatasetId,
    shape: SampleShape,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<PcaModel>;
  foreignSamples(question: ForeignQuestion): Promise<ForeignSamples>;
}
