// Experiments worth a look, each with a story of a sentence or two. What a story says was seen when the experiment was trained for a
// minute or two on two cores without a graphics card.
import { t } from '@lingui/core/macro';
import { defaultsOn, type Experiment, type ExperimentPatch } from '../../core/experiment/experiment';
import type { DatasetId } from '../../core/experiment/dataset-id';
import { toSearch } from '../../core/experiment/url/experiment-url';

export interface Preset {
  readonly title: string;
  readonly story: string;
  readonly dataset: DatasetId;
  /** What differs from the defaults on that data set. */
  readonly patch: ExperimentPatch;
  /** The view in which the story is seen. */
  readonly hash: `#${string}`;
}

export const presets = {
  'two-numbers': {
    title: t`Two numbers for a digit`,
    story: t`784 pixels become 2 numbers, so the map shows every code as it is. PCA with 2 numbers does worse.`,
    dataset: 'mnist',
    patch: { codeSize: 2 },
    hash: '#train',
  },
  noise: {
    title: t`Undo heavy noise`,
    story: t`The network sees digits that are hard to read, and gives them back clean. Draw one yourself.`,
    dataset: 'mnist',
    patch: { noise: 'gaussian', noiseLevel: 0.8, codeSize: 32 },
    hash: '#train',
  },
  invent: {
    title: t`Invent digits`,
    story: t`A variational network, trained for a minute, decodes random codes to digits that nobody wrote.`,
    dataset: 'mnist',
    patch: { codeKind: 'gaussian', loss: 'bce', codeSize: 20, hidden: [400] },
    hash: '#explore/generate',
  },
  'as-good-as-pca': {
    title: t`As good as PCA?`,
    story: t`Without activation functions the network can at best equal PCA, and within a minute it nearly does.`,
    dataset: 'mnist',
    patch: { activation: 'linear', outputActivation: 'linear', hidden: [64] },
    hash: '#train',
  },
  silent: {
    title: t`A code of 256 that is mostly silent`,
    story: t`Each digit may use only a few of 256 units. Under Latent space, Units shows which digits each one is for.`,
    dataset: 'mnist',
    patch: {
      sparsity: 'kl',
      sparsityWeight: 0.0005,
      targetActivation: 0.05,
      codeActivation: 'sigmoid',
      codeSize: 256,
      hidden: [512],
    },
    hash: '#train',
  },
  patches: {
    title: t`Colour patches`,
    story: t`Pieces of old photographs in 32 numbers each. Here PCA is ahead for a long time: watch by how much.`,
    dataset: 'patches',
    patch: { codeSize: 32 },
    hash: '#train',
  },
  heartbeats: {
    title: t`Heartbeats`,
    story: t`128 points of an electrocardiogram in 4 numbers. Normal and abnormal beats separate on the map.`,
    dataset: 'heartbeats',
    patch: { codeSize: 4 },
    hash: '#train',
  },
  sketches: {
    title: t`Sketches of 345 things`,
    story: t`Where digits need 16 numbers, sketches of cats, keys and clouds stay blurred even with 32.`,
    dataset: 'quickdraw',
    patch: { codeSize: 32 },
    hash: '#train',
  },
} satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

export const presetIds = Object.keys(presets) as PresetId[];

export function presetExperiment({ dataset, patch }: Pick<Preset, 'dataset' | 'patch'>): Experiment {
  return { ...defaultsOn(dataset), ...patch };
}

/** Its address, for a link that also opens in another tab. */
export function presetHref(preset: Preset): string {
  return toSearch(presetExperiment(preset)) + preset.hash;
}
