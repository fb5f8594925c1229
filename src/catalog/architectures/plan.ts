// The plan of a network: its layers with their shapes, before any tensor exists. Weights, models, surgery and the diagram
// all derive from it.
import type { SampleText } from '../../core/samples/words/sample-words';
import type { ActivationId, Experiment } from '../../core/experiment/experiment';
import { sampleSize, type SampleShape } from '../../core/samples/samples';

/**
 * One layer with weights. The layers form a chain of stages: stage `s` turns boundary `s - 1` into boundary `s`, boundary 0
 * being the image, to which a mask may be added as one more channel of the first layer's input. A Gaussian code has two layers at one stage, its mean and its log-variance.
 */
export interface LayerPlan {
  /** Its name in the Keras model. */
  name: string;
  kind: 'dense' | 'convolution' | 'transposed';
  stage: number;
  /** `[units]`, or `[height, width, channels]` next to a convolution. Without the batch dimension. */
  inputShape: readonly number[];
  outputShape: readonly number[];
  /** `[inputs, outputs]`; `[height, width, in, out]` of a convolution; `[height, width, out, in]` of a transposed one. */
  kernelShape: readonly number[];
  /** Stride of a convolution in rows and columns. */
  strides: readonly [number, number];
  activation: ActivationId;
}

export interface NetworkPlan {
  /** Encoder first, in the order of `Checkpoint.weights`: one kernel and one bias each. */
  layers: readonly LayerPlan[];
  /** Shape of every boundary, from the image to the output. */
  boundaries: readonly (readonly number[])[];
  /** Index of the code among the boundaries. */
  codeBoundary: number;
}

const noStrides = [1, 1] as const;

/** How many numbers a boundary holds per image. */
export function widthOf(shape: readonly number[]): number {
  return sampleSize(shape);
}

/** The boundary that holds the fewest numbers: the code, or the first hidden layer narrower than it. */
export function narrowestLayer({
  boundaries,
  codeBoundary,
}: Pick<NetworkPlan, 'boundaries' | 'codeBoundary'>): {
  boundary: number;
  width: number;
} {
  const widths = boundaries.map(widthOf);
  const inner = widths.slice(1, -1);
  const width = Math.min(...inner);
  const boundary = widths[codeBoundary] === width ? codeBoundary : 1 + inner.indexOf(width);
  return { boundary, width };
}

/** A dense layer between two boundaries. */
export function denseLayer(
  name: string,
  stage: number,
  inputShape: readonly number[],
  outputShape: readonly number[],
  activation: ActivationId,
): LayerPlan {
  const kernelShape = [widthOf(inputShape), widthOf(outputShape)];
  return { name, kind: 'dense', stage, inputShape, outputShape, kernelShape, strides: noStrides, activation };
}

/** The layers that turn the boundary before the code into the code: one, or a mean and a log-variance. */
export function codeLayers(
  { codeKind, codeActivation, codeSize }: Pick<Experiment, 'codeKind' | 'codeActivation' | 'codeSize'>,
  stage: number,
  inputShape: readonly number[],
): LayerPlan[] {
  if (codeKind === 'deterministic')
    return [denseLayer('code', stage, inputShape, [codeSize], codeActivation)];
  return ['zMean', 'zLogVar'].map((name) => denseLayer(name, stage, inputShape, [codeSize], 'linear'));
}

/** The settings that an architecture reads. */
export type PlannedExperiment = Pick<
  Experiment,
  | 'architecture'
  | 'hidden'
  | 'convLayers'
  | 'filters'
  | 'codeSize'
  | 'codeKind'
  | 'codeActivation'
  | 'activation'
  | 'outputActivation'
> &
  Partial<Pick<Experiment, 'maskInput'>>;

export interface Architecture {
  label: string;
  summary: SampleText;
  /** @param shape the shape of one sample */
  plan(experiment: PlannedExperiment, shape: SampleShape): NetworkPlan;
}
