// A person's own data sets in the browser's storage: a small entry for each, so that a list is cheap, and the shards apart
// from it. An entry counts only once its shards are there, so a set that was half written is never listed.
import { createStore, del, entries, get, set, update } from 'idb-keyval';
import { withinTime } from '../../../core/browser/time-limit';
import { z } from '../../../core/browser/zod';
import { ownDatasetId, type OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { manifestSchema, type Manifest } from '../../../core/samples/manifest';

/** A data set that is kept, without its samples. Its name is the manifest's. */
export interface StoredDataset {
  readonly id: OwnDatasetId;
  /** In milliseconds since 1970. */
  readonly addedAt: number;
  /** Size of the shards. */
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** A store that does not answer counts as one that refuses. */
const waitMs = 5000;
/** The least that a disk is expected to write. */
const bytesPerMs = 1000;
/** A set that is still half written after this time belongs to a tab that was closed meanwhile. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

const entrySchema = z.object({
  id: ownDatasetId,
  addedAt: z.number(),
  bytes: z.number(),
  manifest: manifestSchema,
  isWhole: z.boolean(),
});
const shardsSchema = z.array(z.instanceof(Blob));

const entryStore = openedOnce('hourglass-datasets', 'entries');
const shardStore = openedOnce('hourglass-dataset-shards', 'shards');

/** Keeps a data set under its id; one that is there already is replaced. False where the browser refuses or has no room. */
export async function saveOwnDataset(id: OwnDatasetId, { manifest, shards }: OwnDataset): Promise<boolean> {
  const bytes = shards.reduce((sum, { size }) => sum + size, 0);
  const entry = { id, addedAt: Date.now(), bytes, manifest: { ...manifest, id } };
  let isReplaced = false;
  try {
    await withinTime(waitMs, removeAbandoned());
    isReplaced = (await readEntry(id)) !== null;
    if (!isReplaced) await withinTime(waitMs, set(id, { ...entry, isWhole: false }, entryStore()));
    await withinTime(waitMs + bytes / bytesPerMs, set(id, [...shards], shardStore()));
    await withinTime(waitMs, set(id, { ...entry, isWhole: true }, entryStore()));
    return true;
  } catch {
    if (!isReplaced) await removeOwnDataset(id).catch(() => undefined);
    return false;
  }
}

/**
 * All that are kept, newest first; an entry that does not fit is skipped and left where it is. Rejects where the browser keeps
 * nothing.
 */
export async function listOwnDatasets(): Promise<StoredDataset[]> {
  const kept = await withinTime(waitMs, entries<string, unknown>(entryStore()));
  return kept
    .map(([, value]) => parseEntry(value))
    .filter((entry) => entry !== null)
    .sort((a, b) => b.addedAt - a.addedAt);
}

/** Null where it is not kept, or not whole. Rejects where the browser keeps nothing. */
export async function readOwnDataset(id: OwnDatasetId): Promise<OwnDataset | null> {
  const entry = await readEntry(id);
  if (entry === null) return null;
  const shards = shardsSchema.safeParse(await withinTime(waitMs, get<unknown>(id, shardStore())));
  if (!shards.success) return null;
  const { train, test } = entry.manifest;
  const sizes = [...train.shards, ...test.shards].map(({ bytes }) => bytes);
  const isWhole =
    shards.data.length === sizes.length && shards.data.every(({ size }, at) => size === sizes[at]);
  return isWhole ? { manifest: entry.manifest, shards: shards.data } : null;
}

/** Does nothing to a data set that is not kept. Rejects where the browser keeps nothing. */
export async function renameOwnDataset(id: OwnDatasetId, name: string): Promise<void> {
  if ((await readEntry(id)) === null) return;
  const renamed = update<unknown>(
    id,
    (value) => {
      const parsed = entrySchema.safeParse(value);
      return parsed.success ? { ...parsed.data, manifest: { ...parsed.data.manifest, name } } : value;
    },
    entryStore(),
  );
  await withinTime(waitMs, renamed);
}

/** The entry goes first, so that what is left after an interruption is not listed. */
export async function removeOwnDataset(id: OwnDatasetId): Promise<void> {
  await withinTime(waitMs, del(id, entryStore()));
  await withinTime(waitMs, del(id, shardStore()));
}

async function readEntry(id: OwnDatasetId): Promise<StoredDataset | null> {
  return parseEntry(await withinTime(waitMs, get<unknown>(id, entryStore())));
}

function parseEntry(value: unknown): StoredDataset | null {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success || !parsed.data.isWhole) return null;
  const { id, addedAt, bytes, manifest } = parsed.data;
  return { id, addedAt, bytes, manifest };
}

async function removeAbandoned(): Promise<void> {
  for (const [, value] of await entries<string, unknown>(entryStore())) {
    const entry = entrySchema.safeParse(value);
    if (!entry.success || entry.data.isWhole || Date.now() - entry.data.addedAt < abandonedAfterMs) continue;
    await removeOwnDataset(entry.data.id);
  }
}

/** Where there is no storage at all, opening a store throws: inside an async function that is a promise that rejects. */
function openedOnce(database: string, name: string): () => ReturnType<typeof createStore> {
  let opened: ReturnType<typeof createStore> | null = null;
  return () => (opened ??= createStore(database, name));
}
