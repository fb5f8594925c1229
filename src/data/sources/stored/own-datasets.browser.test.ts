// Against the browser's own IndexedDB.
import { createStore, del, get, set, update } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { makeOwnDataset } from '../testing/own-dataset';
import {
  listOwnDatasets,
  readOwnDataset,
  removeOwnDataset,
  renameOwnDataset,
  saveOwnDataset,
} from './own-datasets';

const id = 'own:0123456789abcdef';
const other = 'own:fedcba9876543210';
const entryStore = createStore('hourglass-datasets', 'entries');
const shardStore = createStore('hourglass-dataset-shards', 'shards');

const bytes = (count: number) => Uint8Array.from({ length: count }, (_, at) => (at * 37) % 256);
const make = (name: OwnDatasetId, count = 100) =>
  makeOwnDataset({
    id: name,
    shape: [2, 3, 1],
    train: { values: bytes(6 * count) },
    test: { values: bytes(60) },
  });

async function contents({ shards }: OwnDataset): Promise<number[][]> {
  return Promise.all(shards.map(async (shard) => [...new Uint8Array(await shard.arrayBuffer())]));
}

/** Those of this file: others keep data sets in the same browser. */
const ours = async () => (await listOwnDatasets()).filter((entry) => entry.id === id || entry.id === other);
const listed = async () => (await ours()).map((entry) => entry.id);

beforeEach(async () => {
  for (const name of [id, other] as const) await removeOwnDataset(name);
  await del('damaged', entryStore);
});
afterEach(() => vi.restoreAllMocks());

test('a data set is kept with every byte of its shards, and listed without them', async () => {
  const dataset = await make(id);
  expect(await saveOwnDataset(id, dataset)).toBe(true);
  const read = await readOwnDataset(id);
  expect(read?.manifest).toEqual(dataset.manifest);
  expect(await contents(read!)).toEqual(await contents(dataset));
  const [entry, ...rest] = await ours();
  expect(rest).toEqual([]);
  expect(entry).toEqual({
    id,
    addedAt: expect.any(Number) as number,
    bytes: 110 * 8,
    manifest: dataset.manifest,
  });
  expect(Math.abs(Date.now() - (entry?.addedAt ?? 0))).toBeLessThan(60_000);
});

test('a worker keeps and reads what the page sees', async () => {
  const dataset = await make(id);
  const worker = new Worker(new URL('../testing/storing-worker.ts', import.meta.url), { type: 'module' });
  try {
    worker.postMessage({ id, dataset });
    const { isKept, read } = await new Promise<{ isKept: boolean; read: OwnDataset }>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data as { isKept: boolean; read: OwnDataset });
    });
    expect(isKept).toBe(true);
    expect(await contents(read)).toEqual(await contents(dataset));
  } finally {
    worker.terminate();
  }
  expect(await contents((await readOwnDataset(id))!)).toEqual(await contents(dataset));
});

test('the newest is listed first; a renamed one keeps its samples, a removed one is gone', async () => {
  vi.spyOn(Date, 'now').mockReturnValueOnce(1).mockReturnValueOnce(2);
  await saveOwnDataset(id, await make(id));
  await saveOwnDataset(other, await make(other));
  vi.restoreAllMocks();
  expect(await listed()).toEqual([other, id]);
  await renameOwnDataset(id, 'Leaves');
  expect((await ours()).map(({ manifest }) => manifest.name)).toEqual(['Made up', 'Leaves']);
  expect((await readOwnDataset(id))?.shards).toHaveLength(4);
  await removeOwnDataset(other);
  expect(await listed()).toEqual([id]);
  expect(await readOwnDataset(other)).toBeNull();
  expect(await get(other, shardStore)).toBeUndefined();
});

test('renaming a data set that is not kept makes none', async () => {
  await renameOwnDataset(id, 'Leaves');
  expect(await get(id, entryStore)).toBeUndefined();
});

test('where the browser has no storage, saving says so', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  expect(await saveOwnDataset(id, await make(id))).toBe(false);
});

test('a data set that has no room is refused, and nothing of it stays', async () => {
  const whole = await make(id);
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
    ...given: unknown[]
  ) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'shards') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  });
  expect(await saveOwnDataset(id, whole)).toBe(false);
  vi.restoreAllMocks();
  expect(await listed()).toEqual([]);
  expect(await get(id, entryStore)).toBeUndefined();
  expect(await get(id, shardStore)).toBeUndefined();
});

test('a data set whose tab was closed half-way is not listed, and the next one that is saved clears it away', async () => {
  const dataset = await make(id);
  await saveOwnDataset(id, dataset);
  await update<object>(id, (entry) => ({ ...entry, isWhole: false }), entryStore);
  expect(await listed()).toEqual([]);
  expect(await readOwnDataset(id)).toBeNull();
  await saveOwnDataset(other, await make(other));
  expect(await get(id, shardStore)).toBeDefined();
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 60 * 60 * 1000);
  await saveOwnDataset(other, await make(other));
  expect(await get(id, shardStore)).toBeUndefined();
  expect(await listed()).toEqual([other]);
});

test('a damaged entry is skipped and stays where it is', async () => {
  await saveOwnDataset(id, await make(id));
  await set('damaged', { id: 'damaged', manifest: 'none' }, entryStore);
  expect(await listed()).toEqual([id]);
  expect(await get('damaged', entryStore)).toEqual({ id: 'damaged', manifest: 'none' });
});

test('a data set with a shard missing or cut off cannot be read', async () => {
  const dataset = await make(id);
  await saveOwnDataset(id, dataset);
  await set(id, dataset.shards.slice(1), shardStore);
  expect(await readOwnDataset(id)).toBeNull();
  await set(id, [...dataset.shards.slice(1), dataset.shards[0]!.slice(1)], shardStore);
  expect(await readOwnDataset(id)).toBeNull();
});
