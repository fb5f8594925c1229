// What names a data set in an experiment: a built-in one by a word, a person's own by its content.
import { z } from '../browser/zod';

/** Made by the page, from recordings that only a page can decode; a worker asks it for them. */
export const pageMadeDatasetIds = ['piano', 'piano-spectrum'] as const;
export type PageMadeDatasetId = (typeof pageMadeDatasetIds)[number];
export const builtInDatasetIds = ['mnist', 'quickdraw', 'patches', ...pageMadeDatasetIds] as const;
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

export function isPageMade(id: string): id is PageMadeDatasetId {
  return pageMadeDatasetIds.some((known) => known === id);
}
