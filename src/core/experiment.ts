// The experiment: the whole choice as plain JSON. This one schema is the type, the validation, the defaults and the
// description of every control (control-texts.ts); the URL (experiment-url.ts) and the controls are made from it.
// What goes with what is in rules.ts.
import { z } from 'zod';
import { controlTexts } from './control-texts';

export const datasetIds = ['mnist', 'quickdraw'] as const;
export const architectureIds = ['dense', 'convolutional'] as const;
export const codeKindIds = ['deterministic', 'gaussian'] as const;
export const corruptionIds = ['none', 'gaussian', 'saltPepper', 'masking', 'block'] as const;
export const lossIds = ['mse', 'mae', 'bce'] as const;
export const sparsityIds = ['none', 'l1', 'kl'] as const;
export const activationIds = ['relu', 'elu', 'tanh', 'sigmoid', 'linear'] as const;
export const codeActivationIds = ['linear', 'relu', 'tanh', 'sigmoid'] as const;
export const outputActivationIds = ['sigmoid', 'linear'] as const;
export const optimizerIds = ['adam', 'rmsprop', 'sgd'] as const;
export const scheduleIds = ['constant', 'cosine', 'step'] as const;

export type DatasetId = (typeof datasetIds)[number];
export type ArchitectureId = (typeof architectureIds)[number];
export type CodeKindId = (typeof codeKindIds)[number];
export type CorruptionId = (typeof corruptionIds)[number];
export type LossId = (typeof lossIds)[number];
export type SparsityId = (typeof sparsityIds)[number];
export type ActivationId = (typeof activationIds)[number];
export type OptimizerId = (typeof optimizerIds)[number];
export type ScheduleId = (typeof scheduleIds)[number];

/** Inclusive ranges of the numeric settings. */
export const ranges = {
  /** Above `longestPlainCode` only with a sparsity penalty (rules.ts). */
  codeSize: { min: 1, max: 1024 },
  hiddenLayers: { min: 1, max: 5 },
  hiddenWidth: { min: 4, max: 1024 },
  convLayers: { min: 1, max: 3 },
  filters: { min: 4, max: 64 },
  noiseLevel: { min: 0, max: 1 },
  inputDropout: { min: 0, max: 0.9 },
  sparsityWeight: { min: 0, max: 10 },
  targetActivation: { min: 0.001, max: 0.5 },
  beta: { min: 0, max: 10 },
  /** Epochs. */
  betaWarmUp: { min: 0, max: 20 },
  learningRate: { min: 0.00001, max: 1 },
  /** Epochs. */
  scheduleEpochs: { min: 1, max: 100 },
  weightDecay: { min: 0, max: 0.1 },
  /** 0 is off. */
  gradientClip: { min: 0, max: 10 },
  batchSize: { min: 16, max: 1024 },
  seed: { min: 0, max: 2 ** 31 - 1 },
} as const;

const integer = (range: { min: number; max: number }) => z.int().min(range.min).max(range.max);
const number = (range: { min: number; max: number }) => z.number().min(range.min).max(range.max);
const { min: leastLayers, max: mostLayers } = ranges.hiddenLayers;

/** The schema of each setting, with its default and the words of its control. */
export const experimentSchema = z.object({
  dataset: z.enum(datasetIds).default('mnist').meta(controlTexts.dataset),
  architecture: z.enum(architectureIds).default('dense').meta(controlTexts.architecture),
  codeSize: integer(ranges.codeSize).default(16).meta(controlTexts.codeSize),
  codeKind: z.enum(codeKindIds).default('deterministic').meta(controlTexts.codeKind),
  codeActivation: z.enum(codeActivationIds).default('linear').meta(controlTexts.codeActivation),
  hidden: z
    .array(integer(ranges.hiddenWidth))
    .min(leastLayers)
    .max(mostLayers)
    .default([256, 64])
    .meta(controlTexts.hidden),
  convLayers: integer(ranges.convLayers).default(2).meta(controlTexts.convLayers),
  filters: integer(ranges.filters).default(16).meta(controlTexts.filters),
  activation: z.enum(activationIds).default('relu').meta(controlTexts.activation),
  outputActivation: z.enum(outputActivationIds).default('sigmoid').meta(controlTexts.outputActivation),
  noise: z.enum(corruptionIds).default('none').meta(controlTexts.noise),
  noiseLevel: number(ranges.noiseLevel).default(0.5).meta(controlTexts.noiseLevel),
  inputDropout: number(ranges.inputDropout).default(0).meta(controlTexts.inputDropout),
  loss: z.enum(lossIds).default('mse').meta(controlTexts.loss),
  sparsity: z.enum(sparsityIds).default('none').meta(controlTexts.sparsity),
  sparsityWeight: number(ranges.sparsityWeight).default(0.001).meta(controlTexts.sparsityWeight),
  targetActivation: number(ranges.targetActivation).default(0.05).meta(controlTexts.targetActivation),
  beta: number(ranges.beta).default(1).meta(controlTexts.beta),
  betaWarmUp: number(ranges.betaWarmUp).default(0).meta(controlTexts.betaWarmUp),
  optimizer: z.enum(optimizerIds).default('adam').meta(controlTexts.optimizer),
  learningRate: number(ranges.learningRate).default(0.002).meta(controlTexts.learningRate),
  schedule: z.enum(scheduleIds).default('constant').meta(controlTexts.schedule),
  scheduleEpochs: integer(ranges.scheduleEpochs).default(10).meta(controlTexts.scheduleEpochs),
  weightDecay: number(ranges.weightDecay).default(0).meta(controlTexts.weightDecay),
  gradientClip: number(ranges.gradientClip).default(0).meta(controlTexts.gradientClip),
  batchSize: integer(ranges.batchSize).default(128).meta(controlTexts.batchSize),
  seed: integer(ranges.seed).default(1).meta(controlTexts.seed),
});

/** The whole choice of one run. Plain JSON. */
export type Experiment = z.infer<typeof experimentSchema>;
export type Setting = keyof Experiment;
export type ExperimentPatch = Partial<Experiment>;

export const settings = Object.keys(experimentSchema.shape) as Setting[];

export const defaultExperiment: Experiment = experimentSchema.parse({});

/** Whether two values of a setting are the same choice (`hidden` is compared by content). */
export function sameSetting<S extends Setting>(setting: S, a: Experiment[S], b: Experiment[S]): boolean {
  if (setting !== 'hidden') return a === b;
  const [left, right] = [a, b] as [number[], number[]];
  return left.length === right.length && left.every((width, layer) => width === right[layer]);
}

/** The settings in which `b` differs from `a`, with the values of `b`. */
export function difference(a: Experiment, b: Experiment): ExperimentPatch {
  return Object.fromEntries(
    settings.filter((setting) => !sameSetting(setting, a[setting], b[setting])).map((s) => [s, b[s]]),
  );
}
