// What names a data set in an experiment: a built-in one by a word, a person's own by its content.
import { z } from '../browser/zod';

/** Made in the worker by a published generator, always the same. */
export const generatedDatasetIds = ['heartbeats', 'mnist1d'] as const;
export type GeneratedDatasetId = (typeof generatedDatasetIds)[number];
/** Made by the page, from recordings that only a page can decode; a worker asks it for them. */
export const pageMadeDatasetIds = ['piano', 'piano-spectrum'] as const;
export type PageMadeDatasetId = (typeof pageMadeDatasetIds)[number];
export const builtInDatasetIds = [
  'mnist',
  'quickdraw',
  'patches',
  ...generatedDatasetIds,
  ...pageMadeDatasetIds,
] as const;
export type BuiltInDatasetId = (typeof builtInDatasetIds)[number];

/** `own:` and the first 16 hexadecimal digits of the SHA-256 of the samples, labels and split. */
export type OwnDatasetId = `own:${string}`;
export const ownDatasetId = z.custom<OwnDatasetId>(
  (value) => typeof value === 'string' && /^own:[0-9a-f]{16}$/.test(value),
);

export type DatasetId = BuiltInDatasetId | OwnDatasetId;

export function isOwn(id: DatasetId): id is OwnDatasetId {
  return id.startsWith('own:');
}

/** Whether the samples of each are signals. */
const areSignals: Readonly<Record<BuiltInDatasetId, boolean>> = {
  mnist: false,
  quickdraw: false,
  patches: false,
  heartbeats: true,
  mnist1d: true,
  piano: true,
  // Patches of a spectrogram are pictures.
  'piano-spectrum': false,
};

/** Whether the network on it is best left without a sigmoid: signals have no fixed range, and a sigmoid begins far from silence. */
export function wantsLinearOutput(id: BuiltInDatasetId): boolean {
  return areSignals[id] || id === 'piano-spectrum';
}

export function isBuiltInSignal(id: DatasetId): boolean {
  return !isOwn(id) && areSignals[id];
}

/**
 * Whether an experiment is on signals or spectra of them, as far as its settings tell: of a person's own data they do not, but
 * choosing signals sets a linear output.
 */
export function isOnSignals(experiment: {
  readonly dataset: DatasetId;
  readonly outputActivation: string;
}): boolean {
  const { dataset, outputActivation } = experiment;
  return isOwn(dataset) ? outputActivation === 'linear' : wantsLinearOutput(dataset);
}

export function isGenerated(id: string): id is GeneratedDatasetId {
  return generatedDatasetIds.some((known) => known === id);
}

export function isPageMade(id: string): id is PageMadeDatasetId {
  return pageMadeDatasetIds.some((known) => known === id);
}
