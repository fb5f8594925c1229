// What "Train on normal" trains: the chosen classes, with a share held out for the threshold, on the person's network or on one
// that is good at this.
import { defaultExperiment, settings, type ExperimentPatch } from '../experiment/experiment';
import { sampleKind } from '../samples/sample-kind';
import type { SampleShape } from '../samples/samples';
import type { ScoreKind } from './score-kind';

/** What both presets share: the settings that a person starts with, for whatever data and seed. */
const plain: ExperimentPatch = Object.fromEntries(
  settings
    .filter((setting) => !['dataset', 'classes', 'validationShare', 'seed'].includes(setting))
    .map((setting) => [setting, defaultExperiment[setting]]),
);

/** `current`: the network as it is chosen. `best`: what reached the best AUROC here without looking at the test set. */
export const anomalyPresetIds = ['current', 'best'] as const;
export type AnomalyPresetId = (typeof anomalyPresetIds)[number];

export interface AnomalyPreset {
  /** Beside the classes and the share that is held out. */
  readonly patch: ExperimentPatch;
  /** Null: the score stays. */
  readonly score: ScoreKind | null;
  /** Epochs after which training pauses by itself; null: it goes on until paused. */
  readonly epochs: number | null;
  /** A small data set makes few steps in an epoch: it is gone through more often. */
  readonly fewestSteps: number;
}

/** Where nothing else is known. */
const usualSteps = 300;

/** Held out of the normal classes, for the threshold, where the experiment holds out nothing yet. */
export const heldOutShare = 0.1;
/** Percentile of the held-out normal scores at which the threshold stands at first. */
export const firstPercentile = 95;

/** What is trained on, and what there is. */
export interface NormalData {
  /** Classes that are normal; 0: all. */
  readonly normalCount: number;
  /** 0 without labels. */
  readonly classCount: number;
  /** Of a sample. */
  readonly shape: SampleShape;
  /** Whether the samples are windows that were cut from recordings. */
  readonly isCut: boolean;
}

export function anomalyPreset(id: AnomalyPresetId, data: NormalData): AnomalyPreset {
  const { normalCount, classCount, shape, isCut } = data;
  if (id === 'current') return { patch: {}, score: null, epochs: null, fewestSteps: 0 };
  if (sampleKind(shape) === 'signal') return isCut ? ofWindows : ofSignals;
  const isFew = normalCount > 0 && 2 * normalCount <= classCount;
  return isFew ? fewNormal : manyNormal;
}

/** Few kinds of normal samples: a network that has seen little else rebuilds little else. */
const fewNormal: AnomalyPreset = {
  patch: { ...plain, codeSize: 16, hidden: [256, 64] },
  score: 'unexplained',
  epochs: 10,
  fewestSteps: usualSteps,
};

/** Many kinds: it rebuilds what it never saw, but by a code that lies in a direction of its own. */
const manyNormal: AnomalyPreset = {
  patch: { ...plain, codeSize: 32, hidden: [512] },
  score: 'nearest-direction',
  epochs: 2,
  fewestSteps: usualSteps,
};

const signal: ExperimentPatch = { ...plain, outputActivation: 'linear', loss: 'mse' };

/** Signals that are aligned, such as heartbeats: a code of few numbers rebuilds what is usual alone. */
const ofSignals: AnomalyPreset = {
  patch: { ...signal, codeSize: 4, hidden: [256, 64] },
  score: 'unexplained',
  epochs: 60,
  fewestSteps: usualSteps,
};

/** Windows of a recording begin anywhere, which takes more numbers; one that is stronger than the others is odd too. */
const ofWindows: AnomalyPreset = {
  patch: { ...signal, codeSize: 8, hidden: [256, 64] },
  score: 'mse',
  epochs: 20,
  fewestSteps: 2000,
};
