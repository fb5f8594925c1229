// The experiment: every choice of a run as plain JSON. This one schema is the type, the validation and the defaults; the URL
// (url/experiment-url.ts) and the controls, with their texts (control-texts.ts), derive from it.
// rules.ts says which settings work together. The catalog says which corruptions, losses, penalties and optimizers exist
// (catalog/experiment-schema.ts); here their ids are plain strings (docs/decisions/0015).
import { z } from '../browser/zod';
import { builtInDatasetIds, isOwn, ownDatasetId, wantsLinearOutput, type DatasetId } from './dataset-id';

export const architectureIds = ['dense', 'convolutional'] as const;
export const codeKindIds = ['deterministic', 'gaussian'] as const;
export const activationIds = ['relu', 'elu', 'tanh', 'sigmoid', 'linear'] as const;
export const codeActivationIds = ['linear', 'relu', 'tanh', 'sigmoid'] as const;
export const outputActivationIds = ['sigmoid', 'linear'] as const;
/** Whether the network is told which pixels are missing, as one more channel of its input. */
const maskInputIds = ['off', 'on'] as const;
/** Which pixels the loss is a mean over: all, the missing ones, or all with the missing ones weighing more. */
const lossOnIds = ['everything', 'hole', 'weighted'] as const;
export const scheduleIds = ['constant', 'cosine', 'step'] as const;

export type ArchitectureId = (typeof architectureIds)[number];
export type CodeKindId = (typeof codeKindIds)[number];
export type ActivationId = (typeof activationIds)[number];
export type ScheduleId = (typeof scheduleIds)[number];

/** Inclusive ranges of the numeric settings. */
export const ranges = {
  /** Share of the training set that is held out; 0 is off. */
  validationShare: { min: 0, max: 0.5 },
  /** Above `longestPlainCode` only with a sparsity penalty (rules.ts). */
  codeSize: { min: 1, max: 1024 },
  hiddenLayers: { min: 1, max: 5 },
  hiddenWidth: { min: 4, max: 1024 },
  convLayers: { min: 1, max: 3 },
  filters: { min: 4, max: 64 },
  noiseLevel: { min: 0, max: 1 },
  inputDropout: { min: 0, max: 0.9 },
  /** How many known pixels a missing one counts for. */
  holeWeight: { min: 1, max: 100 },
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
  /** Epochs; 0 is off. */
  earlyStopping: { min: 0, max: 50 },
  seed: { min: 0, max: 2 ** 31 - 1 },
} as const;

interface Range {
  readonly min: number;
  readonly max: number;
}

const integer = ({ min, max }: Range, standard: number) =>
  z._default(z.int().check(z.minimum(min), z.maximum(max)), standard);
const number = ({ min, max }: Range, standard: number) =>
  z._default(z.number().check(z.minimum(min), z.maximum(max)), standard);

/** A label has 16 bits. How many classes there are only the data set knows. */
export const classIndex = z.int().check(z.minimum(0), z.maximum(0xffff));

function isRising(indices: readonly number[]): boolean {
  return indices.every((index, place) => place === 0 || index > (indices[place - 1] ?? index));
}

/** The schema of each setting, with its default. Open kinds may have any id. */
const openSchema = z.object({
  dataset: z._default(z.union([z.enum(builtInDatasetIds), ownDatasetId]), 'mnist'),
  /** Indices of the classes that are trained on, in rising order; empty for all. */
  classes: z._default(z.array(classIndex).check(z.refine(isRising)), []),
  validationShare: number(ranges.validationShare, 0),
  architecture: z._default(z.enum(architectureIds), 'dense'),
  codeSize: integer(ranges.codeSize, 16),
  codeKind: z._default(z.enum(codeKindIds), 'deterministic'),
  codeActivation: z._default(z.enum(codeActivationIds), 'linear'),
  hidden: z._default(
    z
      .array(z.int().check(z.minimum(ranges.hiddenWidth.min), z.maximum(ranges.hiddenWidth.max)))
      .check(z.minLength(ranges.hiddenLayers.min), z.maxLength(ranges.hiddenLayers.max)),
    [256, 64],
  ),
  convLayers: integer(ranges.convLayers, 2),
  filters: integer(ranges.filters, 16),
  activation: z._default(z.enum(activationIds), 'relu'),
  outputActivation: z._default(z.enum(outputActivationIds), 'sigmoid'),
  noise: z._default(z.string(), 'none'),
  noiseLevel: number(ranges.noiseLevel, 0.5),
  inputDropout: number(ranges.inputDropout, 0),
  maskInput: z._default(z.enum(maskInputIds), 'off'),
  loss: z._default(z.string(), 'mse'),
  lossOn: z._default(z.enum(lossOnIds), 'everything'),
  holeWeight: number(ranges.holeWeight, 10),
  sparsity: z._default(z.string(), 'none'),
  sparsityWeight: number(ranges.sparsityWeight, 0.001),
  targetActivation: number(ranges.targetActivation, 0.05),
  beta: number(ranges.beta, 1),
  betaWarmUp: number(ranges.betaWarmUp, 0),
  optimizer: z._default(z.string(), 'adam'),
  learningRate: number(ranges.learningRate, 0.002),
  schedule: z._default(z.enum(scheduleIds), 'constant'),
  scheduleEpochs: integer(ranges.scheduleEpochs, 10),
  weightDecay: number(ranges.weightDecay, 0),
  gradientClip: number(ranges.gradientClip, 0),
  batchSize: integer(ranges.batchSize, 128),
  earlyStopping: integer(ranges.earlyStopping, 0),
  seed: integer(ranges.seed, 1),
});

/** The settings that choose an open kind: an entry of a registry of the catalog, by its id. */
export type KindSetting = 'noise' | 'loss' | 'sparsity' | 'optimizer';
/** The registry that each of these settings chooses from. */
export type KindRegistries = Readonly<Record<KindSetting, Readonly<Record<string, unknown>>>>;
export type ExperimentSchema = typeof openSchema;

/** The schema of an experiment whose kinds are all in these registries. */
export function experimentSchemaOf(registries: KindRegistries): ExperimentSchema {
  const known = (setting: KindSetting) =>
    openSchema.shape[setting].check(z.refine((id) => Object.hasOwn(registries[setting], id)));
  return z.extend(openSchema, {
    noise: known('noise'),
    loss: known('loss'),
    sparsity: known('sparsity'),
    optimizer: known('optimizer'),
  });
}

/** Every choice of one run. Plain JSON. */
export type Experiment = z.infer<ExperimentSchema>;
export type Setting = keyof Experiment;
export type ExperimentPatch = Partial<Experiment>;

export const settings = Object.keys(openSchema.shape) as Setting[];

export const defaultExperiment: Experiment = openSchema.parse({});

/** The defaults on a data set: of signals and of spectra, the output of the network is linear. */
export function defaultsOn(dataset: DatasetId): Experiment {
  const outputActivation =
    !isOwn(dataset) && wantsLinearOutput(dataset) ? 'linear' : defaultExperiment.outputActivation;
  return { ...defaultExperiment, dataset, outputActivation };
}

/** Whether two values of a setting are the same choice; lists are compared by content. */
export function sameValue(a: Experiment[Setting], b: Experiment[Setting]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, place) => entry === b[place]);
}

/** The settings in which `b` differs from `a`, with the values of `b`. */
export function difference(a: Experiment, b: Experiment): ExperimentPatch {
  return Object.fromEntries(
    settings.filter((setting) => !sameValue(a[setting], b[setting])).map((s) => [s, b[s]]),
  );
}
