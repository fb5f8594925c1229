import { expect, test } from 'vitest';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { openDataset, type DatasetHandle } from '../load-dataset';
import type { ShardError } from '../shard-error';
import { ownSource } from './own-source';
import { makeOwnDataset } from '../testing/own-dataset';

const id = 'own:0123456789abcdef';
const floats = (count: number, from: number) =>
  Float32Array.from({ length: count * 6 }, (_, at) => Math.sin(from + at) ** 2);

async function open(dataset: OwnDataset) {
  const failures: ShardError[] = [];
  const handle = await openDataset(ownSource(id, dataset), {
    onProgress: () => undefined,
    onFailure: (error) => failures.push(error),
    retries: 1,
    retryDelayMs: 0,
  });
  return { handle, failures };
}

const whole = (handle: DatasetHandle) =>
  Promise.all([handle.whenTrainReady(handle.train.count), handle.whenTestReady()]);

/** The data set with one byte of a shard changed. */
async function withFlippedByte(dataset: OwnDataset, place: number): Promise<OwnDataset> {
  const shards = [...dataset.shards];
  const bytes = new Uint8Array(await shards[place]!.arrayBuffer());
  bytes[5]! ^= 1;
  shards[place] = new Blob([bytes]);
  return { ...dataset, shards };
}

const made = () =>
  makeOwnDataset({
    id,
    shape: [3, 2],
    train: { values: floats(100, 0), labels: Uint16Array.from({ length: 100 }, (_, at) => at % 3) },
    test: { values: floats(50, 1000), labels: Uint16Array.from({ length: 50 }, (_, at) => at % 2) },
    classNames: ['a', 'b', 'c'],
  });

test('floats arrive bit for bit, with their labels, over several shards', async () => {
  const { handle, failures } = await open(await made());
  await whole(handle);
  expect(handle.train.values).toEqual(floats(100, 0));
  expect(handle.test.values).toEqual(floats(50, 1000));
  expect([...handle.train.labels]).toEqual(Array.from({ length: 100 }, (_, at) => at % 3));
  expect([...handle.test.labels]).toEqual(Array.from({ length: 50 }, (_, at) => at % 2));
  expect(handle.train.shape).toEqual([3, 2]);
  expect(failures).toEqual([]);
});

test('bytes do too, without labels', async () => {
  const values = Uint8Array.from({ length: 600 }, (_, at) => at % 256);
  const { handle } = await open(
    await makeOwnDataset({ id, shape: [3, 2], train: { values }, test: { values } }),
  );
  await whole(handle);
  expect(handle.train.values).toEqual(values);
  expect(handle.train.classNames).toEqual([]);
  expect(new Set(handle.train.labels)).toEqual(new Set([0]));
});

test('a label is refused where there are no classes', async () => {
  const values = floats(60, 0);
  const labels = new Uint16Array(60).fill(1);
  const dataset = await makeOwnDataset({ id, shape: [3, 2], train: { values, labels }, test: { values } });
  const { handle, failures } = await open(dataset);
  await expect(whole(handle)).rejects.toMatchObject({ failure: { code: 'data.bad-label', label: 1 } });
  expect(failures).not.toEqual([]);
});

test('a damaged shard is named, and the others load', async () => {
  const { handle, failures } = await open(await withFlippedByte(await made(), 1));
  await handle.whenTestReady();
  await expect(handle.whenTrainReady(100)).rejects.toMatchObject({
    failure: { code: 'data.damaged', file: 'train-1' },
  });
  expect(failures).toHaveLength(1);
  expect(handle.trainReady()).toBe(40);
});

test('a shard that is cut off or missing is noticed', async () => {
  const dataset = await made();
  const cut = dataset.shards.map((shard, place) => (place === 0 ? shard.slice(0, -2) : shard));
  const { handle } = await open({ ...dataset, shards: cut });
  await expect(handle.whenTrainReady(1)).rejects.toMatchObject({ failure: { code: 'data.damaged' } });
  const without = await open({ ...dataset, shards: dataset.shards.slice(0, -1) });
  await expect(without.handle.whenTestReady()).rejects.toMatchObject({ failure: { code: 'data.not-here' } });
});

test('a data set that is neither kept nor lent says so', async () => {
  const opening = openDataset(ownSource(id, null), {
    onProgress: () => undefined,
    onFailure: () => undefined,
    retries: 0,
  });
  await expect(opening).rejects.toMatchObject({ failure: { code: 'data.not-here' } });
});
