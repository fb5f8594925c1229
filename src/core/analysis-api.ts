// What the page and the analysis worker say to each other. That worker holds no network and no tensors: it finds the linear
// answer (PCA), neighbours, UMAP and how good a code is, beside the training that goes on in the engine's worker. Types only.
import type { DatasetId } from './experiment';
import type { SampleShape } from './samples';

/** How far a long piece of work is, for the person who waits. */
export interface AnalysisProgress {
  /** A short sentence: what is being done. */
  message: string;
  /** Of the whole work, in [0, 1]. */
  share: number;
}

/**
 * Principal component analysis of a data set's whole training set (Pearson 1901; Hotelling 1933): mean-centred covariance,
 * eigen-decomposition. `D` is the size of a sample; pixels are in [0, 1].
 */
export interface PcaModel {
  dataset: DatasetId;
  sampleShape: SampleShape;
  /** Training images it was fitted on. */
  trainCount: number;
  /** Mean training image, `[D]`. */
  mean: Float32Array;
  /** Unit vectors by falling variance, `[D, D]`, one in each row. */
  components: Float32Array;
  /** Standard deviation of the training images along each component, `[D]`. */
  deviations: Float32Array;
  /** Mean squared error per pixel with the first k components, `[D + 1]`: entry 0 is that of the mean image. Never rises. */
  trainMse: Float32Array;
  testMse: Float32Array;
  /** The first two coordinates of every test image, `[2 n]`. */
  testPoints: Float32Array;
}

/** Training images nearest to given images, by Euclidean distance of the pixels. */
export interface NearestImages {
  /** Places in the training set, `[n, count]`, nearest first; their classes, `[n, count]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** Mean squared error per pixel between the two, `[n, count]`. */
  mse: Float32Array;
  /** `[n, count, D]`, pixels in [0, 1]. */
  images: Float32Array;
}

/** Uniform manifold approximation and projection (McInnes, Healy & Melville 2018) of codes, by `umap-js`. */
export interface UmapRequest {
  /** `[n, codeSize]`. */
  codes: Float32Array;
  codeSize: number;
  neighbours: number;
  /** Least distance between points of the map, in (0, 1). */
  minDistance: number;
  epochs: number;
  seed: number;
}

/** What is to be judged: codes of training and of test images, with their classes. */
export interface QualityRequest {
  dataset: DatasetId;
  codeSize: number;
  /** `[nTrain, codeSize]` of the first training images; `[nTrain]`. */
  trainCodes: Float32Array;
  trainLabels: Uint16Array;
  /** `[nTest, codeSize]` of the first test images; `[nTest]`. */
  testCodes: Float32Array;
  testLabels: Uint16Array;
  /** The map of the same test images, `[2 nTest]`. */
  map: Float32Array;
  seed: number;
}

/** Shares of test images whose class was told right, in [0, 1]. */
export interface Accuracies {
  /** By the majority of the k nearest training images. */
  knn: number;
  /** By a linear probe: softmax regression trained on the training images' codes (Alain & Bengio 2016). */
  probe: number;
}

export interface CodeQuality {
  trainCount: number;
  testCount: number;
  /** Neighbours that voted. */
  neighbours: number;
  code: Accuracies;
  /** PCA at the same code size. */
  pca: Accuracies;
  pixels: Accuracies;
  /**
   * Trustworthiness of the 2-D map (Venna & Kaski 2001), in [0, 1]: how far neighbours on the map are neighbours in the
   * space of the images too. Of the code's map and of PCA's.
   */
  trustworthiness: { code: number; pca: number };
}

/** The worker's side of the conversation (called through comlink). */
export interface AnalysisApi {
  /** @param baseUrl absolute address of the page's own folder; data is fetched from below it */
  open(baseUrl: string): void;
  /** Computed once for a data set, then answered from memory (and kept in the browser for the next visit). Rejects when the data cannot be had. */
  pca(dataset: DatasetId, onProgress: (progress: AnalysisProgress) => void): Promise<PcaModel>;
  /** @param images `[n, D]`, pixels in [0, 1] */
  nearestTraining(dataset: DatasetId, images: Float32Array, count: number): Promise<NearestImages>;
  /** The points, `[2 n]`; null when it was cancelled. The same request gives the same points. */
  umap(request: UmapRequest, onProgress: (progress: AnalysisProgress) => void): Promise<Float32Array | null>;
  /** Null when it was cancelled. */
  quality(
    request: QualityRequest,
    onProgress: (progress: AnalysisProgress) => void,
  ): Promise<CodeQuality | null>;
  /** Ends work under way, which then answers null. */
  cancel(work: 'umap' | 'quality'): void;
}
