import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DatasetHandle } from './load-dataset';
import { ShardError } from './shard-error';
import { latest, open } from './testing/opened-dataset';
import {
  brokenOff,
  cutOff,
  flipped,
  html,
  label,
  notFound,
  offline,
  pixel,
  serve,
  size,
  streamResponse,
  type Answer,
} from './testing/served-dataset';

async function whole(dataset: DatasetHandle): Promise<void> {
  await Promise.all([dataset.whenTrainReady(dataset.train.count), dataset.whenTestReady()]);
}

afterEach(() => vi.unstubAllGlobals());

describe('a data set whose shards are all good', () => {
  test('has every pixel and every label in its place', async () => {
    const { dataset, failures } = await open(serve().request);
    await whole(dataset);
    expect(dataset.train.count).toBe(11);
    expect(dataset.train.shape).toEqual([2, 3, 1]);
    expect([...dataset.train.values]).toEqual(Array.from({ length: 11 * size }, (_, at) => pixel(at)));
    expect([...dataset.train.labels]).toEqual(Array.from({ length: 11 }, (_, at) => label(at)));
    expect([...dataset.test.values]).toEqual(Array.from({ length: 5 * size }, (_, at) => pixel(at)));
    expect([...dataset.test.labels]).toEqual(Array.from({ length: 5 }, (_, at) => label(at)));
    expect(failures).toEqual([]);
  });

  test('is fetched from data/<id>/, first training shard and test shard first, each file once', async () => {
    const { request, requests } = serve();
    const { dataset } = await open(request);
    await whole(dataset);
    expect(requests.map((asked) => asked.url.replace('http://localhost/page/data/tiny/', ''))).toEqual([
      'manifest.json',
      'train-00.shard',
      'test-00.shard',
      'train-01.shard',
      'train-02.shard',
    ]);
  });

  test('reports progress that never falls and ends at the total', async () => {
    const { dataset, progress } = await open(serve().request);
    await whole(dataset);
    const loaded = progress.map((report) => report.loadedBytes);
    const total = [...dataset.manifest.train.shards, ...dataset.manifest.test.shards].reduce(
      (sum, shard) => sum + shard.bytes,
      0,
    );
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(new Set(loaded).size).toBeGreaterThan(4);
    expect(latest(progress)).toEqual({
      loadedBytes: total,
      totalBytes: total,
      shardsLoaded: 4,
      shardsTotal: 4,
    });
  });

  test('counts only leading samples as ready when a later shard overtakes', async () => {
    let release: (response: Response) => void = () => undefined;
    const held = new Promise<Response>((resolve) => (release = resolve));
    let heldBytes = new Uint8Array();
    const server = serve({
      'train-01.shard': (bytes) => {
        heldBytes = bytes;
        return held;
      },
    });
    const { dataset, progress } = await open(server.request);
    await dataset.whenTrainReady(4);
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(3));
    expect(dataset.trainReady()).toBe(4);
    expect(dataset.testReady()).toBe(true);
    release(streamResponse(heldBytes));
    await dataset.whenTrainReady(5);
    expect(dataset.trainReady()).toBe(11);
  });

  test('loads without crypto.subtle, and the CRC in the gzip still catches a flipped byte', async () => {
    vi.stubGlobal('crypto', {});
    const { dataset, failures } = await open(serve({ 'train-02.shard': flipped }).request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    expect(dataset.trainReady()).toBe(8);
    expect(failures.map(({ failure }) => failure.file)).toEqual(['train-02.shard']);
  });
});

describe('a shard that fails to load', () => {
  test.each([
    ['is missing', notFound, { code: 'data.missing', status: 404 }],
    ['is an HTML page', html, { code: 'data.missing' }],
    ['is cut off', cutOff, { code: 'data.truncated' }],
    ['has a flipped byte', flipped, { code: 'data.checksum' }],
    ['cannot reach the network', offline, { code: 'data.unreachable' }],
    ['is interrupted', brokenOff, { code: 'data.interrupted' }],
    ['gets a server error', () => new Response('', { status: 503 }), { code: 'data.server', status: 503 }],
  ] as [string, Answer, object][])(
    'because it %s is tried three times, then reported by name',
    async (_, answer, failure) => {
      const server = serve({ 'train-01.shard': answer });
      const { dataset, failures } = await open(server.request);
      await expect(dataset.whenTrainReady(5)).rejects.toMatchObject({
        failure: { file: 'train-01.shard', ...failure },
      });
      const asked = server.requests.filter((each) => each.file === 'train-01.shard');
      expect(asked.map((each) => each.cache)).toEqual(['default', 'reload', 'reload']);
      expect(failures).toHaveLength(1);
    },
  );

  test('does not stop the other shards', async () => {
    const { dataset, progress } = await open(serve({ 'train-01.shard': notFound }).request);
    await dataset.whenTrainReady(4);
    await dataset.whenTestReady();
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(3));
    expect(dataset.trainReady()).toBe(4);
    expect(dataset.train.values[8 * size]).toBe(pixel(8 * size));
  });

  test('recovers by itself when a second attempt succeeds', async () => {
    const once: Answer = (bytes, attempt) => (attempt === 0 ? flipped(bytes, 0) : streamResponse(bytes));
    const { dataset, progress, failures } = await open(serve({ 'train-00.shard': once }).request);
    await whole(dataset);
    const loaded = progress.map((report) => report.loadedBytes);
    expect(failures).toEqual([]);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(progress.every((report) => report.loadedBytes <= report.totalBytes)).toBe(true);
  });

  test('can be fetched again by retry, which resolves new promises', async () => {
    const server = serve({ 'train-01.shard': notFound });
    const { dataset, failures } = await open(server.request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    delete server.answers['train-01.shard'];
    dataset.retry();
    const waiting = dataset.whenTrainReady(11);
    await waiting;
    expect(failures).toHaveLength(1);
    expect([...dataset.train.values]).toEqual(Array.from({ length: 11 * size }, (_, at) => pixel(at)));
  });

  test('is reported again when retry fails', async () => {
    const { dataset, failures } = await open(serve({ 'test-00.shard': html }).request);
    await expect(dataset.whenTestReady()).rejects.toBeInstanceOf(ShardError);
    dataset.retry();
    await expect(dataset.whenTestReady()).rejects.toMatchObject({ failure: { code: 'data.missing' } });
    expect(failures).toHaveLength(2);
    expect(dataset.testReady()).toBe(false);
  });

  test('causes no unhandled rejection when nobody awaits it', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { dataset, failures } = await open(serve({ 'train-00.shard': notFound }).request);
    void dataset.whenTrainReady(1);
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('whose label is not a class is refused', async () => {
    const server = serve({}, (manifest) => ({ ...manifest, classNames: ['a', 'b'] }));
    const { dataset } = await open(server.request);
    await expect(dataset.whenTestReady()).rejects.toMatchObject({
      failure: { code: 'data.bad-label', file: 'test-00.shard', classes: 2 },
    });
  });

  test('whose sample count differs from the manifest is refused', async () => {
    const server = serve({}, (manifest) => {
      const [first, ...rest] = manifest.test.shards;
      const shards = first ? [{ ...first, count: 6 }, ...rest] : rest;
      return { ...manifest, test: { count: 6, shards } };
    });
    const { dataset } = await open(server.request);
    await expect(dataset.whenTestReady()).rejects.toMatchObject({
      failure: { code: 'data.wrong-size', bytes: 40, expected: 48 },
    });
  });
});

describe('an unusable manifest', () => {
  test.each([
    ['missing', notFound, 'data.missing'],
    ['a page of HTML', html, 'data.missing'],
    ['not JSON', () => new Response('{'), 'data.not-json'],
    ['JSON of another schema', () => new Response('{"id": 3}'), 'data.bad-manifest'],
    ['unreachable', offline, 'data.unreachable'],
  ] as [string, Answer, string][])('that is %s is reported by name', async (_, answer, code) => {
    const opening = open(serve({ 'manifest.json': answer }).request);
    await expect(opening).rejects.toMatchObject({ failure: { file: 'manifest.json', code } });
  });

  test('whose counts do not add up is reported by name', async () => {
    const server = serve({}, (manifest) => ({ ...manifest, train: { ...manifest.train, count: 12 } }));
    await expect(open(server.request)).rejects.toMatchObject({
      failure: { code: 'data.bad-count', file: 'manifest.json', split: 'train', count: 12, listed: 11 },
    });
  });
});

describe('disposing of a data set', () => {
  test('aborts the fetches and rejects pending promises, without reporting a failure', async () => {
    const never: Answer = (_bytes, _attempt, signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const server = serve({ 'train-00.shard': never });
    const { dataset, failures } = await open(server.request);
    const waiting = dataset.whenTrainReady(1);
    dataset.dispose();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(dataset.whenTestReady()).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(failures).toEqual([]);
    expect(server.requests.filter((each) => each.file === 'train-00.shard')).toHaveLength(1);
  });
});
