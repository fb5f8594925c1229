// What the page and the worker say to each other. Types only: `engine/` and `session/` both know this file and never
// each other. Every answer carries the run and the step of the weights it was made with, so that no view can show an
// old answer as a new one.
import type { BackendMeasurement, backendNames } from './backend-measurement';
import type { Experiment, ExperimentPatch } from './experiment';
import type { SampleShape } from './samples';

export type BackendName = (typeof backendNames)[number];
export type BackendChoice = 'auto' | BackendName;

/** Which backend runs, and why. */
export interface BackendReport {
  name: BackendName;
  choice: BackendChoice;
  /** A few words for the badge: `no GPU found`, `chosen by you`. */
  reason: string;
  /** A sentence for the tooltip: the renderer's name, which kernels are in use. */
  detail: string;
  /** Whether WebGL is drawn by a program here, not by a graphics card: then the page draws its own pictures without it. */
  softwareGraphics: boolean;
  /** Backends that this browser can run, as far as is known yet: see `BackendsFound`. */
  available: readonly BackendName[];
  /** What `auto` went by, for the page to keep and hand to the next engine; null where it had nothing to measure. */
  measured: BackendMeasurement | null;
}

/** What `auto` should go by: a measurement of an earlier visit, if it is of this machine; `unwanted`: it measures nothing. */
export type MeasurementWish = BackendMeasurement | 'unwanted';

/** Everything needed to go on training somewhere else: another backend, another worker. Plain arrays, no tensors. */
export interface Checkpoint {
  experiment: Experiment;
  step: number;
  /** Training images shown so far, repeats included: the place in the order of the epochs. */
  samplesSeen: number;
  /** Kernel then bias of each layer, in the order and the shapes of the network's plan (catalog/architectures/plan.ts). */
  weights: Float32Array[];
  optimizer: {
    /** Updates since the slots were last zero; the bias correction of Adam needs it. */
    updates: number;
    /** `slots[k][i]` has the shape of `weights[i]`: Adam keeps two moments, RMSProp and SGD one. */
    slots: Float32Array[][];
  };
}

/** What can be looked at and costs the worker something: snapshots, maps of the codes, the codes themselves, a drawing's answers. */
export type View = 'pictures' | 'map' | 'codes' | 'drawing';

/** Which image flows through the diagram. */
export type Focus = { kind: 'sample'; index: number } | { kind: 'drawing' };

/**
 * The parts of an objective, before their weights; a part that is not there is off. `reconstruction` is a mean over the
 * pixels, or under a Gaussian code a sum over them (nats); `sparsity` is the penalty; `kl` is the sum over the code of the
 * KL divergence to N(0, 1), in nats.
 */
export interface Terms<T = number> {
  reconstruction: T;
  sparsity?: T;
  kl?: T;
}
export type TermId = keyof Terms;

export interface Stamp {
  runId: number;
  /** Updates that made the weights this was computed with. */
  step: number;
}

/** Work that keeps a person waiting, and how far it is. */
export interface Stage extends Pick<Stamp, 'runId'> {
  type: 'stage';
  stage: 'backend' | 'data' | 'network' | 'warm-up' | 'ready';
  /** A short sentence for the status line. */
  message: string;
}

/** The backends that this browser can run, where one was found later than the engine could wait for. */
export interface BackendsFound {
  type: 'backends-found';
  available: readonly BackendName[];
}

/** Bytes that have arrived, compressed as they travel. */
export interface DataProgress {
  type: 'data-progress';
  dataset: string;
  loadedBytes: number;
  totalBytes: number;
  /** Training images that can be used already, and how many there will be. */
  trainReady: number;
  trainTotal: number;
}

/** A shard could not be had. The others go on loading; `retryData` asks again. */
export interface DataFailed {
  type: 'data-failed';
  dataset: string;
  shard: string;
  message: string;
}

/** A run begins, or goes on from a checkpoint. */
export interface Started extends Stamp {
  type: 'started';
  experiment: Experiment;
  sampleShape: SampleShape;
  /** Weights and biases of the whole network. */
  parameters: number;
  trainCount: number;
  testCount: number;
  classNames: readonly string[];
}

/** Some steps were made. `step` is the last of them. */
export interface Progress extends Stamp {
  type: 'progress';
  /** Objective (its terms, weighted) of each training batch since the last report, oldest first; the last belongs to `step`. */
  trainLosses: Float32Array;
  /** The terms of the same batches. */
  trainTerms: Terms<Float32Array>;
  /** Passes over the training set so far; fractional. */
  epoch: number;
  /** Over the last second or so of training. */
  imagesPerSecond: number;
}

/** The network measured on test images it has never trained on. */
export interface Evaluation extends Stamp {
  type: 'evaluation';
  /** `all` at stated moments (start, end of an epoch, pause, and as time allows); a fixed `subset` in between. */
  scope: 'all' | 'subset';
  /** Test images measured. */
  count: number;
  /** The objective: the terms, weighted as training weights them at this step. */
  loss: number;
  /** Means over the images measured; a Gaussian code is drawn once for each image, always with the same noise. */
  terms: Terms;
  /** Mean squared error per pixel, reconstruction against the clean image. */
  mse: number;
  /** Mean squared error of doing nothing: the input as the network gets it, against the clean image. 0 without noise. */
  inputMse: number;
  /** Mean squared error of a 3 x 3 median filter on the same noisy input; null without noise or where it has no meaning. */
  medianMse: number | null;
  /** Mean squared error of answering every input with the mean training image. */
  meanImageMse: number;
}

/** What the code's units do over the whole test set. Sent with every evaluation of it. */
export interface CodeStatistics extends Stamp {
  type: 'code-statistics';
  /** Test images measured. */
  count: number;
  /** Test images over which a unit's activation is further from 0 than this are its active ones. */
  threshold: number;
  /** Mean activation of each unit, `[codeSize]`; of a Gaussian code the mean of `zMean`. */
  meanActivation: Float32Array;
  /** Variance of each unit over the images, `[codeSize]`; of a Gaussian code that of the aggregate posterior. */
  variance: Float32Array;
  /** Share of the images for which each unit is active, `[codeSize]`, in [0, 1]. */
  activeShare: Float32Array;
  /** KL divergence of each unit to N(0, 1), mean over the images, `[codeSize]`, nats; null for a deterministic code. */
  kl: Float32Array | null;
}

/** One image as the network treats it. All pixel arrays are `[sampleSize]`, pixels in [0, 1]. */
export interface Passage {
  original: Float32Array;
  noisy: Float32Array;
  reconstructed: Float32Array;
  /** `[codeSize]`; `zMean` of a Gaussian code. */
  code: Float32Array;
  /** Standard deviation of each unit of a Gaussian code, `[codeSize]`; null for a deterministic one. */
  codeDeviation: Float32Array | null;
  /** Where the code lies on the latest map, in the map's coordinates; null before the first map. */
  point: readonly [number, number] | null;
}

/** Ten test images, and the focused image's way through every layer. */
export interface Snapshot extends Stamp {
  type: 'snapshot';
  /** The experiment that this was computed with. */
  experiment: Experiment;
  /** Places in the test set, `[n]`, and their classes, `[n]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** `[n, sampleSize]` each, pixels in [0, 1]. */
  original: Float32Array;
  noisy: Float32Array;
  reconstructed: Float32Array;
  /** `[n, codeSize]`; `zMean` of a Gaussian code. */
  codes: Float32Array;
  focus: Focus;
  /** Output of every layer for the focused image: the input (noisy), each hidden layer, the code, …, the output. */
  activations: Float32Array[];
}

/** The codes of test images as points. */
export interface LatentMap extends Stamp {
  type: 'map';
  /** `[2 n]`, x then y of each point. Point `i` is test image `i`. */
  points: Float32Array;
  /** Class of each point, `[n]`. */
  labels: Uint16Array;
  /**
   * - `code`: the two numbers of the code.
   * - `code-jitter`: a code of one number against a jittered second axis that means nothing.
   * - `principal`: the first two principal components of the codes.
   */
  axes: 'code' | 'code-jitter' | 'principal';
  /** Share of the codes' variance on each axis (`principal` only), in [0, 1]. */
  explained: readonly [number, number] | null;
}

/**
 * The plane of a map in the space of the codes: point (x, y) is the code `mean + x vectors[0] + y vectors[1]`. A code of two
 * is its own plane; of a code of one the second vector is 0, for that axis means nothing.
 */
export interface CodePlane extends Pick<LatentMap, 'axes' | 'explained'> {
  /** `[codeSize]`. */
  mean: Float32Array;
  /** Two orthonormal vectors, `[codeSize]` each. */
  vectors: readonly [Float32Array, Float32Array];
}

/** The codes of all test images themselves. Sent with every map while the view `codes` is looked at. */
export interface TestCodes extends Stamp {
  type: 'codes';
  codeSize: number;
  /** `[n, codeSize]`; `zMean` of a Gaussian code. Row `i` is test image `i`. */
  codes: Float32Array;
  /** Mean squared error per pixel of each image's reconstruction, against the clean image, `[n]`. */
  errors: Float32Array;
  /** Class of each image, `[n]`. */
  labels: Uint16Array;
  /** The plane of the map that was made of the same codes. */
  plane: CodePlane;
}

/** What the decoder makes of codes with the weights of `step`. */
export interface Decoded extends Stamp {
  /** `[n, sampleSize]`, pixels in [0, 1]. */
  images: Float32Array;
}

/** What the encoder makes of images with the weights of `step`. */
export interface Encoded extends Stamp {
  /** `[n, codeSize]`; `zMean` of a Gaussian code. */
  codes: Float32Array;
}

/** Codes of the first training images, and their classes, `[n]`. */
export interface EncodedTraining extends Encoded {
  labels: Uint16Array;
}

/** What the network makes of the drawing. Sent when the drawing changes and whenever the weights have. */
export interface DrawingAnswer extends Stamp, Passage {
  type: 'drawing';
  /** The number that `setDrawing` was called with. */
  drawingId: number;
}

/** A copy of the weights for the page to keep, in case the worker is lost. */
export interface CheckpointTaken {
  type: 'checkpoint';
  runId: number;
  checkpoint: Checkpoint;
}

/** A change took effect; `step` is the last step made without it. */
export interface Changed extends Stamp {
  type: 'changed';
  patch: ExperimentPatch;
  experiment: Experiment;
  parameters: number;
}

/** Training stopped by itself or by the person. */
export interface Paused extends Stamp {
  type: 'paused';
  /**
   * `waiting`: the next shard has not arrived; training goes on by itself when it does.
   * `finished`: the step that `play` was given as the last has been made.
   */
  reason: 'asked' | 'stepped' | 'waiting' | 'finished';
}

/** The loss is not finite. The weights are those of the last good checkpoint, at `restoredStep`; training is paused. */
export interface Diverged extends Stamp {
  type: 'diverged';
  restoredStep: number;
  /** What was not finite: a term of the objective, or weights that an update spoiled. */
  cause: TermId | 'weights';
}

/** Something broke. After `fatal` the worker is of no more use and the page starts another from its checkpoint. */
export interface Failed {
  type: 'failed';
  runId: number;
  /** `refused`: the backend cannot do a piece of the work, nor could it the next time. */
  kind: 'context-lost' | 'refused' | 'internal';
  fatal: boolean;
  message: string;
}

export type TrainingEvent =
  | Stage
  | BackendsFound
  | DataProgress
  | DataFailed
  | Started
  | Progress
  | Evaluation
  | CodeStatistics
  | Snapshot
  | LatentMap
  | TestCodes
  | DrawingAnswer
  | CheckpointTaken
  | Changed
  | Paused
  | Diverged
  | Failed;

/** What `openEngine` needs. */
export interface EngineOptions {
  backend: BackendChoice;
  /** Without it `auto` measures where several backends may be the fastest. */
  measurement?: MeasurementWish;
  /** Absolute address of the page's own folder; data is fetched from below it. */
  baseUrl: string;
  /** The name of the Web Lock that the worker holds while it lives, so that the page learns of its death. */
  lifeLock: string;
}

/**
 * The worker's side of the conversation (called through comlink). Orders are carried out one after the other, between
 * two training steps. An order for a run that is not the current one is dropped.
 */
export interface EngineApi {
  /** Chooses and starts a backend. Events go to `onEvent`, typed arrays transferred. */
  open(options: EngineOptions, onEvent: (event: TrainingEvent) => void): Promise<BackendReport>;
  /** Moves to another backend; the run goes on from the same weights. `auto` measures anew. */
  setBackend(choice: BackendChoice): Promise<BackendReport>;
  /**
   * Begins run `runId`: loads the data set if it is another one, builds the network (from `checkpoint` where given),
   * warms it up and sends `started`, then snapshot, evaluation and map of the network as it stands. Ends any run before.
   */
  build(runId: number, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void>;
  /**
   * Begins another run that lives and trains beside the others, in turns with them. Only runs of one data set can be
   * beside each other: a run of another data set is refused. `build` ends them all.
   */
  buildBeside(runId: number, experiment: Experiment, checkpoint: Checkpoint | null): Promise<void>;
  /** Ends one run. */
  end(runId: number): void;
  /** Train until paused, or until `lastStep` steps have been made in all. */
  play(runId: number, lastStep?: number): void;
  pause(runId: number): void;
  /** One training step, then pause. */
  step(runId: number): void;
  /** Applies a live or surgical change. Changes that wait are merged. Answers with `changed`. */
  change(runId: number, patch: ExperimentPatch): void;
  /** Draws ten other test images; like focus and drawing, for every run there is. */
  showOthers(): void;
  setFocus(focus: Focus): void;
  /** The drawing in the data set's form, `[sampleSize]` bytes, or null when there is none. Answers with `drawing`. */
  setDrawing(drawingId: number, pixels: Uint8Array | null): void;
  /**
   * The views that are looked at; all of them but `codes` until it is told. While a run trains, what nobody sees is not made again: it
   * is as soon as it is seen, or when training rests.
   */
  setSeen(views: readonly View[]): void;
  /** Test image number `index` through the network of the main run as it stands; null when there is none yet. */
  inspect(index: number): Promise<(Passage & { runId: number; step: number; label: number }) | null>;
  /**
   * The decoder of the main run as it stands, applied to codes `[n, codeSize]`; answered between two steps. Null when there
   * is no run yet, or when the codes are not of its code size.
   */
  decode(codes: Float32Array): Promise<Decoded | null>;
  /** The encoder of the main run as it stands, applied to images `[n, sampleSize]`, pixels in [0, 1]; null as in `decode`. */
  encode(images: Float32Array): Promise<Encoded | null>;
  /** Codes of the first `count` training images, clean, or of as many as have arrived; null when there is no run yet. */
  encodeTraining(count: number): Promise<EncodedTraining | null>;
  /** Test images at these places, clean, `[n, sampleSize]`, pixels in [0, 1]; null before they have arrived. */
  testImages(indices: Uint32Array): Promise<Float32Array | null>;
  /** Fetches again the shards that failed. */
  retryData(): void;
  /** Live tensors in the worker, for tests and the bench: must not grow. */
  countTensors(): Promise<number>;
}
