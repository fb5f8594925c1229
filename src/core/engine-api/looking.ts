// What the views show of a run: the page says which views are visible, the worker sends the data they draw.
import type { Experiment } from '../experiment/experiment';
import type { Terms } from '../run/objective-terms';
import type { Stamp } from '../run/stamp';

/** Views that cost the worker something: snapshots, latent maps, the codes themselves, answers to a drawing. */
export type View = 'pictures' | 'map' | 'codes' | 'drawing';

/** The image whose activations the diagram shows. */
export type Focus = { kind: 'sample'; index: number } | { kind: 'drawing' };

/** The subset of the test set that is measured often has this many images, or all of a smaller test set. */
export const testSubsetSize = 500;

/** The network measured on images it has never trained on. */
export interface Evaluation extends Stamp {
  type: 'evaluation';
  /**
   * The test set, always of all classes: `all` of it at fixed moments (start, end of an epoch, pause, and as time allows), a
   * fixed `subset` in between. `validation`: a fixed part of the held-out samples of the classes that are trained on, at the
   * same moments.
   */
  scope: 'all' | 'subset' | 'validation';
  /** Images measured. */
  count: number;
  /** The objective: the weighted sum of the terms, with the weights training uses at this step. */
  loss: number;
  /** Means over the images measured. A Gaussian code is sampled once per image, always with the same noise. */
  terms: Terms;
  /** Mean squared error per pixel, reconstruction against the clean image. */
  mse: number;
  /** Mean squared error of the noisy input itself against the clean image; 0 without noise. */
  inputMse: number;
  /** Mean squared error of a 3 x 3 median filter on the same noisy input; null without noise or where it does not apply. */
  medianMse: number | null;
  /** Mean squared error of answering every input with the mean of the images that are trained on. */
  meanImageMse: number;
}

/** Statistics of the code's units over the test set. Sent with every evaluation of it. */
export interface CodeStatistics extends Stamp {
  type: 'code-statistics';
  /** Test images measured. */
  count: number;
  /** A unit is active for an image when its activation is further from 0 than this. */
  threshold: number;
  /** Mean activation of each unit, `[codeSize]`; for a Gaussian code, of `zMean`. */
  meanActivation: Float32Array;
  /** Variance of each unit over the images, `[codeSize]`; for a Gaussian code, of the aggregate posterior. */
  variance: Float32Array;
  /** Share of the images for which each unit is active, `[codeSize]`, in [0, 1]. */
  activeShare: Float32Array;
  /** KL divergence of each unit from N(0, 1), averaged over the images, `[codeSize]`, nats; null for a deterministic code. */
  kl: Float32Array | null;
}

/** One image and what the network makes of it. All pixel arrays are `[sampleSize]`, pixels in [0, 1]. */
export interface ForwardPass {
  original: Float32Array;
  noisy: Float32Array;
  reconstructed: Float32Array;
  /** `[codeSize]`; `zMean` for a Gaussian code. */
  code: Float32Array;
  /** Standard deviation of each unit of a Gaussian code, `[codeSize]`; null for a deterministic code. */
  codeDeviation: Float32Array | null;
  /** Position of the code on the latest map, in map coordinates; null before the first map. */
  point: readonly [number, number] | null;
}

/** Ten test images, and the activations of every layer for the focused image. */
export interface Snapshot extends Stamp {
  type: 'snapshot';
  /** The experiment that this was computed with. */
  experiment: Experiment;
  /** Indices into the test set, `[n]`, and their classes, `[n]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** `[n, sampleSize]` each, pixels in [0, 1]. */
  original: Float32Array;
  noisy: Float32Array;
  reconstructed: Float32Array;
  /** `[n, codeSize]`; `zMean` for a Gaussian code. */
  codes: Float32Array;
  focus: Focus;
  /** Output of every layer for the focused image: the input (noisy), each hidden layer, the code, …, the output. */
  activations: Float32Array[];
}

/** The codes of test images, projected to points. */
export interface LatentMap extends Stamp {
  type: 'map';
  /** `[2 n]`, x then y of each point. Point `i` is test image `i`. */
  points: Float32Array;
  /** Class of each point, `[n]`. */
  labels: Uint16Array;
  /**
   * - `code`: the two numbers of the code.
   * - `code-jitter`: a code of one number, with random jitter as the second axis.
   * - `principal`: the first two principal components of the codes.
   */
  axes: 'code' | 'code-jitter' | 'principal';
  /** Share of the codes' variance on each axis (`principal` only), in [0, 1]. */
  explained: readonly [number, number] | null;
}

/**
 * The plane of a map in latent space: point (x, y) is the code `mean + x vectors[0] + y vectors[1]`. A code of two numbers
 * is its own plane; for a code of one number the second vector is 0, since its axis is only jitter.
 */
export interface CodePlane extends Pick<LatentMap, 'axes' | 'explained'> {
  /** `[codeSize]`. */
  mean: Float32Array;
  /** Two orthonormal vectors, `[codeSize]` each. */
  vectors: readonly [Float32Array, Float32Array];
}

/** The codes of all test images. Sent with every map while the view `codes` is visible. */
export interface TestCodes extends Stamp {
  type: 'codes';
  codeSize: number;
  /** `[n, codeSize]`; `zMean` for a Gaussian code. Row `i` is test image `i`. */
  codes: Float32Array;
  /** Mean squared error per pixel of each reconstruction against the clean image, `[n]`. */
  errors: Float32Array;
  /** Class of each image, `[n]`. */
  labels: Uint16Array;
  /** The plane of the map made from the same codes. */
  plane: CodePlane;
}

/** What the network makes of the drawing. Sent when the drawing or the weights change. */
export interface DrawingAnswer extends Stamp, ForwardPass {
  type: 'drawing';
  /** The number passed to `setDrawing`. */
  drawingId: number;
}

/** Commands that choose what is shown. They apply to every run. */
export interface LookingApi {
  /** Picks ten other test images. */
  showOthers(): void;
  setFocus(focus: Focus): void;
  /** The drawing in the data set's form, `[sampleSize]` bytes, or null for none. Answers with `drawing`. */
  setDrawing(drawingId: number, pixels: Uint8Array | Float32Array | null): void;
  /**
   * The visible views; until this is called, all but `codes`. While a run trains, hidden views cost nothing: the worker
   * updates a view once it becomes visible, or once training pauses.
   */
  setSeen(views: readonly View[]): void;
}
