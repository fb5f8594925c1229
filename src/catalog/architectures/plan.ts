// The plan of a network: its layers with their shapes, before there is a tensor. Weights, models, surgery and the diagram
// are all made from it.
import type { ActivationId, Experiment } from '../../core/experiment';
import { sampleSize, type SampleShape } from '../../core/samples';

/**
 * One layer with weights. The layers of a network form a chain of stages: stage `s` makes boundary `s` of boundary
 * `s - 1`, boundary 0 being the image. A Gaussian code has two layers at one stage, its mean and its log-variance.
 */
export interface LayerPlan {
  /** Its name in the Keras model. */
  name: string;
  kind: 'dense' | 'convolution' | 'transposed';
  stage: number;
  /** `[units]`, or `[height, width, channels]` where the neighbour is a convolution. Without the batch. */
  inputShape: readonly number[];
  outputShape: readonly number[];
  /** `[inputs, outputs]`; `[height, width, in, out]` of a convolution; `[height, width, out, in]` of a transposed one. */
  kernelShape: readonly number[];
  /** Rows and columns that a convolution moves by. */
  strides: readonly [number, number];
  activation: ActivationId;
}

export interface NetworkPlan {
  /** Encoder first: the order of `Checkpoint.weights`, a kernel and a bias each. */
  layers: readonly LayerPlan[];
  /** Shape of every boundary, the image first and the output last. */
  boundaries: readonly (readonly number[])[];
  /** Which boundary is the code. */
  codeBoundary: number;
}

const noStrides = [1, 1] as const;

/** Numbers that a boundary holds for one image. */
export function widthOf(shape: readonly number[]): number {
  return sampleSize(shape);
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

/** The layers that make the code of the boundary before it: one, or a mean and a log-variance. */
export function codeLayers(
  { codeKind, codeActivation, codeSize }: Pick<Experiment, 'codeKind' | 'codeActivation' | 'codeSize'>,
  stage: number,
  inputShape: readonly number[],
): LayerPlan[] {
  if (codeKind === 'deterministic')
    return [denseLayer('code', stage, inputShape, [codeSize], codeActivation)];
  return ['zMean', 'zLogVar'].map((name) => denseLayer(name, stage, inputShape, [codeSize], 'linear'));
}

/** What an architecture must be told of an experiment. */
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
>;

export interface Architecture {
  label: string;
  summary: string;
  /** @param shape of one sample */
  plan(experiment: PlannedExperiment, shape: SampleShape): NetworkPlan;
}
