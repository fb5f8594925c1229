// The experiment: the whole choice as plain JSON. This one schema is the type, the validation, the defaults and the
// description of every control; the URL (experiment-url.ts) and the controls are made from it.
import { z } from 'zod';

export const datasetIds = ['mnist', 'quickdraw'] as const;
export const architectureIds = ['dense'] as const;
export const corruptionIds = ['none', 'gaussian', 'saltPepper', 'masking', 'block'] as const;
export const lossIds = ['mse', 'bce', 'mae'] as const;
export const activationIds = ['relu', 'elu', 'tanh', 'sigmoid'] as const;
export const optimizerIds = ['adam', 'rmsprop', 'sgd'] as const;

export type DatasetId = (typeof datasetIds)[number];
export type ArchitectureId = (typeof architectureIds)[number];
export type CorruptionId = (typeof corruptionIds)[number];
export type LossId = (typeof lossIds)[number];
export type ActivationId = (typeof activationIds)[number];
export type OptimizerId = (typeof optimizerIds)[number];

/** Inclusive ranges of the numeric settings. */
export const ranges = {
  codeSize: { min: 1, max: 128 },
  hiddenLayers: { min: 1, max: 5 },
  hiddenWidth: { min: 4, max: 1024 },
  noiseLevel: { min: 0, max: 1 },
  learningRate: { min: 0.00001, max: 1 },
  batchSize: { min: 16, max: 1024 },
  seed: { min: 0, max: 2 ** 31 - 1 },
} as const;

const integer = (range: { min: number; max: number }) => z.int().min(range.min).max(range.max);
const number = (range: { min: number; max: number }) => z.number().min(range.min).max(range.max);

/** What a person reads beside a control. */
interface ControlText {
  label: string;
  /** One line: what turning it does. */
  summary: string;
}

/** The schema of each setting, with its default and the words of its control. */
export const experimentSchema = z.object({
  dataset: z
    .enum(datasetIds)
    .default('mnist')
    .meta({
      label: 'Data set',
      summary: 'The images the network learns to squeeze and rebuild. Changing it starts over.',
    } satisfies ControlText),
  architecture: z
    .enum(architectureIds)
    .default('dense')
    .meta({
      label: 'Architecture',
      summary: 'How the layers are wired. In a dense network every node sees every node of the layer before.',
    } satisfies ControlText),
  codeSize: integer(ranges.codeSize)
    .default(16)
    .meta({
      label: 'Bottleneck size',
      summary: 'How many numbers an image is squeezed into. Fewer numbers, harder choices.',
    } satisfies ControlText),
  hidden: z
    .array(integer(ranges.hiddenWidth))
    .min(ranges.hiddenLayers.min)
    .max(ranges.hiddenLayers.max)
    .default([256, 64])
    .meta({
      label: 'Hidden layers',
      summary: 'Nodes in each layer of the encoder; the decoder mirrors it.',
    } satisfies ControlText),
  activation: z
    .enum(activationIds)
    .default('relu')
    .meta({
      label: 'Activation',
      summary: 'What each hidden node does with its sum. Changing it starts over.',
    } satisfies ControlText),
  noise: z
    .enum(corruptionIds)
    .default('none')
    .meta({
      label: 'Noise',
      summary: 'How the input is spoiled before the network sees it. The target stays clean.',
    } satisfies ControlText),
  noiseLevel: number(ranges.noiseLevel)
    .default(0.5)
    .meta({
      label: 'Noise level',
      summary: 'How much of the input is spoiled: 0 leaves it clean.',
    } satisfies ControlText),
  loss: z
    .enum(lossIds)
    .default('mse')
    .meta({
      label: 'Loss',
      summary: 'How the difference between the clean image and its reconstruction is counted.',
    } satisfies ControlText),
  optimizer: z
    .enum(optimizerIds)
    .default('adam')
    .meta({
      label: 'Optimizer',
      summary: 'How the weights follow the gradient.',
    } satisfies ControlText),
  learningRate: number(ranges.learningRate)
    .default(0.002)
    .meta({
      label: 'Learning rate',
      summary: 'How far each step moves the weights. Too large diverges, too small crawls.',
    } satisfies ControlText),
  batchSize: integer(ranges.batchSize)
    .default(128)
    .meta({
      label: 'Batch size',
      summary: 'How many images are averaged in one step.',
    } satisfies ControlText),
  seed: integer(ranges.seed)
    .default(1)
    .meta({
      label: 'Seed',
      summary: 'Starts every random choice. The same seed gives the same run on the same backend.',
    } satisfies ControlText),
});

/** The whole choice of one run. Plain JSON. */
export type Experiment = z.infer<typeof experimentSchema>;
export type Setting = keyof Experiment;
export type ExperimentPatch = Partial<Experiment>;

export const settings = Object.keys(experimentSchema.shape) as Setting[];

export const defaultExperiment: Experiment = experimentSchema.parse({});

/** The label and the one-line explanation of a setting's control. */
export function controlText(setting: Setting): ControlText {
  return experimentSchema.shape[setting].meta() as unknown as ControlText;
}

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
