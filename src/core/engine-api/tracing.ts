// How the page sees inside one training step. The step is an ordinary one; what it did is computed again afterwards, from the
// weights before it, so that tracing cannot change what training does.
import type { Experiment } from '../experiment/experiment';
import type { Terms } from '../run/objective-terms';
import type { RunId, Stamp } from '../run/stamp';

/** One weight before and after a step, with the numbers that the optimizer moved it by. */
export interface TracedWeight {
  /** Its place in the layer's kernel. */
  index: number;
  before: number;
  after: number;
  /** Of the objective, after clipping. */
  gradient: number;
  /** The optimizer's running averages for it, before and after, one for each slot of a checkpoint. */
  slotsBefore: number[];
  slotsAfter: number[];
}

/** What a step did to one layer, kernel and bias together. Norms are root sums of squares. */
export interface TracedLayer {
  /** Of the objective, before clipping. */
  gradientNorm: number;
  weightNorm: number;
  changeNorm: number;
  /** The weight of the kernel with the largest gradient. */
  weight: TracedWeight;
}

/** How one sample's Gaussian code was drawn, `[codeSize]` each: z = mean + deviation * noise. */
export interface TracedDraw {
  mean: Float32Array;
  deviation: Float32Array;
  noise: Float32Array;
  code: Float32Array;
  /** Gradients of the objective with respect to the mean and to the log-variance. */
  meanGradient: Float32Array;
  logVarGradient: Float32Array;
}

/** One sample of the batch, forward and back, with the weights before the step. */
export interface TracedSample {
  /** Its place in the batch, and its index in the training set. */
  row: number;
  index: number;
  label: number;
  /** `[sampleSize]`. */
  clean: Float32Array;
  /** What each boundary holds: the corrupted input, hidden layers, the code (as drawn, where it is Gaussian), …, the output. */
  activations: Float32Array[];
  /** Gradient of the batch's objective at boundary 1 and later; at the last one before its activation. Entry 0 is empty. */
  gradients: Float32Array[];
  /** Null for a deterministic code. */
  draw: TracedDraw | null;
  /** Mean squared error of its output, per pixel. */
  error: number;
  /** Whether `draw.noise` is that of the training step; false after another throw of the die. */
  isTrainedDraw: boolean;
}

/** One training step from inside. `step` is the number of updates after it. */
export interface StepTrace extends Stamp {
  /** The experiment that the step was made with. */
  experiment: Experiment;
  batchSize: number;
  /** Of the batch, before the update: the objective, its terms and their weights. */
  total: number;
  terms: Terms;
  termWeights: Terms;
  learningRate: number;
  /** Updates that the optimizer had made before, for Adam's bias correction. */
  updatesBefore: number;
  /** What clipping multiplied the gradients by; 1 where they were short enough, or nothing is clipped. */
  clipScale: number;
  /** In the order of the network's plan. */
  layers: TracedLayer[];
  sample: TracedSample;
}

export interface TracingApi {
  /**
   * Trains one step, exactly as `step` does, and then tells what happened in it.
   * @param row the sample of the batch to follow; the last one where the batch is smaller
   * @returns null where no step was made: there is no such run, the samples have not arrived, or training has failed
   */
  traceStep(runId: RunId, row: number): Promise<StepTrace | null>;
  /**
   * Another sample of the step that was traced last, or another draw of its code.
   * @param noise standard normal, `[codeSize]`, in place of that of the step; null for that of the step
   * @returns null where no step of the run was traced, or the noise has another length
   */
  traceSample(runId: RunId, row: number, noise: Float32Array | null): Promise<(TracedSample & Stamp) | null>;
}
