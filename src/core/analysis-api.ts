// The conversation between the page and the analysis worker. That worker holds no network and no tensors: it computes PCA,
// nearest neighbours, UMAP and code quality while the engine's worker trains.
import type { OwnDatasetId } from './experiment/dataset-id';
import type { Experiment } from './experiment/experiment';
import type { AskPage, OwnDataset } from './samples/own-dataset';
import type { TrainedOn } from './experiment/trained-on';
import type { SampleShape } from './samples/samples';

/** What the analysis is doing; the page has the words (`session/analysis/words.ts`). */
export type AnalysisStage =
  | { code: 'analysis.starting' }
  | { code: 'analysis.reading-data' }
  | { code: 'analysis.waiting-for-data' }
  | { code: 'pca.summing'; split: 'train' | 'test' }
  /** The covariance is `size` x `size`. */
  | { code: 'pca.decomposing'; size: number }
  /** A pass over the training images that refines the components of long samples. */
  | { code: 'pca.refining'; pass: number; passes: number }
  | { code: 'pca.projecting' }
  | { code: 'noise.summing'; split: 'train' | 'test' }
  | { code: 'noise.solving'; size: number }
  | { code: 'noise.measuring' }
  | { code: 'holes.measuring' }
  | { code: 'sound.cleaning' }
  | { code: 'umap.neighbours' }
  | { code: 'umap.layout'; epoch: number; epochs: number }
  | { code: 'quality.encoding' }
  | { code: 'quality.neighbours'; of: QualitySubject }
  | { code: 'quality.probe'; of: QualitySubject }
  | { code: 'quality.maps' }
  | { code: 'anomalies.scoring' }
  | { code: 'anomalies.linear' }
  | { code: 'anomalies.nearest' }
  | { code: 'anomalies.code-distances' }
  /** Training a network with this code size, one of `count`. */
  | { code: 'anomalies.training'; codeSize: number; place: number; count: number };

/** What code quality is measured on. */
export type QualitySubject = 'code' | 'pca' | 'pixels';

/** Progress of a long computation, for the person who waits. */
export interface AnalysisProgress {
  message: AnalysisStage;
  /** Share of the whole computation, in [0, 1]. */
  share: number;
}

/**
 * Principal component analysis of the samples that an experiment trains on (Pearson 1901; Hotelling 1933): mean-centred covariance,
 * eigen-decomposition. `D` is the size of a sample; pixels are in [0, 1]. There are `K` components: all `D` where samples have at
 * most 1,024 numbers; otherwise the first 128, found by a randomised method, and nothing is known of the rest but the variance
 * that they hold together (`trainMse[K]`).
 */
export interface PcaModel {
  trainedOn: TrainedOn;
  sampleShape: SampleShape;
  /** Training images it was fitted on. */
  trainCount: number;
  /** Mean training image, `[D]`. */
  mean: Float32Array;
  /** Unit vectors in order of falling variance, `[K, D]`, one per row. */
  components: Float32Array;
  /** Standard deviation of the training images along each component, `[K]`. */
  deviations: Float32Array;
  /** Mean squared error per pixel with the first k components, `[K + 1]`: entry 0 is the error of the mean image. Never rises. */
  trainMse: Float32Array;
  testMse: Float32Array;
  /** The first two coordinates of every test image, `[2 n]`. */
  testPoints: Float32Array;
}

/** A data set's images under noise: what a denoising network is trained on and tested on. */
export type NoisyInputs = TrainedOn & Pick<Experiment, 'noise' | 'noiseLevel'>;

/**
 * The best linear denoiser for a kind of noise with a code of k numbers, for every k (reduced-rank regression, Izenman 1975; a
 * Wiener filter kept to its k strongest components): code = encoder (noisy - inputMean), image = mean + decoder^T code. `D` is
 * the size of a sample; pixels are in [0, 1].
 */
export interface LinearDenoiser {
  /** Mean noisy and mean clean training image, `[D]`. */
  inputMean: Float32Array;
  mean: Float32Array;
  /** `[D, D]` each, one row for each number of the code, the most useful first; the decoder's rows are orthonormal. */
  encoder: Float32Array;
  decoder: Float32Array;
  /** Mean squared error per pixel with the first k numbers, `[D + 1]`: over the training images and all noise. Never rises. */
  trainMse: Float32Array;
  /** The same over the noisy test images that the network gets. */
  testMse: Float32Array;
}

/** What linear methods make of the noisy test images that the network gets, measured against the clean ones. */
export interface NoisyReference {
  inputs: NoisyInputs;
  /** Mean squared error per pixel of PCA of clean images with k components, `[K + 1]`. May rise: components carry noise too. */
  pcaTestMse: Float32Array;
  /** Null for noise whose moments are not known, and for long samples. */
  denoiser: LinearDenoiser | null;
  /** Why there is no denoiser; null where there is one. */
  noDenoiser: 'unknown-moments' | 'long-samples' | null;
}

/** The training images nearest to given images, by Euclidean distance between pixels. */
export interface NearestImages {
  /** Indices into the training set, `[n, count]`, nearest first, and their classes, `[n, count]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** Mean squared error per pixel between each image and its neighbour, `[n, count]`. */
  mse: Float32Array;
  /** `[n, count, D]`, pixels in [0, 1]. */
  images: Float32Array;
}

/** A UMAP (uniform manifold approximation and projection; McInnes, Healy & Melville 2018) of codes, by `umap-js`. */
export interface UmapRequest {
  /** `[n, codeSize]`. */
  codes: Float32Array;
  codeSize: number;
  neighbours: number;
  /** Minimum distance between points of the map, in (0, 1). */
  minDistance: number;
  epochs: number;
  seed: number;
}

/** With fewer distinct codes than this there are no neighbourhoods to lay out. */
export const fewestUmapCodes = 4;

export interface UmapLayout {
  /** `[2 n]`; equal codes have the same point. Null where there are fewer than `fewestUmapCodes` distinct codes. */
  points: Float32Array | null;
  /** How many of the codes differ from each other. */
  distinct: number;
}

/** The code to judge: codes of training and test images, with their classes. */
export interface QualityRequest {
  /** What the network was trained on, and PCA is fitted to. */
  trainedOn: TrainedOn;
  codeSize: number;
  /** `[nTrain, codeSize]`, of the first images that are trained on, and their classes, `[nTrain]`. */
  trainCodes: Float32Array;
  trainLabels: Uint16Array;
  /** The test images, `[nTest]`, their codes, `[nTest, codeSize]`, and their classes, `[nTest]`. */
  testIndices: Uint32Array;
  testCodes: Float32Array;
  testLabels: Uint16Array;
  /** The map of the same test images, `[2 nTest]`. */
  map: Float32Array;
  seed: number;
}

/** Shares of test images that are classified correctly, in [0, 1], and what they were predicted from. */
export interface Accuracies {
  /** How many of the training images' rows of numbers differ from each other. */
  distinct: number;
  /** By majority vote of the k nearest training images; of equally near ones, each has a share of a vote. */
  knn: number;
  /** By a linear probe: softmax regression trained on the training images' codes (Alain & Bengio 2016). */
  probe: number;
}

/** Why there are no accuracies: the samples have no labels, or all the same one. */
export type QualityNote = { code: 'quality.unlabelled' } | { code: 'quality.one-class' };

export interface CodeQuality {
  trainCount: number;
  testCount: number;
  /** Neighbours that vote. */
  neighbours: number;
  /** Null where classes can be told apart; the accuracies are all null otherwise. */
  note: QualityNote | null;
  /** Null, here and below, where all training images have the same numbers: there is nothing to tell them apart by. */
  code: Accuracies | null;
  /** PCA at the same code size. */
  pca: Accuracies | null;
  pixels: Accuracies | null;
  /**
   * Trustworthiness of the 2-D map (Venna & Kaski 2001), in [0, 1]: how far neighbours on the map are also neighbours in
   * image space. For the map of the code and for PCA's; null for a map on which all images are one point, or that has fewer than
   * three of them.
   */
  trustworthiness: { code: number | null; pca: number | null };
}

export interface AnalysisOptions {
  /** Absolute address of the page's own folder; data is fetched from below it. */
  baseUrl: string;
  /** The Web Lock that the worker holds while it lives, so that the page learns of its death. */
  lifeLock: string;
}

/** Who asks about noisy inputs. */
export type NoisyAsker = 'noise-of-run' | 'noise-of-comparison' | 'noise-of-sweeps';

/** Searches for the nearest training samples: of the test set, and of given samples. */
export type AnomalyWork = 'anomaly-nearest' | 'anomaly-nearest-of-given';

/** The worker's side of the conversation (called through comlink). */
export interface AnalysisApi {
  /** @param askPage for the data sets that the page makes; without it they are not here */
  open(options: AnalysisOptions, askPage?: AskPage): Promise<void>;
  /** Hands over a person's own data set that the browser does not keep, before anything is asked about it. */
  lend(id: OwnDatasetId, dataset: OwnDataset): void;
  /**
   * The latest answers are kept; the browser keeps that of a whole training set, and the latest of a part of it, for the next
   * visit. Rejects when the data fails to load.
   */
  pca(of: TrainedOn, onProgress: (progress: AnalysisProgress) => void): Promise<PcaModel>;
  /** The latest answers are kept. Null when cancelled. @param asker a later question of the same asker ends its earlier one */
  noisyReference(
    inputs: NoisyInputs,
    asker: NoisyAsker,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<NoisyReference | null>;
  /**
   * Searches the samples that are trained on.
   * @param images `[n, D]`, pixels in [0, 1]
   */
  nearestTraining(of: TrainedOn, images: Float32Array, count: number): Promise<NearestImages>;
  /** Null when cancelled. The same request gives the same points. */
  umap(request: UmapRequest, onProgress: (progress: AnalysisProgress) => void): Promise<UmapLayout | null>;
  /** Null when cancelled. */
  quality(
    request: QualityRequest,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<CodeQuality | null>;
  /** Stops a computation, which then answers null. */
  cancel(work: 'umap' | 'quality' | 'holes' | 'sound' | AnomalyWork | NoisyAsker): void;
}
