// Which of the built-in data is here without a network, and how more of it is fetched. The service worker keeps what is used in the
// same cache.
import { t } from '@lingui/core/macro';
import { datasets } from '../../catalog/datasets/registry';
import { photographIds, photographPath } from '../../catalog/photographs/registry';
import { notePath, pianoNotes } from '../../catalog/piano/registry';
import {
  generatedDatasetIds,
  isGenerated,
  isPageMade,
  type DatasetId,
} from '../../core/experiment/dataset-id';
import { dataCacheName } from '../../core/offline/offline-messages';
import { manifestSchema } from '../../core/samples/manifest';

export interface BuiltInData {
  readonly label: string;
  /** The data sets that are made of it; none for photographs. */
  readonly ids: readonly DatasetId[];
  /** Absolute addresses of its files; none where it is made here. */
  readonly urls: readonly string[];
  readonly isKept: boolean;
}

/** All of it, in the order of the registry. What cannot be listed, since its manifest is not here, counts as not kept. */
export async function readBuiltInData(): Promise<BuiltInData[]> {
  const served = (Object.keys(datasets) as (keyof typeof datasets)[]).filter(
    (id) => !isGenerated(id) && !isPageMade(id),
  );
  const piano = ['piano', 'piano-spectrum'] as const;
  return Promise.all([
    ...served.map(async (id) => look(datasets[id].label, [id], await filesOfSet(id))),
    look(datasets.piano.label, piano, [
      addressOf(notePath('notes.json')),
      ...pianoNotes.map((name) => addressOf(notePath(`${name.replace('#', 's')}.ogg`))),
    ]),
    look(
      t`Photographs`,
      [],
      photographIds.map((id) => addressOf(photographPath(id))),
    ),
    ...generatedDatasetIds.map((id) => look(datasets[id].label, [id], [])),
  ]);
}

/**
 * Fetches what is not kept yet.
 * @param tell gets the share of the files that are done
 * @throws where a file cannot be fetched or kept; what came before it stays
 */
export async function keepFiles(urls: readonly string[], tell: (share: number) => void): Promise<void> {
  const cache = await caches.open(dataCacheName);
  for (const [place, url] of urls.entries()) {
    // What the browser's own cache still has need not travel again.
    if (!(await cache.match(url))) await cache.add(new Request(url, { cache: 'force-cache' }));
    tell((place + 1) / urls.length);
  }
}

async function look(
  label: string,
  ids: readonly DatasetId[],
  urls: readonly string[] | null,
): Promise<BuiltInData> {
  if (urls === null) return { label, ids, urls: [], isKept: false };
  if (urls.length === 0) return { label, ids, urls, isKept: true };
  const cache = await caches.open(dataCacheName);
  const found = await Promise.all(urls.map((url) => cache.match(url)));
  return { label, ids, urls, isKept: found.every((answer) => answer !== undefined) };
}

/** The manifest and every shard; null where the manifest cannot be read. */
async function filesOfSet(id: DatasetId): Promise<string[] | null> {
  const manifestUrl = addressOf(`data/${id}/manifest.json`);
  try {
    const answer = await fetch(manifestUrl);
    const { train, test } = manifestSchema.parse(await answer.json());
    return [
      manifestUrl,
      ...[...train.shards, ...test.shards].map(({ file }) => new URL(file, manifestUrl).href),
    ];
  } catch {
    return null;
  }
}

function addressOf(path: string): string {
  return new URL(`${import.meta.env.BASE_URL}${path}`, location.href).href;
}
